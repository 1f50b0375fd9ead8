package io.simbaerp.integration.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.integration.outbound.OutboundAddresses;
import io.simbaerp.task.mail.Mail;
import io.simbaerp.task.mail.MailFault;
import io.simbaerp.testing.SmtpInbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail through STARTTLS to a server that offers nothing before it, with certificates that are to be trusted and that aren't. */
class StartTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private final Mail mail = new Mail(
            UUID.randomUUID(),
            "anna@example.com",
            "notices",
            new Mail.Content("Approve invoice", "It waits", "<p>It waits</p>", Locale.ENGLISH));

    @Test
    void nameAndPasswordAndMailGoThroughTls() throws Exception {
        KeyStore keys = keys("localhost");
        try (SmtpInbox inbox = new SmtpInbox(serving(keys))) {
            carrier(inbox, trusting(keys)).carry(mail);
            assertThat(inbox.received()).singleElement().satisfies(received -> {
                assertThat(received.encrypted()).isTrue();
                assertThat(received.to()).isEqualTo("anna@example.com");
            });
        }
    }

    @Test
    void aServerNobodyVouchesForIsToldNothing() throws Exception {
        KeyStore keys = keys("localhost");
        try (SmtpInbox inbox = new SmtpInbox(serving(keys))) {
            refused(carrier(inbox, (SSLSocketFactory) SSLSocketFactory.getDefault()));
            refused(carrier(inbox, trusting(keys("localhost"))));
            assertThat(inbox.received()).isEmpty();
        }
    }

    @Test
    void aServerWithTheCertificateOfAnotherIsToldNothing() throws Exception {
        KeyStore keys = keys("mail.example.com");
        try (SmtpInbox inbox = new SmtpInbox(serving(keys))) {
            refused(carrier(inbox, trusting(keys)));
            assertThat(inbox.received()).isEmpty();
        }
    }

    private void refused(SmtpCarrier carrier) {
        assertThatThrownBy(() -> carrier.carry(mail))
                .isInstanceOfSatisfying(
                        MailFault.class, fault -> assertThat(fault.ofServer()).isTrue());
    }

    private static SmtpCarrier carrier(SmtpInbox inbox, SSLSocketFactory trusting) {
        SmtpCarrier carrier = new SmtpCarrier(
                new SmtpServer(
                        "localhost",
                        inbox.port(),
                        "STARTTLS",
                        SmtpInbox.USER,
                        SmtpInbox.PASSWORD,
                        "Simba <simba@example.com>"),
                OutboundAddresses.allowing("127.0.0.0/8"),
                Clock.fixed(Instant.parse("2026-11-20T09:47:00Z"), ZoneOffset.UTC));
        return carrier.trusting(trusting);
    }

    /** A key with a certificate for a host, that it signed itself, as the Java installation makes it. */
    private KeyStore keys(String host) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(UUID.randomUUID() + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "smtp",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS) && keytool.exitValue() == 0)
                .as(said)
                .isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext serving(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SSLSocketFactory trusting(KeyStore keys) throws GeneralSecurityException {
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            certificates.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        certificates.setCertificateEntry("smtp", keys.getCertificate("smtp"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
