package io.simbaerp.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsServerTest {

    @TempDir
    private Path data;

    private MetricsServer server;

    @BeforeEach
    void start() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.counter("documents.received").increment(3);
        server = new MetricsServer(registry, data, "127.0.0.1", 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void givesMetricsToWhoHoldsTheToken() throws Exception {
        HttpResponse<String> answer = get("/metrics", Files.readString(token()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("documents_received_total 3.0");
        assertThat(get("/", Files.readString(token())).statusCode()).isEqualTo(404);
    }

    @Test
    void givesNothingToAnybodyElse() throws Exception {
        for (String wrong : new String[] {"", "x", Files.readString(token()).substring(1)}) {
            HttpResponse<String> answer = get("/metrics", wrong);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void keepsTheTokenToItsOwnerAndForTheNextStart() throws IOException {
        String before = Files.readString(token());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token())))
                .isEqualTo("rw-------");
        assertThat(before).hasSize(64);

        server.stop();
        server.start();

        assertThat(Files.readString(token())).isEqualTo(before);
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(token());
        }
    }

    private Path token() {
        return data.resolve("metrics.token");
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
