package io.simbaerp.operation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Metrics in Prometheus' text format at {@code http://<address>:<port>/metrics}, apart from the port people use, for who
 * sends {@code Authorization: Bearer} with the token kept in {@code <data>/metrics.token}.
 */
@Component
@ConditionalOnProperty("simba.metrics.port")
class MetricsServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private final PrometheusMeterRegistry registry;
    private final Path tokenFile;
    private final String address;
    private final int port;
    private @Nullable HttpServer server;

    MetricsServer(
            PrometheusMeterRegistry registry,
            @Value("${simba.data}") Path data,
            @Value("${simba.metrics.address:127.0.0.1}") String address,
            @Value("${simba.metrics.port}") int port) {
        this.registry = registry;
        this.tokenFile = data.toAbsolutePath().resolve("metrics.token");
        this.address = address;
        this.port = port;
    }

    @Override
    public void start() {
        try {
            byte[] expected = ("Bearer " + token()).getBytes(StandardCharsets.UTF_8);
            HttpServer made = HttpServer.create(new InetSocketAddress(address, port), 0);
            made.createContext("/", exchange -> answer(exchange, expected));
            made.start();
            server = made;
            LOG.info("Metrics at http://{}:{}/metrics, token in {}", address, port(), tokenFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Metrics can't be given at " + address + ":" + port, e);
        }
    }

    /** The port, for 0 the one the system chose. */
    int port() {
        return server == null ? port : server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, byte[] expected) throws IOException {
        try (exchange) {
            String said = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] given = said == null ? new byte[0] : said.getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(given, expected)) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                exchange.sendResponseHeaders(401, -1);
            } else if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        }
    }

    /** Made once; nodes that share the folder share it. */
    private String token() throws IOException {
        if (!Files.exists(tokenFile)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Path unfinished = Files.createTempFile(
                    tokenFile.getParent(),
                    "metrics",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(unfinished, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
            moveUnlessThere(unfinished);
        }
        return Files.readString(tokenFile).strip();
    }

    private void moveUnlessThere(Path unfinished) throws IOException {
        try {
            Files.createLink(tokenFile, unfinished);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another node made the token first", e);
        } finally {
            Files.delete(unfinished);
        }
    }

    @Override
    public void stop() {
        HttpServer running = server;
        server = null;
        if (running != null) {
            running.stop(0);
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
