package io.directpeering.approval.policyfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.directpeering.approval.policy.Check;
import io.directpeering.approval.policy.Policy;

/// The format of the policy file: the records of the policy package as YAML, a check told by its `kind`, which is
/// the simple name of its record.
public final class PolicyFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addMixIn(Check.class, ToldByKind.class)
            .build();

    static {
        Stream.of(Check.class.getPermittedSubclasses())
                .forEach(check -> YAML.registerSubtypes(new NamedType(check, check.getSimpleName())));
    }

    private PolicyFile() {}

    /// Reads a policy, or nothing of it.
    ///
    /// @throws IOException the file is no policy: the message names the line and what is wrong
    public static Policy read(InputStream yaml) throws IOException {
        return YAML.readValue(yaml, Policy.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface ToldByKind {}
}
