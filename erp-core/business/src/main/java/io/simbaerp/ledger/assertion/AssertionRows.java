package io.simbaerp.ledger.assertion;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has PostgreSQL hold assertions against the books. */
@Component
class AssertionRows {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    AssertionRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Those that stand, are due until this day and were not checked since this moment. */
    List<UUID> due(LocalDate until, Instant notSince) {
        return jdbc.sql("""
                        select b.id from ledger.balance_assertion b
                         where b.company_id = :company and b.withdrawn_at is null and b.day <= :until
                           and not exists (select from ledger.assertion_check k
                                            where k.company_id = b.company_id and k.assertion_id = b.id
                                              and k.checked_at > :since::timestamptz)
                         order by b.id""")
                .param("company", currentActor.company().value())
                .param("until", until)
                .param("since", notSince.toString())
                .query(UUID.class)
                .list();
    }

    /** @return whether it holds */
    boolean check(UUID assertion) {
        return jdbc.sql("""
                        insert into ledger.assertion_check (company_id, id, assertion_id, checked_at, actual, holds)
                        values (:company, :id, :assertion, :at::timestamptz, 0, false) returning holds""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("assertion", assertion)
                .param("at", clock.instant().toString())
                .query(Boolean.class)
                .single();
    }
}
