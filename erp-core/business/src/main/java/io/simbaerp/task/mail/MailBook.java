package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what is to be mailed, in the transaction in which that is decided. */
@Component
public class MailBook {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final MailSetup setup;
    private final MailAddresses addresses;
    private final Clock clock;

    MailBook(JdbcClient jdbc, CurrentActor currentActor, MailSetup setup, MailAddresses addresses, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.setup = setup;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A notice goes to its reader by mail too, if mail is set up and they have an address. */
    public void tell(UUID person, UUID notice, boolean digest, Instant notBefore) {
        boolean reachable = setup.ready()
                && addresses.of(person).filter(MailAddresses.Address::confirmed).isPresent();
        if (reachable) {
            add(person, digest ? DueMail.Purpose.DIGEST : DueMail.Purpose.NOTICE, notice, notBefore);
        }
    }

    void code(UUID person, Instant now) {
        add(person, DueMail.Purpose.CODE, null, now);
    }

    private void add(UUID person, DueMail.Purpose purpose, @Nullable UUID notice, Instant notBefore) {
        jdbc.sql("""
                        insert into task.mail (company_id, id, person, purpose, notice_id, next_at, made_at)
                        values (:company, :id, :person, :purpose, :notice, :next, :now)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("person", person)
                .param("purpose", purpose.name())
                .param("notice", notice, Types.OTHER)
                .param("next", notBefore.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
