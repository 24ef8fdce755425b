package io.directpeering.provisioning.work;

import java.util.List;

/// Work beside the stages' that has to have a lane to itself, too. It has its own rows, and may be killed anywhere.
public interface LaneWork {

    /// Lanes in which something is due.
    List<String> dueLanes();

    /// Does what is due next in the lane, outside of a transaction; false: nothing is due.
    boolean workNext(String lane);
}
