package io.simbaerp.integration.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.archive.ScannerUnavailable;
import io.simbaerp.integration.outbound.OutboundAddresses;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** The conversation with a ClamAV daemon, byte by byte as its protocol says. */
class ClamAvScannerTest {

    private static final OutboundAddresses LOCAL = OutboundAddresses.allowing("127.0.0.0/8", "::1");

    private static final byte[] CONTENT = new byte[200_000];

    @Test
    void streamsTheWholeContentInPieces() throws Exception {
        try (ServerSocket daemon = daemon()) {
            CompletableFuture<byte[]> received = answering(daemon, "stream: OK\0");

            assertThat(scanner(daemon.getLocalPort()).threatIn(CONTENT)).isEmpty();
            assertThat(received.get()).isEqualTo(CONTENT);
        }
    }

    @Test
    void namesTheThreat() throws Exception {
        try (ServerSocket daemon = daemon()) {
            answering(daemon, "stream: Win.Test.EICAR_HDB-1 FOUND\0");

            assertThat(scanner(daemon.getLocalPort()).threatIn(CONTENT)).contains("Win.Test.EICAR_HDB-1");
        }
    }

    @Test
    void doesNotTakeARefusalForHarmless() throws Exception {
        try (ServerSocket daemon = daemon()) {
            answering(daemon, "INSTREAM size limit exceeded. ERROR\0");

            assertThatThrownBy(() -> scanner(daemon.getLocalPort()).threatIn(CONTENT))
                    .isInstanceOf(ScannerUnavailable.class)
                    .hasMessageContaining("size limit");
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int nobody;
        try (ServerSocket closed = daemon()) {
            nobody = closed.getLocalPort();
        }

        assertThatThrownBy(() -> scanner(nobody).threatIn(CONTENT)).isInstanceOf(ScannerUnavailable.class);
    }

    @Test
    void losesPatienceWithADaemonThatKeepsSilent() throws Exception {
        try (ServerSocket daemon = daemon()) {
            ClamAvScanner scanner =
                    new ClamAvScanner(LOCAL, "localhost", daemon.getLocalPort(), Duration.ofMillis(200));

            assertThatThrownBy(() -> scanner.threatIn(new byte[] {1})).isInstanceOf(ScannerUnavailable.class);
        }
    }

    private static ClamAvScanner scanner(int port) {
        return new ClamAvScanner(LOCAL, "localhost", port, Duration.ofSeconds(5));
    }

    private static ServerSocket daemon() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    }

    private static CompletableFuture<byte[]> answering(ServerSocket daemon, String answer)
            throws ExecutionException, InterruptedException {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket client = daemon.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
    }
}
