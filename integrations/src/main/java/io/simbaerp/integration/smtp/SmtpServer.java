package io.simbaerp.integration.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail server the operator named, and who mail comes from. What can't be right is refused at the start. */
@Component
class SmtpServer {

    /** How the way to the server is closed. */
    enum Encryption {
        STARTTLS,
        TLS,
        NONE
    }

    private final String host;
    private final int port;
    private final Encryption encryption;
    private final String user;
    private final String password;
    private final String from;

    SmtpServer(
            @Value("${simba.mail.host:}") String host,
            @Value("${simba.mail.port:587}") int port,
            @Value("${simba.mail.encryption:STARTTLS}") String encryption,
            @Value("${simba.mail.user:}") String user,
            @Value("${simba.mail.password:}") String password,
            @Value("${simba.mail.from:}") String from) {
        this.host = host.strip();
        this.port = port;
        this.encryption = encryption(encryption);
        this.user = user;
        this.password = password;
        this.from = from.strip();
        if (!this.from.isEmpty()) {
            from();
        }
    }

    private static Encryption encryption(String written) {
        try {
            return Encryption.valueOf(written.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("simba.mail.encryption: STARTTLS, TLS or NONE, not " + written, e);
        }
    }

    boolean named() {
        return !host.isEmpty() && !from.isEmpty();
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Encryption encryption() {
        return encryption;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    InternetAddress from() {
        try {
            InternetAddress[] one = InternetAddress.parse(from, true);
            if (one.length == 1) {
                one[0].validate();
                return one[0];
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException("simba.mail.from: " + from + " is no sender", e);
        }
        throw new IllegalArgumentException("simba.mail.from: " + from + " is not one sender");
    }

    /** What stands behind the sender's at-sign: ids of mail and lists end in it. */
    String domain() {
        String address = from().getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
