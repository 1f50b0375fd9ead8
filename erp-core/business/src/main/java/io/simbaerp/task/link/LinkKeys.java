package io.simbaerp.task.link;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs links with the company's own key, which lies encrypted in the database. */
@Component
class LinkKeys {

    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final MasterKey masterKey;
    private final Clock clock;

    LinkKeys(JdbcClient jdbc, CurrentActor currentActor, MasterKey masterKey, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    byte[] signature(MailLink link) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return mac.doFinal(link.signed().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** The key is made when the company's first link is. */
    void make() {
        if (wrapped().isEmpty()) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            jdbc.sql("insert into task.mail_key (company_id, wrapped, made_at) values (?, ?, ?) on conflict do nothing")
                    .params(
                            company(),
                            masterKey.wrap(made, context()),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private byte[] key() {
        return masterKey.unwrap(wrapped().orElseThrow(), context());
    }

    private Optional<byte[]> wrapped() {
        return jdbc.sql("select wrapped from task.mail_key where company_id = ?")
                .param(company())
                .query(byte[].class)
                .optional();
    }

    private String context() {
        return "mail-link " + company();
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
