package io.simbaerp.fuzz;

import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors.Door;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes posts of a page's form: some as the page would send them, most with something wrong. */
final class RandomForms {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BOUNDARY = "----fuzz-forms";
    private static final List<String> STRANGE_NAMES = List.of(
            "class.module.classLoader",
            "lines[2147483647].account",
            "lines[-1].account",
            "lines[][]",
            "lines[0]]",
            "[",
            "_",
            "!x",
            "id",
            "companyId",
            "login.name.name.name",
            "version[a]");

    private final Map<String, List<String>> idsAfter;
    private final List<String> ids;
    private final Random random;
    private final OddValues odd;

    /** @param idsAfter ids of records that are there, by the word before them in an address, such as documents */
    RandomForms(Map<String, List<String>> idsAfter, Random random) {
        this.idsAfter = idsAfter;
        this.ids = idsAfter.values().stream().flatMap(List::stream).toList();
        this.random = random;
        this.odd = new OddValues(random);
    }

    /** A post and what it says, to be printed when it finds something. */
    record Made(String path, String contentType, byte[] body) {

        String words() {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            return "POST " + path + " (" + contentType + ") " + text.substring(0, Math.min(700, text.length()));
        }
    }

    Made make(Door door) {
        String path = path(door);
        boolean file = door.inputs().stream().anyMatch(input -> input.place() == Place.FILE);
        if (file && random.nextInt(8) > 0) {
            return new Made(path, "multipart/form-data; boundary=" + BOUNDARY, multipart(door));
        }
        int kind = random.nextInt(24);
        if (kind == 0) {
            return new Made(path, "application/json", odd.json(0).getBytes(StandardCharsets.UTF_8));
        }
        if (kind == 1) {
            return new Made(path, "multipart/form-data; boundary=" + BOUNDARY, noise());
        }
        if (kind == 2) {
            return new Made(path, FORM, noise());
        }
        return new Made(path, FORM, written(fields(door)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private String path(Door door) {
        Map<String, String> values = new HashMap<>();
        for (String variable : door.variables()) {
            String before =
                    door.pattern().replaceAll("/\\{" + variable + "}.*", "").replaceAll(".*/", "");
            List<String> meant = idsAfter.getOrDefault(before, ids);
            String value = random.nextInt(8) == 0 ? odd.text() : meant.get(random.nextInt(meant.size()));
            // An empty or dotted segment is another path.
            boolean another = value.isBlank() || value.contains("/") || value.contains("..");
            values.put(variable, encoded(another ? "x" : value));
        }
        return door.at(values);
    }

    private String id() {
        return ids.get(random.nextInt(ids.size()));
    }

    private List<Map.Entry<String, String>> fields(Door door) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        boolean plausible = random.nextInt(3) == 0;
        for (DoorInput input : door.inputs()) {
            if (input.place() != Place.FORM && input.place() != Place.QUERY && input.place() != Place.BODY) {
                continue;
            }
            if (!plausible && random.nextInt(6) == 0) {
                continue;
            }
            String value = plausible && random.nextInt(4) > 0 ? plausible(input) : odd.text();
            fields.add(Map.entry(name(input), value));
            if (random.nextInt(10) == 0) {
                fields.add(Map.entry(name(input), odd.text()));
            }
        }
        if (random.nextInt(5) == 0) {
            fields.add(Map.entry(STRANGE_NAMES.get(random.nextInt(STRANGE_NAMES.size())), odd.text()));
        }
        return fields;
    }

    /** Rows of a list are counted from anywhere. */
    private String name(DoorInput input) {
        String name = input.name();
        while (name.contains("[]")) {
            int row = List.of(0, 0, 0, 1, 2, 7, 300, 70_000).get(random.nextInt(8));
            name = name.replaceFirst("\\[]", "[" + row + "]");
        }
        return name.replace("*", random.nextBoolean() ? "line-0-account" : odd.text());
    }

    private String plausible(DoorInput input) {
        if (input.type().isEnum()) {
            Object[] values = input.type().getEnumConstants();
            return values[random.nextInt(values.length)].toString();
        }
        return switch (input.type().getSimpleName()) {
            case "UUID" -> id();
            case "boolean", "Boolean" -> "true";
            case "int", "Integer", "long", "Long" -> String.valueOf(random.nextInt(-2, 40));
            case "BigDecimal" -> "12.34";
            case "LocalDate" -> "2026-11-" + (10 + random.nextInt(20));
            default -> random.nextInt(3) == 0 ? id() : random.nextBoolean() ? "12,34" : "2026-11-16";
        };
    }

    private String written(List<Map.Entry<String, String>> fields) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> field : fields) {
            parts.add(encoded(field.getKey()) + "=" + encoded(field.getValue()));
        }
        if (random.nextInt(15) == 0) {
            parts.add("%zz=%u0000");
        }
        return String.join("&", parts);
    }

    private byte[] multipart(Door door) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields(door)) {
            part(
                    body,
                    "name=\"" + quoted(field.getKey()) + "\"",
                    field.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (DoorInput input : door.inputs()) {
            if (input.place() == Place.FILE) {
                for (int files = random.nextInt(4); files > 0; files--) {
                    part(
                            body,
                            "name=\"" + quoted(input.name()) + "\"; filename=\"" + quoted(odd.text()) + "\"",
                            noise());
                }
            }
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return text.replaceAll("[\r\n\"]", "_");
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(1_500)];
        random.nextBytes(noise);
        return noise;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
