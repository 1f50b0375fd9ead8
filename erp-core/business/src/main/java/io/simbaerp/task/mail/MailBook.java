package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    /** A notice that goes out by mail, not before a moment. */
    public record Told(UUID person, UUID notice, boolean digest, Instant notBefore) {}

    /** Notices go to their readers by mail too, if mail is set up and they have an address: so many statements for all. */
    public void tell(List<Told> told) {
        if (told.isEmpty() || !setup.ready()) {
            return;
        }
        Set<UUID> reachable =
                addresses.confirmed(told.stream().map(Told::person).toList());
        List<Told> sent =
                told.stream().filter(one -> reachable.contains(one.person())).toList();
        if (!sent.isEmpty()) {
            add(sent);
        }
    }

    private void add(List<Told> sent) {
        jdbc.sql("""
                        insert into task.mail (company_id, id, person, purpose, notice_id, next_at, made_at)
                        select :company, told.id, told.person, told.purpose, told.notice, told.next_at, :now
                          from unnest(cast(:ids as uuid[]), cast(:people as uuid[]), cast(:purposes as text[]),
                                      cast(:notices as uuid[]), cast(:next as timestamptz[]))
                               told (id, person, purpose, notice, next_at)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("ids", sent.stream().map(one -> NewId.at(clock)).toArray(UUID[]::new))
                .param("people", sent.stream().map(Told::person).toArray(UUID[]::new))
                .param(
                        "purposes",
                        sent.stream()
                                .map(one -> (one.digest() ? DueMail.Purpose.DIGEST : DueMail.Purpose.NOTICE).name())
                                .toArray(String[]::new))
                .param("notices", sent.stream().map(Told::notice).toArray(UUID[]::new))
                .param(
                        "next",
                        sent.stream().map(one -> one.notBefore().toString()).toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
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
        jdbc.sql("""
                        insert into task.mail (company_id, id, person, purpose, next_at, made_at)
                        values (:company, :id, :person, 'CODE', :now, :now)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
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
}
