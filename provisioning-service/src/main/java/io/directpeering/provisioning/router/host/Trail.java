package io.directpeering.provisioning.router.host;

/// Told each step of a change when the router has taken it: where a process may die, and what it leaves then.
@FunctionalInterface
public interface Trail {

    void passed(String step);
}
