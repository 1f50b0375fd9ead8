package io.simbaerp.fuzz;

import io.simbaerp.fuzz.Operation.Parameter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes requests of an operation: some as its schema wants them, most with something wrong. */
final class RandomRequests {

    private static final Set<String> SET_BY_THE_CLIENT = Set.of("host", "content-length", "connection", "expect");
    private static final String BOUNDARY = "----fuzz";

    private final String base;
    private final JsonNode schemas;
    private final List<String> ids;
    private final Random random;
    private final OddValues odd;

    /** @param ids of records that are there, so that a request gets past looking for them */
    RandomRequests(String base, JsonNode openApi, List<String> ids, Random random) {
        this.base = base;
        this.schemas = openApi.path("components").path("schemas");
        this.ids = ids;
        this.random = random;
        this.odd = new OddValues(random);
    }

    /** A request and what it says, to be printed when it finds something. */
    record Made(HttpRequest request, String words) {}

    Made make(Operation operation, String token) {
        String address = address(operation);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token);
        headers(operation, request);
        String body = "";
        if (!operation.file().isEmpty()) {
            body = "(a file)";
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .method(operation.method(), BodyPublishers.ofByteArray(multipart(operation.file())));
        } else if (operation.method().equals("GET")) {
            request.GET();
        } else {
            body = body(operation);
            request.header("Content-Type", contentType()).method(operation.method(), BodyPublishers.ofString(body));
        }
        String shown = body.length() > 600 ? body.substring(0, 600) + "..." : body;
        return new Made(request.build(), operation.method() + " " + address + " " + shown);
    }

    private String contentType() {
        return random.nextInt(20) == 0 ? "text/plain" : "application/json";
    }

    private String address(Operation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", encoded(pathValue()));
            }
        }
        String query = operation.parameters().stream()
                .filter(parameter -> parameter.in().equals("query") && random.nextInt(3) > 0)
                .map(parameter -> encoded(parameter.name()) + "=" + encoded(value(parameter)))
                .collect(Collectors.joining("&"));
        String extra = random.nextInt(4) == 0 ? "&" + encoded(odd.text()) + "=" + encoded(odd.text()) : "";
        return query.isEmpty() && extra.isEmpty() ? path : path + "?" + query + extra;
    }

    private String pathValue() {
        int kind = random.nextInt(10);
        if (kind < 6 && !ids.isEmpty()) {
            return ids.get(random.nextInt(ids.size()));
        }
        String value = kind < 8 ? UUID.randomUUID().toString() : odd.text();
        // An empty or dotted segment is another path.
        return value.isBlank() || value.contains("/") || value.contains("..") ? "x" : value;
    }

    private String value(Parameter parameter) {
        if (random.nextInt(3) == 0) {
            return odd.text();
        }
        if (parameter.format().equals("uuid") && !ids.isEmpty()) {
            return ids.get(random.nextInt(ids.size()));
        }
        return switch (parameter.type()) {
            case "integer", "number" -> String.valueOf(random.nextInt(-5, 500));
            case "boolean" -> String.valueOf(random.nextBoolean());
            default -> odd.text();
        };
    }

    private void headers(Operation operation, HttpRequest.Builder request) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("header")
                    && !SET_BY_THE_CLIENT.contains(parameter.name().toLowerCase())) {
                header(request, parameter.name());
            }
        }
        for (String name : List.of("If-Match", "Accept-Language", "Accept", "Simba-Company")) {
            if (random.nextInt(12) == 0) {
                header(request, name);
            }
        }
    }

    private void header(HttpRequest.Builder request, String name) {
        String value = odd.text().replaceAll("[^\\x20-\\x7e]", "?").strip();
        request.header(name, value.length() > 1_000 ? value.substring(0, 1_000) : value);
    }

    private String body(Operation operation) {
        int kind = random.nextInt(12);
        if (kind == 0) {
            return odd.json(0);
        }
        if (kind == 1) {
            return "[".repeat(random.nextInt(3_000));
        }
        String json = value(operation.body(), 0);
        return kind == 2 && json.length() > 2 ? json.substring(0, random.nextInt(json.length())) : json;
    }

    private String value(JsonNode schema, int depth) {
        if (random.nextInt(6) == 0) {
            return odd.json(depth);
        }
        JsonNode meant = resolved(schema);
        if (!meant.path("enum").isMissingNode() && !meant.path("enum").isEmpty()) {
            JsonNode values = meant.path("enum");
            return OddValues.quoted(values.get(random.nextInt(values.size())).asString());
        }
        return switch (meant.path("type").asString("object")) {
            case "string" -> OddValues.quoted(string(meant.path("format").asString("")));
            case "integer" -> String.valueOf(random.nextInt(-3, 1000));
            case "number" -> random.nextInt(-3, 1000) + ".5";
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "array" -> array(meant, depth);
            default -> object(meant, depth);
        };
    }

    private String string(String format) {
        return switch (format) {
            case "uuid" -> ids.isEmpty() ? UUID.randomUUID().toString() : ids.get(random.nextInt(ids.size()));
            case "date" -> "2026-11-" + (10 + random.nextInt(20));
            default -> random.nextInt(3) == 0 ? "12.34" : odd.text();
        };
    }

    private String array(JsonNode schema, int depth) {
        List<String> items = new ArrayList<>();
        for (int i = depth > 4 ? 3 : random.nextInt(3); i < 3; i++) {
            items.add(value(schema.path("items"), depth + 1));
        }
        return "[" + String.join(",", items) + "]";
    }

    private String object(JsonNode schema, int depth) {
        if (depth > 6) {
            return "{}";
        }
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (random.nextInt(8) > 0) {
                fields.add(OddValues.quoted(field.getKey()) + ":" + value(field.getValue(), depth + 1));
            }
        }
        if (random.nextInt(5) == 0) {
            fields.add("\"companyId\":" + OddValues.quoted(UUID.randomUUID().toString()));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private byte[] multipart(String part) {
        byte[] noise = new byte[random.nextInt(2_000)];
        random.nextBytes(noise);
        String start = random.nextBoolean()
                ? ""
                : List.of("%PDF-1.7\n", "<Invoice>", "PK\u0003\u0004", "a;b\n1;")
                        .get(random.nextInt(4));
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                + odd.text().replaceAll("[\r\n\"]", "_") + "\"\r\n\r\n" + start;
        return (head + new String(noise, StandardCharsets.ISO_8859_1) + "\r\n--" + BOUNDARY + "--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
