package io.simbaerp.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server of the test's own, on a port of this machine: it speaks SMTP (RFC 5321) with sign-in (RFC 4954) and, given a key, STARTTLS, keeps what
 * it takes, and can be told to be out of order or to know an address no longer.
 */
public final class SmtpInbox implements AutoCloseable {

    /** What it is signed in to with. */
    public static final String USER = "simba";

    public static final String PASSWORD = "smtp-password";

    private final @Nullable SSLContext tls;
    private final ServerSocket server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile boolean outOfOrder;
    private volatile String unknown = "";

    /**
     * One mail as it came, with its envelope.
     *
     * @param encrypted whether it came through TLS
     */
    public record Received(String from, String to, byte[] data, boolean encrypted) {}

    public SmtpInbox() {
        this(null);
    }

    /** @param tls with whose key it closes connections by STARTTLS (RFC 3207), before which nobody signs in */
    public SmtpInbox(@Nullable SSLContext tls) {
        this.tls = tls;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "smtp-inbox");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Received> received() {
        return received;
    }

    /** To one address, in the order they came. */
    public List<byte[]> to(String address) {
        return received.stream()
                .filter(one -> one.to().equals(address))
                .map(Received::data)
                .toList();
    }

    public void outOfOrder(boolean out) {
        outOfOrder = out;
    }

    public void unknown(String address) {
        unknown = address;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException gone) {
                // The client went away, or the test is over.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        say(writer(socket), outOfOrder ? "421 out of order" : "220 inbox ESMTP");
        talk(socket, tls != null);
    }

    /** @param offersTls whether the connection isn't closed yet and could be */
    private void talk(Socket socket, boolean offersTls) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        Writer out = writer(socket);
        boolean signedIn = false;
        String from = "";
        String to = "";
        for (String line = in.readLine(); line != null && !outOfOrder; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO")) {
                say(out, "250-inbox", "250-8BITMIME", offersTls ? "250 STARTTLS" : "250 AUTH PLAIN");
            } else if (command.startsWith("STARTTLS") && offersTls) {
                say(out, "220 go on");
                talk(closed(socket), false);
                return;
            } else if (command.startsWith("AUTH PLAIN")) {
                String said =
                        new String(Base64.getDecoder().decode(line.substring(11).strip()), StandardCharsets.UTF_8);
                signedIn = !offersTls && said.endsWith("\0" + USER + "\0" + PASSWORD);
                say(out, signedIn ? "235 signed in" : "535 wrong");
            } else if (command.startsWith("MAIL FROM:")) {
                from = address(line);
                say(out, signedIn ? "250 ok" : "530 sign in first");
            } else if (command.startsWith("RCPT TO:")) {
                to = address(line);
                say(out, to.equals(unknown) ? "550 no such mailbox" : "250 ok");
            } else if (command.startsWith("DATA")) {
                say(out, "354 go on");
                received.add(new Received(from, to, message(in), socket instanceof SSLSocket));
                say(out, "250 taken");
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, command.startsWith("RSET") || command.startsWith("NOOP") ? "250 ok" : "502 unknown");
            }
        }
    }

    private Socket closed(Socket open) throws IOException {
        SSLSocket socket = (SSLSocket)
                Objects.requireNonNull(tls).getSocketFactory().createSocket(open, "localhost", open.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private static Writer writer(Socket socket) throws IOException {
        return new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] message(BufferedReader in) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return data.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private static void say(Writer out, String... lines) throws IOException {
        for (String line : lines) {
            out.write(line + "\r\n");
        }
        out.flush();
    }
}
