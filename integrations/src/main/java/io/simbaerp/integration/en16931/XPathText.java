package io.simbaerp.integration.en16931;

import java.util.ArrayList;
import java.util.List;

/** Cuts XPath text at its outermost level: outside brackets, parentheses and quotes. */
final class XPathText {

    private XPathText() {}

    /** The parts between a separator at the outermost level, trimmed. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    break;
                }
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i).strip());
                start = i + separator.length();
                i = start - 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** The index of the bracket that closes the one at {@code open}, or -1. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = text.indexOf(c, i + 1);
                if (i < 0) {
                    return -1;
                }
            } else if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Without parentheses around the whole. */
    static String unwrap(String text) {
        String inner = text.strip();
        while (inner.startsWith("(") && closing(inner, 0) == inner.length() - 1) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    /** The argument if the whole text is a call of the function with one, else empty text. */
    static String argument(String text, String function) {
        String call = text.strip();
        if (!call.startsWith(function)) {
            return "";
        }
        String rest = call.substring(function.length()).stripLeading();
        return rest.startsWith("(") && closing(rest, 0) == rest.length() - 1
                ? rest.substring(1, rest.length() - 1).strip()
                : "";
    }
}
