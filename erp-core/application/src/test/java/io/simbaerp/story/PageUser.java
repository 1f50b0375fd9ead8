package io.simbaerp.story;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who uses the pages in a session, without a browser: links are asked for, forms are posted with their token. */
public final class PageUser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" (?:type=\"hidden\" )?value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----simba-page-boundary";

    /** An answer; redirects aren't followed. */
    public record Answer(int status, String contentType, String location, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String token = "";

    private PageUser(String base) {
        this.base = base;
    }

    public static PageUser signIn(String base, String name, String password) {
        PageUser user = new PageUser(base);
        user.token = tokenIn(user.get("/login").text());
        Answer answer = user.post("/login", Map.of("username", List.of(name), "password", List.of(password)));
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new AssertionError(name + " can't sign in: " + answer.status() + " " + answer.location());
        }
        user.token = tokenIn(user.get("/more").text());
        return user;
    }

    private static String tokenIn(String page) {
        Matcher matcher = TOKEN.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("No form's token in the page: " + page);
        }
        return matcher.group(1);
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Listens to server-sent events; the answer's body goes on until it is closed. */
    public HttpResponse<InputStream> listen(String path) {
        try {
            return http.send(
                    request(path, "Accept", "text/event-stream").GET().build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts a form; the token is added. */
    public Answer post(String path, Map<String, List<String>> fields, String... headers) {
        String body = fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String whole = "_csrf=" + encoded(token) + (body.isEmpty() ? "" : "&" + body);
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(whole)));
    }

    /** Posts a body as it is, however wrong, with the form's token beside it. */
    public Answer postAsIs(String path, byte[] body, String contentType) {
        return send(request(path, "Content-Type", contentType, "X-CSRF-TOKEN", token)
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Posts a form with a file in it; the other fields go into the address. */
    public Answer postFile(String path, String field, byte[] content, String... headers) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                + "\"; filename=\"file.txt\"\r\nContent-Type: text/plain\r\n\r\n";
        return send(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Location").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
