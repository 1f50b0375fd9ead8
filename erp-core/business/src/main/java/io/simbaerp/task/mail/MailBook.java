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

    /** Whether a code was asked for since then. */
    boolean codeSince(UUID person, Instant moment) {
        return jdbc.sql("""
                        select exists (select from task.mail
                                        where company_id = :company and person = :person and purpose = 'CODE'
                                          and made_at > :moment)""")
                .param("company", currentActor.company().value())
                .param("person", person)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** The code goes out; one that still waits is of no use any more. */
    void code(UUID person, Instant now) {
        dropCodes(person, now);
        add(person, DueMail.Purpose.CODE, null, now);
    }

    void dropCodes(UUID person, Instant now) {
        jdbc.sql("""
                        update task.mail set state = 'DROPPED', ended_at = :now
                         where company_id = :company and person = :person and purpose = 'CODE' and state = 'WAITING'""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("company", currentActor.company().value())
                .param("person", person)
                .update();
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
