package io.directpeering.provisioning.router.host;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.directpeering.provisioning.catalogue.EdgeRouter;
import io.quarkus.runtime.configuration.ConfigurationException;

/// Reads the `control` section of a router in the catalogue. Whatever is wrong there ends the start with a line that
/// names router and setting.
public final class Settings {

    private final EdgeRouter router;
    private final Map<String, String> values;
    private final Set<String> read = new HashSet<>();

    public Settings(EdgeRouter router) {
        this.router = router;
        this.values = router.settings();
    }

    public Path path(String name) {
        return optionalPath(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    public Optional<Path> optionalPath(String name) {
        return text(name).map(value -> {
            var path = Path.of(value);
            if (!path.isAbsolute()) {
                throw wrong(name, "is " + value + ", which is no absolute path");
            }
            return path;
        });
    }

    /// A name that stands in the daemon's own configuration.
    public String symbol(String name) {
        return optionalSymbol(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    public Optional<String> optionalSymbol(String name) {
        return matching(name, Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}"), "a name of letters, digits, _ and -");
    }

    public Optional<String> optionalUser(String name) {
        return matching(name, Pattern.compile("[a-z_][a-z0-9_-]{0,31}"), "the name of a user");
    }

    /// Words with spaces between them; empty: no such setting.
    public Optional<List<String>> words(String name) {
        return text(name).map(value -> List.of(value.strip().split("\\s+")));
    }

    public int number(String name, int least, int most, int otherwise) {
        return text(name)
                .map(value -> {
                    if (!value.matches("\\d{1,9}")
                            || Integer.parseInt(value) < least
                            || Integer.parseInt(value) > most) {
                        throw wrong(name, "is " + value + ", which is no whole number from " + least + " to " + most);
                    }
                    return Integer.parseInt(value);
                })
                .orElse(otherwise);
    }

    public boolean flag(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(name, "is " + value + ", and may be true or false");
                })
                .orElse(false);
    }

    public Optional<String> oneOf(String name, List<String> choices) {
        return text(name).map(value -> {
            if (!choices.contains(value)) {
                throw wrong(name, "is " + value + ", and may be one of " + String.join(", ", choices));
            }
            return value;
        });
    }

    /// Everything was asked for: what is left is a mistake.
    public void demandNothingElse() {
        values.keySet().stream()
                .filter(name -> !read.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(
                            name,
                            "is no setting of the driver " + router.driver() + "; there are "
                                    + read.stream().sorted().toList());
                });
    }

    private Optional<String> matching(String name, Pattern pattern, String what) {
        return text(name).map(value -> {
            if (!pattern.matcher(value).matches()) {
                throw wrong(name, "is " + value + ", which is not " + what);
            }
            return value;
        });
    }

    private Optional<String> text(String name) {
        read.add(name);
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    private ConfigurationException wrong(String name, String what) {
        return new ConfigurationException("catalogue: router " + router.name() + ": control." + name + " " + what);
    }
}
