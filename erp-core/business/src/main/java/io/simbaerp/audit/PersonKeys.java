package io.simbaerp.audit;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.MasterKey;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Subject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys under which values about people stand, one for each person and company, wrapped by the master key. */
@Component
class PersonKeys {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final MasterKey masterKey;
    private final Clock clock;

    PersonKeys(JdbcClient jdbc, CurrentActor currentActor, MasterKey masterKey, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** A key with the id under which it is kept. */
    record Kept(UUID id, SecretKey key) {}

    /** The person's key, made when it is first needed; of two who make it at once, one wins. */
    Kept of(Subject person) {
        return find(person).orElseGet(() -> {
            UUID id = NewId.at(clock);
            byte[] made = new byte[BYTES];
            RANDOM.nextBytes(made);
            jdbc.sql("""
                            insert into audit.person_key (company_id, id, person_kind, person_id, wrapped, made_at)
                            values (:company, :id, :kind, :person, :wrapped, :now::timestamptz)
                            on conflict (company_id, person_kind, person_id) where disposed_at is null do nothing""")
                    .param("company", company())
                    .param("id", id)
                    .param("kind", person.kind())
                    .param("person", person.id())
                    .param("wrapped", masterKey.wrap(made, context(id)))
                    .param("now", clock.instant().toString())
                    .update();
            return find(person).orElseThrow();
        });
    }

    Optional<Kept> find(Subject person) {
        return jdbc.sql("""
                        select id, wrapped from audit.person_key
                         where company_id = :company and person_kind = :kind and person_id = :person
                           and disposed_at is null""")
                .param("company", company())
                .param("kind", person.kind())
                .param("person", person.id())
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Kept(id, unwrap(id, row.getBytes("wrapped")));
                })
                .optional();
    }

    SecretKey unwrap(UUID id, byte[] wrapped) {
        return new SecretKeySpec(masterKey.unwrap(wrapped, context(id)), "AES");
    }

    private String context(UUID id) {
        return "person-key " + company() + " " + id;
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
