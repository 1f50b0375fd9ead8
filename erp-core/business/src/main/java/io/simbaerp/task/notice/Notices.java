package io.simbaerp.task.notice;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.page.Page;
import io.simbaerp.task.reading.InboxConditions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the reader was told, in their own name. */
@Query(Duty.BELONG_TO_COMPANY)
public class Notices {

    /** Of a task its reader does not see, nor asked the decision of, neither party nor number is told, on no way. */
    private static final String SPOKEN_OF = "(coalesce(r.act, l.kind) = 'DECISION' or " + InboxConditions.SEEN + ")";

    private static final String SELECT = """
            select n.id, coalesce(r.act, l.kind) as act, a.rule_id, n.task_id,
                   case when not task.speaks_of_confidential(t.document_id) then t.document_id end as document_id, t.task_key,
                   case when %1$s then t.party_name end as party_name,
                   case when %1$s then t.document_number end as document_number,
                   t.due_at, t.state = 'OPEN' as open, t.outcome, t.assignee, n.for_whom, n.given_at, n.read_at,
                   task.speaks_of_confidential(t.document_id) as confidential,
                   t.assignee = :reader or exists (
                       select from task.task_candidate c
                        where c.company_id = t.company_id and c.task_id = t.id
                          and simba.reaches(cast(:grants as text[]), c.duty, c.extent)) as visible
              from task.notice n
              left join task.time_act a on a.company_id = n.company_id and a.id = n.act_id
              left join task.time_rule r on r.company_id = a.company_id and r.id = a.rule_id
              left join task.telling l on l.company_id = n.company_id and l.id = n.telling_id
              join task.task t on t.company_id = n.company_id and t.id = n.task_id
             where n.company_id = :company and n.person = :reader
               and (cast(:ids as uuid[]) is null or n.id = any (:ids))
               and (cast(:ids as uuid[]) is not null or not exists (
                    select from task.notice_choice c
                     where c.company_id = n.company_id and c.person = n.person and c.kind = coalesce(r.act, l.kind)
                       and c.way = 'NOTHING'))
               and (cast(:after as uuid) is null or (n.given_at, n.id) < (
                    select b.given_at, b.id from task.notice b
                     where b.company_id = n.company_id and b.id = :after and b.person = n.person))
             order by n.given_at desc, n.id desc
             limit :most""".formatted(SPOKEN_OF);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    Notices(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /**
     * The latest first.
     *
     * @param after the last one of the page before
     * @throws RuleViolation notice.after-unknown
     */
    public Page<Notice> page(@Nullable String after, int most) {
        Acting acting = currentActor.get();
        UUID reader = acting.actor().userId().orElse(null);
        if (reader == null) {
            return new Page<>(List.of(), null);
        }
        List<Notice> found = select(acting, reader, null, place(after), most + 1);
        boolean more = found.size() > most;
        List<Notice> page = more ? found.subList(0, most) : found;
        return new Page<>(page, more ? page.get(most - 1).id().toString() : null);
    }

    /** These of the reader's, the latest first. */
    public List<Notice> byIds(List<UUID> ids) {
        Acting acting = currentActor.get();
        return acting.actor()
                .userId()
                .map(reader -> select(acting, reader, ids.toArray(UUID[]::new), null, ids.size()))
                .orElse(List.of());
    }

    private List<Notice> select(Acting acting, UUID reader, UUID @Nullable [] ids, @Nullable UUID after, int most) {
        return jdbc.sql(SELECT)
                .param("company", acting.company().value())
                .param("reader", reader)
                .param("grants", acting.grants())
                .param("person", acting.principal().orElse(null), Types.OTHER)
                .param("own", acting.self().orElse(null), Types.OTHER)
                .param("duties", acting.duties().stream().map(Duty::name).toArray(String[]::new))
                .param("today", businessDay.today())
                .param("ids", ids)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .query(Notices::row)
                .list();
    }

    /** How many the reader has not read, at most a hundred. */
    public int unread() {
        return currentActor
                .actor()
                .userId()
                .map(reader -> jdbc.sql("""
                                select count(*) from (
                                    select from task.notice n
                                      left join task.time_act a on a.company_id = n.company_id and a.id = n.act_id
                                      left join task.time_rule r on r.company_id = a.company_id and r.id = a.rule_id
                                      left join task.telling l on l.company_id = n.company_id and l.id = n.telling_id
                                     where n.company_id = :company and n.person = :reader and n.read_at is null
                                       and not exists (select from task.notice_choice c
                                                        where c.company_id = n.company_id and c.person = n.person
                                                          and c.kind = coalesce(r.act, l.kind) and c.way = 'NOTHING')
                                     limit 100) n""")
                        .param("company", currentActor.company().value())
                        .param("reader", reader)
                        .query(Integer.class)
                        .single())
                .orElse(0);
    }

    private static @Nullable UUID place(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("after", "notice.after-unknown", after);
        }
    }

    private static Notice row(ResultSet row, int number) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("act"),
                row.getObject("rule_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getString("task_key"),
                row.getString("party_name"),
                row.getString("document_number"),
                due == null ? null : due.toInstant(),
                row.getBoolean("open"),
                row.getString("outcome"),
                row.getBoolean("visible"),
                row.getBoolean("confidential"),
                row.getObject("assignee", UUID.class),
                row.getObject("for_whom", UUID.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
