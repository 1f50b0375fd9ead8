package io.simbaerp.ledger.entry;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was posted before, so that whoever types is offered the usual first. */
@Query(Duty.VIEW_LEDGER)
public class EntryHabits {

    /** How many of a party's latest items are looked at. */
    private static final int LATEST = 60;

    /** What stood beside an account when it was posted last. */
    public record Coded(@Nullable String vatCode, @Nullable String costCentre) {}

    /**
     * How a party is usually posted.
     *
     * @param account its control account
     * @param days how long after the document its items fall due
     */
    public record Usual(@Nullable String account, @Nullable Integer days) {

        static final Usual NOTHING = new Usual(null, null);
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    EntryHabits(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** How often each account stood in an entry with this party, of late. */
    public Map<String, Integer> accountsWith(UUID party) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select a.code, count(*) as times
                          from (select distinct i.entry_id, i.posting_date from ledger.open_item i
                                 where i.company_id = :company and i.party_id = :party
                                 order by i.posting_date desc limit :latest) recent
                          join ledger.journal_line l on l.company_id = :company and l.entry_id = recent.entry_id
                           and l.posting_date = recent.posting_date
                          join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                         group by a.code""")
                .param("company", currentActor.company().value())
                .param("party", party)
                .param("latest", LATEST)
                .query((row, n) -> counts.put(row.getString("code"), row.getInt("times")))
                .list();
        return counts;
    }

    /** What each account of cost or income was posted with last. */
    public Map<String, Coded> accounts() {
        Map<String, Coded> coded = new HashMap<>();
        jdbc.sql("""
                        select a.code, latest.vat_code, c.code as cost_centre
                          from ledger.account a
                          cross join lateral (
                              select l.vat_code, l.cost_centre_id from ledger.journal_line l
                               where l.company_id = a.company_id and l.account_id = a.id
                               order by l.posting_date desc limit 1) latest
                          left join ledger.cost_centre c
                            on c.company_id = a.company_id and c.id = latest.cost_centre_id
                         where a.company_id = :company and a.postable and a.type in ('EXPENSE', 'REVENUE')""")
                .param("company", currentActor.company().value())
                .query((row, n) -> coded.put(
                        row.getString("code"), new Coded(row.getString("vat_code"), row.getString("cost_centre"))))
                .list();
        return coded;
    }

    /** How these parties are usually posted: as their latest item was. */
    public Map<UUID, Usual> of(Collection<UUID> parties) {
        Map<UUID, Usual> usual = new HashMap<>();
        if (!parties.isEmpty()) {
            jdbc.sql("""
                            select distinct on (i.party_id) i.party_id, a.code, i.due_date - e.document_date as days
                              from ledger.open_item i
                              join ledger.account a on a.company_id = i.company_id and a.id = i.account_id
                              join ledger.journal_entry e on e.company_id = i.company_id and e.id = i.entry_id
                             where i.company_id = :company and i.party_id in (:parties)
                             order by i.party_id, i.posting_date desc, i.id desc""")
                    .param("company", currentActor.company().value())
                    .param("parties", parties)
                    .query((row, n) -> usual.put(
                            row.getObject("party_id", UUID.class),
                            new Usual(row.getString("code"), Math.max(0, row.getInt("days")))))
                    .list();
        }
        return usual;
    }

    /** Parties posted last, the latest first. */
    public List<UUID> latestParties(int limit) {
        return jdbc.sql("""
                        select party_id from (select i.party_id, max(i.id::text) as latest
                                                from (select party_id, id from ledger.open_item
                                                       where company_id = :company order by id desc limit 500) i
                                               group by i.party_id) known
                         order by latest desc limit :limit""")
                .param("company", currentActor.company().value())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The control accounts for suppliers and customers, the first of each. */
    public Map<String, String> controlAccounts() {
        Map<String, String> accounts = new HashMap<>();
        jdbc.sql("""
                        select control, min(code) as code from ledger.account
                         where company_id = :company and postable and control is not null and active_to is null
                         group by control""")
                .param("company", currentActor.company().value())
                .query((row, n) -> accounts.put(row.getString("control"), row.getString("code")))
                .list();
        return accounts;
    }
}
