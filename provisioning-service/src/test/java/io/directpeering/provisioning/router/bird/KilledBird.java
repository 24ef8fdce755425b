package io.directpeering.provisioning.router.bird;

import java.time.InstantSource;
import java.util.Map;

import io.directpeering.provisioning.router.Router;
import io.directpeering.provisioning.router.host.Trail;
import io.directpeering.provisioning.router.wire.KilledProcess;
import io.directpeering.provisioning.router.wire.WiredContract;

final class KilledBird extends KilledProcess {

    public static void main(String[] args) {
        new KilledBird().live(args);
    }

    @Override
    protected Router open(Map<String, String> settings, Trail trail) {
        var edge = WiredContract.edgeRouter("bird", settings);
        return new BirdRouter(edge, BirdSettings.of(edge), InstantSource.system(), trail);
    }
}
