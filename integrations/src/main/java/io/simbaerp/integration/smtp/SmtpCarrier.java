package io.simbaerp.integration.smtp;

import io.simbaerp.integration.outbound.OutboundAddresses;
import io.simbaerp.task.mail.Mail;
import io.simbaerp.task.mail.MailCarrier;
import io.simbaerp.task.mail.MailFault;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;
import org.springframework.stereotype.Component;

/**
 * Hands mail to the operator's server. The address behind its name is looked up once and checked as everywhere; without the
 * encryption asked for nothing is said.
 */
@Component
class SmtpCarrier implements MailCarrier {

    private static final int PATIENCE = Math.toIntExact(Duration.ofSeconds(20).toMillis());
    private static final int LASTING = 500;

    private final SmtpServer server;
    private final OutboundAddresses addresses;
    private final Clock clock;
    private SSLSocketFactory trusting = (SSLSocketFactory) SSLSocketFactory.getDefault();

    SmtpCarrier(SmtpServer server, OutboundAddresses addresses, Clock clock) {
        this.server = server;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Trusts other certificates than those the Java installation does. */
    SmtpCarrier trusting(SSLSocketFactory other) {
        trusting = other;
        return this;
    }

    @Override
    public boolean ready() {
        return server.named();
    }

    @Override
    public void carry(Mail mail) {
        Session session = session();
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            MimeMessage message = message(session, mail);
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw fault(e, isLasting(e) ? MailFault.Of.MAIL : isLost(e) ? MailFault.Of.SERVER : MailFault.Of.MOMENT);
        }
    }

    /** What fails before the server knows of any mail fails for all of it. */
    private void connect(SMTPTransport transport) {
        try {
            transport.connect(connected());
        } catch (MessagingException | IOException e) {
            throw fault(e, MailFault.Of.SERVER);
        }
    }

    private static MailFault fault(Exception e, MailFault.Of of) {
        return new MailFault(String.valueOf(e.getMessage()).strip(), of, e);
    }

    /** Whether the connection broke, or was silent for too long. */
    private static boolean isLost(MessagingException e) {
        for (Exception one = e;
                one != null;
                one = one instanceof MessagingException next ? next.getNextException() : null) {
            if (one instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLasting(Exception e) {
        for (Exception one = e;
                one != null;
                one = one instanceof MessagingException next ? next.getNextException() : null) {
            if (one instanceof SMTPAddressFailedException address && address.getReturnCode() >= LASTING) {
                return true;
            }
            if (one instanceof SMTPSendFailedException sending && sending.getReturnCode() >= LASTING) {
                return true;
            }
        }
        return e instanceof SendFailedException && e.getCause() instanceof jakarta.mail.internet.AddressException;
    }

    private Socket connected() throws IOException {
        // The socket is ours, so that the library's own timeouts don't reach it.
        Socket socket = new WriteTimeoutSocket(PATIENCE);
        try {
            socket.connect(addresses.resolve(server.host(), server.port()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            return server.encryption() == SmtpServer.Encryption.TLS ? closed(socket) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket closed(Socket open) throws IOException {
        SSLSocket socket = (SSLSocket) trusting.createSocket(open, server.host(), server.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private Session session() {
        boolean startTls = server.encryption() == SmtpServer.Encryption.STARTTLS;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", trusting);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.timeout", Integer.toString(PATIENCE));
        properties.setProperty("mail.smtp.writetimeout", Integer.toString(PATIENCE));
        properties.setProperty("mail.smtp.from", server.from().getAddress());
        properties.setProperty("mail.from", server.from().getAddress());
        if (server.user().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.user", server.user());
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException {
        String utf8 = StandardCharsets.UTF_8.name();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.content().text(), utf8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.content().html(), utf8, "html");
        MimeMessage message = new Named(session, mail.id() + "@" + server.domain());
        message.setFrom(server.from());
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.content().subject(), utf8);
        message.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("List-Id", "<" + mail.list() + "." + server.domain() + ">");
        message.setHeader("Content-Language", mail.content().language().getLanguage());
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** Keeps the id it has, so that mail sent twice is known as the same. */
    private static final class Named extends MimeMessage {

        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
