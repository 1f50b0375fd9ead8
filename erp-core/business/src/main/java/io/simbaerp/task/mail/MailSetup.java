package io.simbaerp.task.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether mail can be sent, and where its links lead. */
@Component
public class MailSetup {

    private final ObjectProvider<MailCarrier> carrier;
    private final String address;

    /** @param address what people type to reach this installation, such as {@code https://simba.example.com} */
    MailSetup(ObjectProvider<MailCarrier> carrier, @Value("${simba.address:}") String address) {
        this.carrier = carrier;
        this.address = address.replaceFirst("/+$", "");
        if (!this.address.isEmpty() && !this.address.matches("https?://[A-Za-z0-9.\\[\\]:-]+(/[\\w./-]*)?")) {
            throw new IllegalArgumentException(
                    "simba.address: " + address + " is no address such as https://simba.example.com");
        }
    }

    /** Whether a server, a sender and the own address are configured. */
    public boolean ready() {
        MailCarrier present = carrier.getIfAvailable();
        return present != null && present.ready() && !address.isEmpty();
    }

    /** The whole address of one of our pages. */
    public String link(String path) {
        return address + path;
    }

    MailCarrier carrier() {
        return carrier.getObject();
    }
}
