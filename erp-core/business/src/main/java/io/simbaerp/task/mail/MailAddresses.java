package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.MasterKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where mail to people goes. */
@Component
public class MailAddresses {

    /** How often a code may be mistyped. */
    static final int MOST_TRIES = 5;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final MasterKey masterKey;
    private final Clock clock;

    MailAddresses(JdbcClient jdbc, CurrentActor currentActor, MasterKey masterKey, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** Where a person gets mail, once confirmed. */
    public record Address(String address, boolean confirmed) {}

    /** The address a person gave. */
    public Optional<Address> of(UUID person) {
        return jdbc.sql("""
                        select address, confirmed_at is not null from task.mail_address
                         where company_id = ? and person = ?""")
                .params(company(), person)
                .query((row, number) -> new Address(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    /** Those of the people whom mail reaches. */
    Set<UUID> confirmed(Collection<UUID> people) {
        return jdbc.sql("""
                        select person from task.mail_address
                         where company_id = :company and person = any (:people) and confirmed_at is not null""")
                .param("company", company())
                .param("people", people.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /** Whether the address the person has now was confirmed already at that moment, to the second. */
    public boolean confirmedSince(UUID person, Instant moment) {
        return jdbc.sql("""
                        select exists (select from task.mail_address
                                        where company_id = :company and person = :person
                                          and date_trunc('second', confirmed_at) <= :moment)""")
                .param("company", company())
                .param("person", person)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void keep(UUID person, String address, String code, Instant until) {
        jdbc.sql("""
                        insert into task.mail_address (company_id, person, address, code, code_until)
                        values (:company, :person, :address, :code, :until)
                        on conflict (company_id, person) do update
                           set address = excluded.address, code = excluded.code, code_until = excluded.code_until,
                               tries = 0, confirmed_at = null""")
                .param("company", company())
                .param("person", person)
                .param("address", address)
                .param("code", masterKey.wrap(code.getBytes(StandardCharsets.UTF_8), context(person)))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(UUID person) {
        jdbc.sql("delete from task.mail_address where company_id = ? and person = ?")
                .params(company(), person)
                .update();
    }

    /** The code that is to be sent, while it may be entered. */
    Optional<String> code(UUID person) {
        return jdbc.sql("""
                        select code from task.mail_address
                         where company_id = :company and person = :person and code_until > :now and tries < :tries""")
                .param("company", company())
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tries", MOST_TRIES)
                .query(byte[].class)
                .optional()
                .map(wrapped -> plain(person, wrapped));
    }

    /** A code that somebody tries to enter, and where it was sent. */
    record Attempt(String address, String code) {}

    /**
     * Counts an attempt and says what would be right, in one statement: however many try at once, none is over the count, and
     * the address stays the one it is until the transaction ends. Nothing where it is too late, or was tried too often.
     */
    Optional<Attempt> attempt(UUID person) {
        return jdbc.sql("""
                        update task.mail_address set tries = tries + 1
                         where company_id = :company and person = :person and code_until > :now and tries < :tries
                        returning address, code""")
                .param("company", company())
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("tries", MOST_TRIES)
                .query((row, number) -> new Attempt(row.getString(1), plain(person, row.getBytes(2))))
                .optional();
    }

    /** The address the code was sent to, and no other. */
    boolean confirm(UUID person, String address) {
        return jdbc.sql("""
                                update task.mail_address set code = null, code_until = null, confirmed_at = :now
                                 where company_id = :company and person = :person and address = :address
                                   and code is not null""")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("company", company())
                        .param("person", person)
                        .param("address", address)
                        .update()
                == 1;
    }

    private String plain(UUID person, byte[] wrapped) {
        return new String(masterKey.unwrap(wrapped, context(person)), StandardCharsets.UTF_8);
    }

    private String context(UUID person) {
        return "mail-code " + company() + " " + person;
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
