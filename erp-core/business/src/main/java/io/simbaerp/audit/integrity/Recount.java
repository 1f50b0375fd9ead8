package io.simbaerp.audit.integrity;

import io.simbaerp.audit.integrity.IntegrityProof.Counted;
import io.simbaerp.audit.integrity.IntegrityProof.Finding;
import io.simbaerp.audit.integrity.IntegrityProof.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes every leaf of a company anew from its record and compares it with the one that was sealed. */
final class Recount {

    /** Of one kind; who finds more has the whole log to doubt. */
    private static final int MOST_FINDINGS = 200;

    private final JdbcClient jdbc;
    private final List<LeafKind> kinds;
    private final UUID company;
    private final UUID since;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Counted> counted = new ArrayList<>();

    Recount(JdbcClient jdbc, List<LeafKind> kinds, UUID company, Instant now) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.company = company;
        this.since = NewLeaves.since(jdbc, company, now);
    }

    void run() {
        jdbc.sql("select set_config('TimeZone', 'UTC', true)")
                .query(String.class)
                .single();
        for (LeafKind kind : kinds) {
            long waiting = kind.told() == null ? added(kind) : settings(kind);
            long records = query(kind, "select count(*) from (" + kind.recipes().get(kind.recipe() - 1) + ") r")
                    .query(Long.class)
                    .single();
            counted.add(new Counted(kind.name(), records, waiting));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<Counted> counted() {
        return counted;
    }

    /** Answers how many records wait to become a leaf. */
    private long added(LeafKind kind) {
        for (int recipe = 1; recipe <= kind.recipe(); recipe++) {
            compare(kind, recipe);
        }
        String unsealed =
                " from (" + kind.recipes().get(kind.recipe() - 1) + ") r where not exists (select from audit.leaf l"
                        + " where l.company_id = :company and l.kind = :kind and l.record_id = r.id)";
        long slippedIn = 0;
        if (kind.order() == LeafKind.Order.BY_TIME) {
            List<UUID> late = query(
                            kind, "select r.id" + unsealed + " and r.id < :since order by r.id limit " + MOST_FINDINGS)
                    .param("since", since)
                    .query(UUID.class)
                    .list();
            late.forEach(id -> findings.add(new Finding(Kind.SLIPPED_IN, kind.name(), id, null)));
            slippedIn = late.size();
        }
        return query(kind, "select count(*)" + unsealed).query(Long.class).single() - slippedIn;
    }

    private void compare(LeafKind kind, int recipe) {
        query(
                        kind,
                        "select l.number, l.record_id, r.id is null as gone from (select l.number, l.record_id, l.hash"
                                + " from audit.leaf l where l.company_id = :company and l.kind = :kind and l.recipe = :recipe) l"
                                + " left join (" + kind.hashed(recipe) + ") r on r.id = l.record_id"
                                + " where r.hash is distinct from l.hash order by l.number limit " + MOST_FINDINGS)
                .param("recipe", recipe)
                .query((row, n) -> new Finding(
                        row.getBoolean("gone") ? Kind.REMOVED : Kind.CHANGED,
                        kind.name(),
                        row.getObject("record_id", UUID.class),
                        row.getLong("number")))
                .list()
                .forEach(findings::add);
    }

    /** Answers how many settings wait to become a leaf anew; those the trail tells nothing of are findings. */
    private long settings(LeafKind kind) {
        if (!begun(kind)) {
            return query(kind, "select count(*) from (" + kind.hashed() + ") r")
                    .query(Long.class)
                    .single();
        }
        long[] waiting = new long[1];
        query(kind, differing(kind)).param("since", since).query(row -> {
            if (row.getBoolean("told")) {
                waiting[0]++;
            } else {
                findings.add(untold(kind, row));
            }
        });
        return waiting[0];
    }

    /** Settings that are not as in their newest leaf, and whether a line of the trail that is no leaf yet tells why. */
    private static String differing(LeafKind kind) {
        return "with now as materialized (" + kind.hashed() + "), " + NewLeaves.last() + """
                        , told as (
                            select e.subject_id, e.name from audit.business_event e
                             where e.company_id = :company and e.record = :told and e.id >= :since
                               and not exists (select from audit.leaf l where l.company_id = e.company_id
                                                  and l.kind = 'trail-line' and l.record_id = e.id))
                        select coalesce(now.id, last.record_id) as id, last.number, now.id is null as gone,
                               case when now.id is null
                                    then exists (select from told where told.name = 'record-removed')
                                    else exists (select from told where told.subject_id = now.subject) end as told
                          from now full join last on last.record_id = now.id
                        """
                + " where coalesce(now.hash, " + NewLeaves.GONE + ") is distinct from last.hash"
                + " order by last.number nulls last";
    }

    private boolean begun(LeafKind kind) {
        return query(kind, "select exists (select from audit.leaf l where l.company_id = :company and l.kind = :kind)")
                .query(Boolean.class)
                .single();
    }

    private static Finding untold(LeafKind kind, ResultSet row) throws SQLException {
        Long leaf = row.getObject("number", Long.class);
        Kind found = leaf == null ? Kind.SLIPPED_IN : row.getBoolean("gone") ? Kind.REMOVED : Kind.CHANGED;
        return new Finding(found, kind.name(), row.getObject("id", UUID.class), leaf);
    }

    private JdbcClient.StatementSpec query(LeafKind kind, String sql) {
        return jdbc.sql(sql)
                .param("company", company)
                .param("kind", kind.name())
                .param("told", kind.told());
    }
}
