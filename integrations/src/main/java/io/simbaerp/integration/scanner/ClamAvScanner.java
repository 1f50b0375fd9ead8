package io.simbaerp.integration.scanner;

import io.simbaerp.archive.ContentScanner;
import io.simbaerp.archive.ScannerUnavailable;
import io.simbaerp.integration.outbound.AddressRefused;
import io.simbaerp.integration.outbound.OutboundAddresses;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks a ClamAV daemon over TCP, if the address of one is configured: content is streamed to it, nothing is stored there. */
@Component
@ConditionalOnProperty("simba.scanner.clamav.host")
class ClamAvScanner implements ContentScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String CLEAN = "stream: OK";
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final OutboundAddresses addresses;
    private final InetSocketAddress address;
    private final int patience;

    ClamAvScanner(
            OutboundAddresses addresses,
            @Value("${simba.scanner.clamav.host}") String host,
            @Value("${simba.scanner.clamav.port:3310}") int port,
            @Value("${simba.scanner.clamav.patience:10s}") Duration patience) {
        this.addresses = addresses;
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.patience = Math.toIntExact(patience.toMillis());
    }

    @Override
    public String name() {
        return "ClamAV";
    }

    @Override
    public Optional<String> threatIn(byte[] content) {
        String answer = ask(content);
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        throw new ScannerUnavailable("ClamAV answered: " + answer, new IOException(answer));
    }

    private String ask(byte[] content) {
        try (Socket socket = new Socket()) {
            socket.connect(addresses.resolve(address.getHostString(), address.getPort()), patience);
            socket.setSoTimeout(patience);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            for (int start = 0; start < content.length; start += PIECE) {
                int length = Math.min(PIECE, content.length - start);
                out.writeInt(length);
                out.write(content, start, length);
            }
            out.writeInt(0);
            out.flush();
            return answer(socket.getInputStream());
        } catch (AddressRefused refused) {
            throw new ScannerUnavailable("ClamAV: " + refused.getMessage(), refused);
        } catch (IOException unreachable) {
            throw new ScannerUnavailable("ClamAV at " + address + " cannot be asked", unreachable);
        }
    }

    private static String answer(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST_ANSWER);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}
