package io.directpeering.provisioning.router.frr;

import java.util.Map;

import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.host.Trail;
import io.directpeering.provisioning.router.wire.KilledProcess;
import io.directpeering.provisioning.router.wire.WiredContract;

final class KilledFrr extends KilledProcess {

    public static void main(String[] args) {
        new KilledFrr().live(args);
    }

    @Override
    protected Router open(Map<String, String> settings, Trail trail) {
        var edge = WiredContract.edgeRouter("frr", settings);
        return new FrrRouter(edge, FrrSettings.of(edge), trail);
    }
}
