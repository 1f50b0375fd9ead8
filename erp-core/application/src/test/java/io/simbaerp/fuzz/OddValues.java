package io.simbaerp.fuzz;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values that programs trip over, and plausible ones between them. */
final class OddValues {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "'",
            "\"",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "%00%0a%0d",
            "${7*7}",
            "#{T(java.lang.Runtime)}",
            "{{7*7}}",
            "null",
            "true",
            "NaN",
            "Infinity",
            "1e400",
            "1e-400",
            "-0",
            "0x1F",
            "99999999999999999999999999999999",
            "-1",
            "0.00000000000000000000000001",
            "1,5",
            "2026-02-30",
            "0000-00-00",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31T23:59:59.999999999Z",
            "2026-11-20",
            "00000000-0000-0000-0000-000000000000",
            "\uFFFF",
            "\u202Etxt.exe",
            "\uD83D\uDE00",
            "e\u0301".repeat(50),
            "PLN",
            "EUR",
            "XXX",
            "pl",
            "asc",
            "-number",
            "(((((((",
            "*",
            "%",
            "_",
            "\\",
            ":*",
            "& | !",
            "PL61109010140000071219812874",
            "9990011222",
            "en-US-x-lvariant-POSIX");

    private final Random random;

    OddValues(Random random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(12)) {
            case 0 -> UUID.randomUUID().toString();
            case 1 -> String.valueOf(random.nextLong());
            case 2 -> "x".repeat(1 + random.nextInt(5_000));
            case 3 -> letters(1 + random.nextInt(40));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    /** A JSON value as written: of any kind, mostly not the one expected. */
    String json(int depth) {
        return switch (random.nextInt(depth > 3 ? 8 : 12)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 -> String.valueOf(random.nextLong());
            case 3 -> "-1e309";
            case 4 -> "0." + "0".repeat(random.nextInt(60)) + "1";
            case 5, 6, 7 -> quoted(text());
            case 8 -> "[]";
            case 9 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
            case 10 -> "{}";
            default -> "{" + quoted(letters(5)) + ":" + json(depth + 1) + "}";
        };
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7e) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
