package io.simbaerp.story;

import io.simbaerp.testing.SmtpInbox;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A mail server for the stories: what Simba sends arrives there over SMTP. */
public class SmtpInboxInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where links in mail lead to; stories follow their path. */
    public static final String ADDRESS = "https://simba.example.com";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SmtpInbox inbox = new SmtpInbox();
        context.getBeanFactory().registerSingleton("smtpInbox", inbox);
        TestPropertyValues.of(
                        "simba.address=" + ADDRESS,
                        "simba.mail.host=localhost",
                        "simba.mail.port=" + inbox.port(),
                        "simba.mail.encryption=NONE",
                        "simba.mail.user=" + SmtpInbox.USER,
                        "simba.mail.password=" + SmtpInbox.PASSWORD,
                        "simba.mail.from=Simba <simba@example.com>",
                        "simba.outbound.allowed=127.0.0.0/8,::1")
                .applyTo(context);
    }
}
