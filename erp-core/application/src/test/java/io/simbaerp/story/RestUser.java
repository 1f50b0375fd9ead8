package io.simbaerp.story;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the REST interface with a token of their own. */
public final class RestUser {

    /** An answer: its status and its JSON, which is missing where there is no body. */
    public record Answer(int status, JsonNode body, String text) {

        public RestUser.Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + " but got " + status + ": " + text);
            }
            return this;
        }

        public String get(String field) {
            return body.path(field).asString();
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----simba-story-boundary";

    /** Doesn't offer HTTP/2 with every request: the server doesn't take it without encryption. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String token;

    private RestUser(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Signs in by name and password, as the demo allows. */
    public static RestUser signIn(String base, String name, String password) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        RestUser nobody = new RestUser(base, "");
        Answer answer = nobody.send(HttpRequest.newBuilder(URI.create(base + "/api/v1/tokens"))
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        return new RestUser(base, answer.expect(201).get("token"));
    }

    /** The same person at another node. */
    public RestUser at(String address) {
        return new RestUser(address, token);
    }

    /** Completes the person's open task about the document by its first outcome, if there is one. */
    public boolean carryForward(String document) {
        JsonNode items = get("/api/v1/tasks?view=all&state=open&document=" + document)
                .expect(200)
                .body()
                .path("items");
        if (items.isEmpty()) {
            return false;
        }
        JsonNode task = items.get(0);
        Map<String, Object> decision = new HashMap<>();
        decision.put("outcome", task.path("outcomes").get(0).asString());
        if (task.path("contentHash").isString()) {
            decision.put("contentHash", task.path("contentHash").asString());
        }
        post("/api/v1/tasks/" + task.path("id").asString() + "/complete", decision)
                .expect(200);
        return true;
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** Any method with any body, which is JSON unless it is empty, and further headers. */
    public Answer ask(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = with(request(path), headers);
        return send(
                json.isEmpty()
                        ? request.method(method, HttpRequest.BodyPublishers.noBody())
                                .build()
                        : request.header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(json))
                                .build());
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    public Answer put(String path, Map<String, ?> body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Hands in a document, with an idempotency key unless it is empty. */
    public Answer upload(byte[] content, String fileName, String idempotencyKey) {
        return upload(content, fileName, idempotencyKey, Map.of());
    }

    /** Hands in a document with what else the form takes, such as its number in KSeF. */
    public Answer upload(byte[] content, String fileName, String idempotencyKey, Map<String, String> fields) {
        return multipart("/api/v1/documents" + query(fields), content, fileName, idempotencyKey);
    }

    private static String query(Map<String, String> fields) {
        return fields.isEmpty()
                ? ""
                : fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    public Answer validate(byte[] content, String fileName) {
        return multipart("/api/v1/e-invoices/validate", content, fileName, "");
    }

    /** A file to a path that takes one. */
    public Answer upload(String path, byte[] content, String... headers) {
        return multipart(path, content, "file.txt", "", headers);
    }

    /** A file as this part of a form. */
    public Answer part(String path, String part, byte[] content, String fileName) {
        return multipart(path, part, content, fileName, "");
    }

    /** A file as the whole body. */
    public Answer body(String path, byte[] content, String contentType, String... headers) {
        return send(with(request(path), headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build());
    }

    private Answer multipart(String path, byte[] content, String fileName, String idempotencyKey, String... headers) {
        return multipart(path, "file", content, fileName, idempotencyKey, headers);
    }

    private Answer multipart(
            String path, String part, byte[] content, String fileName, String idempotencyKey, String... headers) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = with(request(path), headers)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.build());
    }

    /** The bytes a path answers with. */
    public byte[] download(String path) {
        try {
            return http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            String text = response.body();
            boolean lines =
                    response.headers().firstValue("Content-Type").orElse("").contains("ndjson");
            boolean json = !lines && (text.startsWith("{") || text.startsWith("["));
            return new Answer(response.statusCode(), json ? JSON.readTree(text) : JSON.createObjectNode(), text);
        } catch (IOException e) {
            throw new IllegalStateException(request + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
