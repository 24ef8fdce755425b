package io.directpeering.approval.policyfile;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.approval.policy.Check;
import io.directpeering.approval.policy.FourEyes;
import io.directpeering.approval.policy.Policy;
import io.directpeering.approval.policy.Rule;
import io.directpeering.approval.policy.Severity;
import io.directpeering.approval.policy.Subject;

/// The format of the policy file: the records of the policy package as YAML. A check is told by its `kind`, the simple
/// name of its record, and everything beside the kind is a parameter of it.
public final class PolicyFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();

    private static final Map<String, Class<? extends Check>> KINDS = new TreeMap<>();

    static {
        kinds(Check.class).forEach(kind -> KINDS.put(kind.getSimpleName(), kind));
    }

    private PolicyFile() {}

    /// Reads a policy, or nothing of it.
    ///
    /// @throws UnusablePolicy one line that names the rule and what is wrong with it
    public static Policy read(InputStream yaml) throws UnusablePolicy {
        try {
            var file = Section.of(YAML.readTree(yaml), "the file", "version", "fourEyes", "rules");
            var rules = new Section(file.node("rules"), "the file's rules").list();
            var read = new ArrayList<Rule>();
            for (int i = 0; i < rules.size(); i++) {
                read.add(rule(rules.get(i), i + 1));
            }
            return new Policy(file.text("version"), fourEyes(file.node("fourEyes")), read);
        } catch (JsonProcessingException unreadable) {
            throw UnusablePolicy.because("it", unreadable);
        } catch (IOException unreadable) {
            throw new UnusablePolicy("it cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException absurd) {
            throw new UnusablePolicy(String.valueOf(absurd.getMessage()));
        }
    }

    private static FourEyes fourEyes(JsonNode node) throws UnusablePolicy {
        Section.of(node, "the file's fourEyes", "approvals", "twoAboveMbps", "twoWhenOverridden");
        try {
            return YAML.treeToValue(node, FourEyes.class);
        } catch (JsonProcessingException misfit) {
            throw UnusablePolicy.because("fourEyes", misfit);
        }
    }

    /// A check's parameters, as the file spells them.
    public static Map<String, Object> parameters(Check check) {
        return YAML.convertValue(check, new TypeReference<>() {});
    }

    /// A check's parameters as a piece of the file.
    public static String text(Check check) {
        try {
            return parameters(check).isEmpty() ? "" : YAML.writeValueAsString(check);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Rule rule(JsonNode node, int position) throws UnusablePolicy {
        var name =
                "rule " + (node.path("id").isTextual() ? "'" + node.path("id").textValue() + "'" : "no. " + position);
        var rule = Section.of(node, name, "id", "severity", "title", "appliesTo", "check");
        try {
            return new Rule(
                    rule.text("id"),
                    rule.word("severity", Severity.class),
                    rule.text("title"),
                    rule.words("appliesTo", Subject.class),
                    check(rule.node("check"), name));
        } catch (IllegalArgumentException absurd) {
            throw new UnusablePolicy(name + ": " + absurd.getMessage());
        }
    }

    private static Check check(JsonNode node, String rule) throws UnusablePolicy {
        var kindName = new Section(node, rule + ", its check").text("kind");
        var kind = KINDS.get(kindName);
        if (kind == null) {
            throw new UnusablePolicy(
                    rule + ": there is no check '" + kindName + "'; there are " + String.join(", ", KINDS.keySet()));
        }
        var parameters = ((ObjectNode) node.deepCopy()).<ObjectNode>without("kind");
        new Section(parameters, rule + ", check " + kindName)
                .hasExactly(Arrays.stream(kind.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        try {
            return YAML.treeToValue(parameters, kind);
        } catch (JsonProcessingException misfit) {
            throw UnusablePolicy.because(rule + ", check " + kindName, misfit);
        }
    }

    @SuppressWarnings("unchecked") // What a sealed type permits are its subtypes.
    private static Stream<Class<? extends Check>> kinds(Class<? extends Check> type) {
        return type.isSealed()
                ? List.of(type.getPermittedSubclasses()).stream()
                        .flatMap(permitted -> kinds((Class<? extends Check>) permitted))
                : Stream.of(type);
    }
}
