package io.simbaerp.packaged;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the REST interface, as a partner would write one. */
public final class Rest {

    private static final String BOUNDARY = "simba-test-boundary";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = new JsonMapper();
    private final String address;
    private String token = "";

    public Rest(String address) {
        this.address = address;
    }

    /** What came back. */
    public record Answer(int status, byte[] body, JsonNode json) {}

    /** Signs in as a user of the demo, whose password is the name. */
    public Rest signIn(String user) throws IOException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(request("/api/v1/tokens")
                .header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody()));
        if (answer.status() / 100 != 2) {
            throw new IOException("No token for " + user + ": " + answer.status() + " " + answer.json());
        }
        token = answer.json().get("token").asString();
        return this;
    }

    public Answer get(String path) throws IOException {
        return send(signed(path).GET());
    }

    /** Asks for something to be done that needs no body. */
    public Answer post(String path) throws IOException {
        return send(signed(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Hands in a document. */
    public Answer upload(String fileName, byte[] content) throws IOException {
        return file("/api/v1/documents", fileName, content);
    }

    /** Has a file judged without handing it in. */
    public Answer validate(String fileName, byte[] content) throws IOException {
        return file("/api/v1/e-invoices/validate", fileName, content);
    }

    private Answer file(String path, String fileName, byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(signed(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean isJson = response.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.contains("json"))
                    .orElse(false);
            JsonNode node = isJson ? json.readTree(response.body()) : json.nullNode();
            return new Answer(response.statusCode(), response.body(), node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
