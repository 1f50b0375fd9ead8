package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.task.reading.InboxConditions;
import java.sql.Types;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person sees on the desk beside what they could decide: the tasks of their people, what they handed on, and what
 * they watch.
 */
@Component
class TaskSight {

    private static final String ON_LOOK =
            "select t.id from task.task t where t.company_id = :company and t.id = any (:ids) and t.state <> 'WITHDRAWN' and "
                    + InboxConditions.LOOKED_AT;

    /** Offset 0 keeps it at one person after the other, and at one task: what is open may be a million. */
    private static final String OF_PEOPLE = """
            (select count(*) from (
                    select from identity.people_below(cast(:own as uuid), :today) b
                     cross join lateral (
                           select from task.task t
                            where t.company_id = :company and t.assignee = b.person and t.state = 'OPEN' limit :most) t
                     limit :most) counted)""";

    private static final String COUNTED = """
            (select count(*) from (
                    select from (%s) i
                     cross join lateral (
                           select from task.task t
                            where t.company_id = :company and t.id = i.id and t.state = 'OPEN' and %s and %s offset 0) t
                     limit :most) counted)""";

    private static final String COUNTS = "select " + OF_PEOPLE + " as of_people, "
            + COUNTED.formatted(InboxConditions.DELEGATED_IDS, InboxConditions.DELEGATED, InboxConditions.SEEN)
            + " as delegated, "
            + COUNTED.formatted(InboxConditions.WATCHED_IDS, InboxConditions.WATCHED, InboxConditions.SEEN)
            + " as watched";

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    TaskSight(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** Which of these the person may look at without being one of those who could decide them. */
    Set<UUID> lookedAt(Collection<UUID> ids, Acting acting) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(bound(ON_LOOK, acting)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** How many open tasks there are of each kind, in one statement, counted no further than so many. */
    Tasks.Beside counts(int most, Acting acting) {
        return bound(COUNTS, acting)
                .param("most", most)
                .query((row, number) ->
                        new Tasks.Beside(row.getInt("of_people"), row.getInt("delegated"), row.getInt("watched")))
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, Acting acting) {
        return jdbc.sql(sql)
                .param("company", acting.company().value())
                .param("person", acting.principal().orElse(null), Types.OTHER)
                .param("own", acting.self().orElse(null), Types.OTHER)
                .param("duties", acting.duties().stream().map(Duty::name).toArray(String[]::new))
                .param("grants", acting.grants())
                .param("today", businessDay.today());
    }
}
