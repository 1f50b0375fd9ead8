package io.simbaerp.audit.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the records that are no leaf yet, and makes leaves of them. */
@Component
class NewLeaves {

    /** No transaction stays open for so long: what is older than that before a block was sealed is in it. */
    static final Duration LONGEST_TRANSACTION = Duration.ofDays(1);

    /** A kind's tombstone: the leaf of a setting that was taken away. */
    static final String GONE = "sha256('\\x00'::bytea || convert_to('gone', 'UTF8'))";

    private static final String INSERT = "insert into audit.leaf (company_id, number, kind, record_id, recipe, hash)"
            + " select :company, :next + row_number() over (order by n.id) - 1, :kind, n.id, :recipe, n.hash from (";

    private final JdbcClient jdbc;
    private final List<LeafKind> kinds;

    NewLeaves(JdbcClient jdbc, List<IntegrityLeaves> modules) {
        this.jdbc = jdbc;
        this.kinds = inOrder(modules);
    }

    /** The trail comes first: the settings look which of their changes it tells. */
    static List<LeafKind> inOrder(List<IntegrityLeaves> modules) {
        return modules.stream()
                .flatMap(module -> module.kinds().stream())
                .sorted((one, other) -> Boolean.compare(one.told() != null, other.told() != null))
                .toList();
    }

    /**
     * @param first the number of the first new leaf
     * @return how many there are; none where there would be nothing but the line that tells of the block before
     */
    int make(UUID company, long first, Instant now) {
        jdbc.sql("select set_config('TimeZone', 'UTC', true)")
                .query(String.class)
                .single();
        UUID since = since(company, now);
        if (!anythingNew(company, since)) {
            return 0;
        }
        long next = first;
        for (LeafKind kind : kinds) {
            next += kind.told() == null ? add(company, kind, next, since) : follow(company, kind, next, first);
        }
        return Math.toIntExact(next - first);
    }

    /** Everything leaves a line in the trail; those about the last block are worth no block of their own. */
    private boolean anythingNew(UUID company, UUID since) {
        return jdbc.sql("""
                        select exists (select from audit.business_event e
                                        where e.company_id = :company and e.id >= :since and e.name not in ('records-sealed', 'log-stamped')
                                          and not exists (select from audit.leaf l
                                                           where l.company_id = e.company_id and l.kind = 'trail-line'
                                                             and l.record_id = e.id))""")
                .param("company", company)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    private int add(UUID company, LeafKind kind, long next, UUID since) {
        String newer = kind.order() == LeafKind.Order.BY_TIME ? " and r.id >= :since" : "";
        return jdbc.sql(INSERT + kind.hashed() + """
                         where not exists (select from audit.leaf l
                                            where l.company_id = :company and l.kind = :kind and l.record_id = r.id)
                        """ + newer + ") n")
                .param("company", company)
                .param("next", next)
                .param("kind", kind.name())
                .param("recipe", kind.recipe())
                .param("since", since)
                .update();
    }

    /**
     * New states of settings, as far as the trail told of them since the last block. A kind the log doesn't know yet, since
     * it is new itself or the program learnt of it, begins with all there is, or with a tombstone where there is nothing:
     * from then on what comes untold has slipped in.
     */
    private int follow(UUID company, LeafKind kind, long next, long first) {
        return jdbc.sql("with now as materialized (" + kind.hashed() + "), " + last() + """
                        , told as (
                            select e.subject_id, e.name from audit.business_event e
                             join audit.leaf l on l.company_id = e.company_id and l.kind = 'trail-line' and l.record_id = e.id
                            where e.company_id = :company and l.number >= :first and e.record = :told),
                        begins as (select not exists (select from last) as so)
                        """ + INSERT
                        + "select now.id, now.hash from now left join last on last.record_id = now.id"
                        + " where now.hash is distinct from last.hash"
                        + " and ((select so from begins) or exists (select from told where told.subject_id = now.subject))"
                        + " union all select last.record_id, " + GONE + " from last where last.hash <> " + GONE
                        + " and not exists (select from now where now.id = last.record_id)"
                        + " and exists (select from told where told.name = 'record-removed')"
                        + " union all select '" + new UUID(0, 0) + "'::uuid, " + GONE
                        + " where (select so from begins) and not exists (select from now)) n")
                .param("company", company)
                .param("next", next)
                .param("kind", kind.name())
                .param("recipe", kind.recipe())
                .param("first", first)
                .param("told", kind.told())
                .update();
    }

    /** The newest leaf of each setting. */
    static String last() {
        return "last as (select distinct on (l.record_id) l.record_id, l.number, l.hash from audit.leaf l"
                + " where l.company_id = :company and l.kind = :kind order by l.record_id, l.number desc)";
    }

    private UUID since(UUID company, Instant now) {
        return since(jdbc, company, now);
    }

    /** The smallest id a record can have that is in no block yet. */
    static UUID since(JdbcClient jdbc, UUID company, Instant now) {
        return jdbc.sql("""
                        select max(b.sealed_at) from audit.block b
                         where b.company_id = :company and b.sealed_at < :settled::timestamptz""")
                .param("company", company)
                .param("settled", now.minus(LONGEST_TRANSACTION).toString())
                .query(OffsetDateTime.class)
                .optional()
                .map(last -> firstIdAt(last.toInstant().minus(LONGEST_TRANSACTION)))
                .orElse(new UUID(0, 0));
    }

    private static UUID firstIdAt(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16, 0);
    }
}
