package io.directpeering.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static io.directpeering.kubernetes.Kubectl.kubectl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/// Installs the suite and upgrades it, by the commands that stand in the README, on the cluster that kubectl
/// speaks to: `./peering test -Dcluster -Dinstall=OVERLAY`. What the README's "What you bring" names must be
/// there. The suite is left running.
class InstallTest {

    private static final Path ROOT = Path.of("../..");
    private static final Duration LIMIT = Duration.ofMinutes(45);
    private static final Pattern BLOCK = Pattern.compile("\n```bash\n(.*?)\n```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSuiteIsInstalledAndUpgradedAsTheGuideSays() throws Exception {
        // Given
        var overlay = System.getProperty("install");
        if (System.getProperty("cluster") == null || overlay == null) {
            abort("Nothing was installed: -Dcluster -Dinstall=OVERLAY installs the overlay in that folder, an absolute"
                    + " path, on the cluster that kubectl speaks to.");
        }
        demandWhatTheOperatorBrings();
        var setting = "overlay='" + overlay + "'";
        var install = block("Install").replaceAll("(?m)^overlay=.*$", Matcher.quoteReplacement(setting));
        var upgrade = block("Upgrade");
        assertThat(install).contains(setting);

        // When, Then
        follow("Install, then Upgrade", install + "\n" + upgrade);
        demandThatItServes();

        // When, Then
        follow("Upgrade once more", install.substring(0, install.indexOf("\n\n")) + "\n" + upgrade);
        demandThatItServes();
    }

    private static void demandWhatTheOperatorBrings() throws Exception {
        var there = JSON.readTree(kubectl("-n", "direct-peering", "get", "secret", "-o", "json")
                        .well()
                        .words())
                .path("items")
                .valueStream()
                .map(Manifests::name)
                .toList();
        var brought = Sources.brought().keySet().stream()
                .filter(each -> each.startsWith("Secret/"))
                .map(each -> each.substring("Secret/".length()))
                .toList();
        assertThat(there)
                .as("Secrets in the namespace direct-peering, which you bring (README, What you bring)")
                .containsAll(brought);
    }

    /// The first block of commands in a section.
    private static String block(String section) throws IOException {
        var guide = Files.readString(Path.of("README.md"));
        var blocks = BLOCK.matcher(guide.substring(guide.indexOf("\n## " + section + "\n")));
        assertThat(blocks.find()).as("a block of commands in " + section).isTrue();
        return blocks.group(1);
    }

    private static void follow(String what, String commands) throws Exception {
        System.err.println(what + " …");
        var begun = System.nanoTime();
        var done = Kubectl.run(ROOT, LIMIT, List.of("bash", "-ec", commands));
        if (done.code() != 0) {
            throw new AssertionError(
                    "%s ended with %d.%n%s%n%s".formatted(what, done.code(), done.words(), wordsOfWhatIsNotReady()));
        }
        System.err.printf(
                "%s: %d s%n", what, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static void demandThatItServes() throws Exception {
        for (var pod : pods().stream().filter(pod -> !isOfAJob(pod)).toList()) {
            var name = Manifests.name(pod);
            assertThat(isReady(pod))
                    .as("%s is ready. %s", name, wordsOfWhatIsNotReady())
                    .isTrue();
            assertThat(pod.at("/status/containerStatuses/0/restartCount").asInt())
                    .as("restarts of " + name)
                    .isZero();
        }
        for (var service : List.of(
                "request-service:8081",
                "approval-service:8082",
                "provisioning-service:8083",
                "notification-service:8084")) {
            assertThat(JSON.readTree(through(service, "/q/health/ready").well().words())
                            .path("status")
                            .asText())
                    .isEqualTo("UP");
        }
        assertThat(through("request-service:8081", "/peerings").words())
                .containsAnyOf("Unauthorized", "provide credentials");
    }

    private static Kubectl through(String service, String path) throws Exception {
        return kubectl(
                "get", "--raw", "/api/v1/namespaces/direct-peering/services/%s/proxy%s".formatted(service, path));
    }

    /// Those that are not on their way out, and did not end well. What a job tried in vain stays to be looked at.
    private static List<JsonNode> pods() throws Exception {
        return JSON.readTree(kubectl("-n", "direct-peering", "get", "pod", "-o", "json")
                        .well()
                        .words())
                .path("items")
                .valueStream()
                .filter(pod -> pod.at("/metadata/deletionTimestamp").isMissingNode())
                .filter(pod -> !pod.at("/status/phase").asText().equals("Succeeded"))
                .toList();
    }

    private static boolean isOfAJob(JsonNode pod) {
        return pod.at("/metadata/ownerReferences/0/kind").asText().equals("Job");
    }

    private static boolean isReady(JsonNode pod) {
        return pod.at("/status/conditions")
                .valueStream()
                .anyMatch(each -> each.path("type").asText().equals("Ready")
                        && each.path("status").asText().equals("True"));
    }

    private static String wordsOfWhatIsNotReady() throws Exception {
        var words = new StringBuilder();
        for (var pod : pods()) {
            if (!isReady(pod)) {
                words.append(kubectl("-n", "direct-peering", "describe", "pod", Manifests.name(pod))
                        .words());
                words.append(kubectl("-n", "direct-peering", "logs", "--tail=30", Manifests.name(pod))
                        .words());
            }
        }
        return words.toString();
    }
}
