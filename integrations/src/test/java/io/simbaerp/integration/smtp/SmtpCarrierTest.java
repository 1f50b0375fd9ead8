package io.simbaerp.integration.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.integration.outbound.OutboundAddresses;
import io.simbaerp.task.mail.Mail;
import io.simbaerp.task.mail.MailFault;
import io.simbaerp.testing.SmtpInbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail over a real connection to a server that speaks SMTP. */
class SmtpCarrierTest {

    private final SmtpInbox inbox = new SmtpInbox();
    private final Mail mail = new Mail(
            UUID.randomUUID(),
            "anna@example.com",
            "notices",
            new Mail.Content(
                    "Zaakceptuj fakturę: czeka", "Zażółć\n.kropka\n", "<p>Zażółć</p>", Locale.forLanguageTag("pl")));

    @AfterEach
    void close() throws IOException {
        inbox.close();
    }

    @Test
    void mailArrivesWholeAndSaysThatAProgramWroteIt() throws MessagingException, IOException {
        carrier("NONE", "smtp-password", "127.0.0.0/8").carry(mail);
        SmtpInbox.Received received = inbox.received().get(0);
        MimeMessage message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.data()));
        assertThat(received.from()).isEqualTo("simba@example.com");
        assertThat(received.to()).isEqualTo("anna@example.com");
        assertThat(message.getSubject()).isEqualTo("Zaakceptuj fakturę: czeka");
        assertThat(message.getMessageID()).isEqualTo("<" + mail.id() + "@example.com>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("List-Id")).containsExactly("<notices.example.com>");
        assertThat(message.getHeader("Content-Language")).containsExactly("pl");
        assertThat(message.getHeader("Date")).containsExactly("Fri, 20 Nov 2026 09:47:00 GMT");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
                .isEqualTo("Zażółć\n.kropka\n");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Zażółć</p>");
    }

    @Test
    void whatTheServerRefusesIsToldFromWhatMayPass() {
        assertThatThrownBy(() -> carrier("NONE", "wrong", "127.0.0.0/8").carry(mail))
                .isInstanceOfSatisfying(MailFault.class, fault -> {
                    assertThat(fault.lasting()).isFalse();
                    assertThat(fault.ofServer()).isTrue();
                });
        inbox.unknown("anna@example.com");
        assertThatThrownBy(() -> carrier("NONE", "smtp-password", "127.0.0.0/8").carry(mail))
                .isInstanceOfSatisfying(MailFault.class, fault -> {
                    assertThat(fault.lasting()).isTrue();
                    assertThat(fault.ofServer()).isFalse();
                });
        inbox.outOfOrder(true);
        assertThatThrownBy(() -> carrier("NONE", "smtp-password", "127.0.0.0/8").carry(mail))
                .isInstanceOfSatisfying(MailFault.class, fault -> {
                    assertThat(fault.lasting()).isFalse();
                    assertThat(fault.ofServer()).isTrue();
                });
        assertThat(inbox.received()).isEmpty();
    }

    @Test
    void nothingIsSaidWithoutTheEncryptionAskedFor() {
        assertThatThrownBy(() ->
                        carrier("STARTTLS", "smtp-password", "127.0.0.0/8").carry(mail))
                .isInstanceOf(MailFault.class)
                .hasMessageContaining("STARTTLS");
        assertThatThrownBy(
                        () -> carrier("PERHAPS", "smtp-password", "127.0.0.0/8").carry(mail))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("simba.mail.encryption");
        assertThat(inbox.received()).isEmpty();
    }

    @Test
    void aServerInsideIsRefusedUnlessListed() {
        assertThatThrownBy(() -> carrier("NONE", "smtp-password", "10.9.9.9").carry(mail))
                .isInstanceOf(MailFault.class)
                .hasMessageContaining("simba.outbound.allowed");
    }

    private SmtpCarrier carrier(String encryption, String password, String allowed) {
        return new SmtpCarrier(
                new SmtpServer("localhost", inbox.port(), encryption, "simba", password, "Simba <simba@example.com>"),
                OutboundAddresses.allowing(allowed.split(",")),
                Clock.fixed(Instant.parse("2026-11-20T09:47:00Z"), ZoneOffset.UTC));
    }
}
