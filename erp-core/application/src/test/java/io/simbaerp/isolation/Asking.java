package io.simbaerp.isolation;

import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors.Door;
import io.simbaerp.walls.Doors.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Asks a door as somebody, with everything it insists on filled in, so that only the ids can be what is wrong. */
final class Asking {

    /** What came back, as text whatever it was. */
    record Answered(int status, String text) {}

    private static final String[] NOTHING = {};
    private static final String JSON = "application/json";
    private static final byte[] NOT_JSON = "x".getBytes(StandardCharsets.UTF_8);

    private final RestUser rest;
    private final PageUser session;

    /** The person, by token and in a session. */
    Asking(RestUser rest, PageUser session) {
        this.rest = rest;
        this.session = session;
    }

    Answered ask(Door door, Map<String, String> variables, Map<String, String> given, String... headers) {
        Map<String, String> query = new LinkedHashMap<>();
        Map<String, String> body = new LinkedHashMap<>();
        List<String> sent = new ArrayList<>(List.of(headers));
        boolean file = false;
        for (DoorInput input : door.inputs()) {
            String value = given.getOrDefault(input.name(), usual(input));
            switch (input.place()) {
                case QUERY -> {
                    if (!input.name().equals("*") && (input.required() || given.containsKey(input.name()))) {
                        query.put(input.name(), value);
                    }
                }
                case BODY, FORM -> {
                    if (!List.of("JsonNode", "Map").contains(input.type().getSimpleName())) {
                        body.put(input.name(), value);
                    }
                }
                case HEADER -> sent.addAll(List.of(input.name(), value));
                case FILE -> file = true;
                case PATH -> {}
            }
        }
        query.putAll(unnamed(door, given));
        return send(door, door.at(variables), query, body, file, sent.toArray(NOTHING));
    }

    /** What was given and no input is named like: lists take it by any name. */
    private static Map<String, String> unnamed(Door door, Map<String, String> given) {
        Map<String, String> unnamed = new LinkedHashMap<>(given);
        door.inputs().forEach(input -> unnamed.remove(input.name()));
        return unnamed;
    }

    private Answered send(
            Door door,
            String path,
            Map<String, String> query,
            Map<String, String> body,
            boolean file,
            String... headers) {
        if (door.kind() == Kind.REST) {
            String address = path + written(query);
            if (file) {
                return of(rest.upload(address, "file.txt".getBytes(StandardCharsets.UTF_8), headers));
            }
            if (door.method().equals("POST")
                    && !door.consumes().isEmpty()
                    && !door.consumes().contains(JSON)) {
                return of(rest.body(address, NOT_JSON, door.consumes().get(0), headers));
            }
            return of(rest.ask(
                    door.method(),
                    address,
                    door.reads() || door.method().equals("DELETE") ? "" : Json.of(body),
                    headers));
        }
        if (door.reads()) {
            Map<String, String> all = new LinkedHashMap<>(query);
            all.putAll(body);
            return of(session.get(path + written(all), headers));
        }
        if (file) {
            return of(session.postFile(path + written(query), "file", "x".getBytes(StandardCharsets.UTF_8), headers));
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        query.forEach((name, value) -> fields.put(name, List.of(value)));
        body.forEach((name, value) -> fields.put(name, List.of(value)));
        return of(session.post(path, fields, headers));
    }

    private static String written(Map<String, String> query) {
        return query.isEmpty()
                ? ""
                : query.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Answered of(RestUser.Answer answer) {
        return new Answered(answer.status(), answer.text());
    }

    private static Answered of(PageUser.Answer answer) {
        String text = answer.contentType().contains("spreadsheet") ? unzipped(answer.bytes()) : answer.text();
        return new Answered(answer.status(), answer.location() + "\n" + text);
    }

    /** Read by the directory at its end: a file written as it goes doesn't say how long its parts are. */
    private static String unzipped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.createTempFile("export", ".xlsx");
            Files.write(file, bytes);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A value the door would take. */
    private static String usual(DoorInput input) {
        if (input.place() == Place.HEADER) {
            return input.name().equals("If-Match") ? "\"0\"" : "key-" + input.name();
        }
        if (input.type().isEnum()) {
            return input.type().getEnumConstants()[0].toString();
        }
        String name = input.name().replaceAll(".*[.\\]]", "");
        if (input.type().isEnum()) {
            return ((Enum<?>) input.type().getEnumConstants()[0]).name();
        }
        return switch (input.type().getSimpleName()) {
            case "LocalTime" -> "08:00";
            case "LocalDateTime" -> "2026-11-16T08:00";
            case "UUID" -> "00000000-0000-4000-8000-000000000000";
            case "boolean", "Boolean" -> "true";
            case "int", "Integer", "long", "Long" -> "1";
            case "BigDecimal" -> "1.00";
            case "LocalDate" -> "2026-11-16";
            case "CurrencyCode" -> "PLN";
            default -> WORDS.getOrDefault(name, "text");
        };
    }

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("currency", "PLN"),
            Map.entry("iban", "PL27114020040000300201355387"),
            Map.entry("country", "PL"),
            Map.entry("outcome", "approve"),
            Map.entry("dueUntil", "2026-12-31"),
            Map.entry("date", "2026-11-16"),
            Map.entry("payOn", ""),
            Map.entry("mid", "4.25"),
            Map.entry("periodCode", "2026-11"),
            Map.entry("period", "2026-11"),
            Map.entry("chargeBearer", "SLEV"),
            Map.entry("serviceLevel", "SEPA"),
            Map.entry("splitTitle", "/VAT/{vat}/IDC/{taxId}/INV/{number}/TXT/{text}"),
            Map.entry("characterSet", "POLISH"),
            Map.entry("bic", "WBKPPLPP"),
            Map.entry("limit", "50"));
}
