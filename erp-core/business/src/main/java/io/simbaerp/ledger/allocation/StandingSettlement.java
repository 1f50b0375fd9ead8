package io.simbaerp.ledger.allocation;

import io.simbaerp.architecture.Conflict;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the entries of settlements and revaluations as long as those stand. */
public final class StandingSettlement {

    private StandingSettlement() {}

    /**
     * Refuses to take an entry back that belongs to a settlement nobody has undone, or a revaluation nobody took back.
     *
     * @param number what people call the entry
     * @throws Conflict journal-entry.of-settlement, journal-entry.of-revaluation
     */
    public static void requireNone(JdbcClient jdbc, UUID company, UUID entry, String number) {
        jdbc.sql("""
                        select s.id from ledger.settlement s where s.company_id = :company and s.entry_id = :entry
                           and not exists (select from ledger.settlement u
                                            where u.company_id = s.company_id and u.undoes = s.id)""")
                .param("company", company)
                .param("entry", entry)
                .query(UUID.class)
                .optional()
                .ifPresent(settlement -> {
                    throw new Conflict("journal-entry.of-settlement", number);
                });
        jdbc.sql("""
                        select r.id from ledger.revaluation r
                         where r.company_id = :company and :entry in (r.entry_id, r.back_id) and r.taken_back_at is null""")
                .param("company", company)
                .param("entry", entry)
                .query(UUID.class)
                .optional()
                .ifPresent(revaluation -> {
                    throw new Conflict("journal-entry.of-revaluation", number);
                });
    }
}
