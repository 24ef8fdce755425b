package io.directpeering.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.local.Trouble;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// Who may do what with which topic, group and transaction: what the Kafka users of a Kubernetes cluster say.
///
/// @param users  their names
/// @param rights each of their rights
record Rights(List<String> users, Set<AclBinding> rights) {

    /// Reads every user in a folder of manifests.
    ///
    /// @throws Trouble there is none
    static Rights of(Path manifests) throws IOException {
        var users = new ArrayList<String>();
        var rights = new HashSet<AclBinding>();
        try (var files = Files.newDirectoryStream(manifests, "*-KafkaUser-*.yaml")) {
            for (var file : files) {
                var user = new YAMLMapper().readTree(file.toFile());
                var name = user.at("/metadata/name").asText();
                users.add(name);
                user.at("/spec/authorization/acls").forEach(acl -> rights.addAll(rights(name, acl)));
            }
        }
        if (users.isEmpty()) {
            throw new Trouble("There is no Kafka user in " + manifests + ": nobody could speak to the brokers.");
        }
        return new Rights(List.copyOf(users), Set.copyOf(rights));
    }

    /// Makes these the rights in force: what is missing is granted, whatever else there is is taken back.
    void grant(Admin admin) throws ExecutionException, InterruptedException {
        var inForce = admin.describeAcls(AclBindingFilter.ANY).values().get();
        var superfluous = inForce.stream()
                .filter(right -> !rights.contains(right))
                .map(AclBinding::toFilter)
                .toList();
        admin.deleteAcls(superfluous).all().get();
        admin.createAcls(rights.stream()
                        .filter(right -> !inForce.contains(right))
                        .toList())
                .all()
                .get();
    }

    private static List<AclBinding> rights(String user, JsonNode acl) {
        var resource = acl.path("resource");
        var pattern = new ResourcePattern(
                ResourceType.valueOf(constant(resource.path("type").asText())),
                resource.path("name").asText(),
                resource.path("patternType").asText("literal").equals("prefix")
                        ? PatternType.PREFIXED
                        : PatternType.LITERAL);
        var rights = new ArrayList<AclBinding>();
        for (var operation : acl.path("operations")) {
            var allowed = AclOperation.valueOf(constant(operation.asText()));
            rights.add(new AclBinding(
                    pattern, new AccessControlEntry("User:" + user, "*", allowed, AclPermissionType.ALLOW)));
        }
        return rights;
    }

    /// `transactionalId` as constants are spelled.
    private static String constant(String word) {
        return word.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
