package io.directpeering.request.analysis;

/// Who did something, as analysts see it: an e-mail address reaches somebody, so of one only the first letter and the
/// domain are shown.
final class Principal {

    private Principal() {}

    static String shown(String name) {
        int at = name.lastIndexOf('@');
        if (at < 0) {
            return name;
        }
        return at == 0 ? "***" : name.substring(0, name.offsetByCodePoints(0, 1)) + "***" + name.substring(at);
    }
}
