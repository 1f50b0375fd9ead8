package io.simbaerp.hardening;

import io.simbaerp.walls.Doors.Door;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A client that keeps cookies and sends whatever a test wants it to send: with or without the form's token. */
final class Stranger {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;

    Stranger(String base) {
        this.base = base;
    }

    /** One answer, as text. */
    record Answer(int status, HttpResponse<String> response) {

        String header(String name) {
            return String.join("; ", response.headers().allValues(name));
        }

        String text() {
            return response.body();
        }
    }

    CookieManager cookies() {
        return cookies;
    }

    /** Signs in as one of the demo, or tries to. */
    Answer signIn(String name, String password) {
        return post("/login", "username=" + encoded(name) + "&password=" + encoded(password), formToken("/login"));
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Posts a form with its hidden token. */
    Answer post(String path, String form, String token, String... headers) {
        return postWithoutToken(path, "_csrf=" + encoded(token) + "&" + form, headers);
    }

    Answer postWithoutToken(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** The hidden token of the first form on a page. */
    String formToken(String path) {
        Matcher token = TOKEN.matcher(get(path).text());
        if (!token.find()) {
            throw new AssertionError("No form with a token on " + path);
        }
        return token.group(1);
    }

    /** The door's address with one value for all its variables. */
    static String address(Door door, String value) {
        Map<String, String> values =
                door.variables().stream().distinct().collect(Collectors.toMap(Function.identity(), name -> value));
        return door.at(values);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
