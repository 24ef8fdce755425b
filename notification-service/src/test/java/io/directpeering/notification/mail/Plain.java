package io.directpeering.notification.mail;

import java.util.Arrays;
import java.util.List;

/// What a reader of a mail reads, whatever it looks like.
final class Plain {

    private Plain() {}

    /// Without head, heading and tags.
    static String ofHtml(String html) {
        return html.replaceAll("(?s)<head>.*?</head>|<h1>.*?</h1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// Without the marks of quotations and lists.
    static String ofText(String text) {
        return text.replaceAll("(?m)^(> |  - )", " ");
    }

    static List<String> words(String plain) {
        return Arrays.stream(plain.split("[\\s,;:.]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
