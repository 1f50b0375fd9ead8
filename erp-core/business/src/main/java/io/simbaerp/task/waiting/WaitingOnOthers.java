package io.simbaerp.task.waiting;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.task.reading.InboxConditions;
import io.simbaerp.task.reading.OpenTaskRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On whom the documents wait that the reader has worked on lately, and what waits with the reader's people. */
@Query(Duty.WORK_ON_TASK)
public class WaitingOnOthers {

    /** How far back the reader's own work is looked at. */
    private static final int LATELY = 500;

    private static final String COUNTED = """
            select t.task_key, t.assignee, t.candidate_duties, t.currency, count(*) as items,
                   min(t.opened_at) as oldest, sum(t.amount) as amount,
                   (array_agg(t.document_id order by t.opened_at, t.id))[1] as document,
                   (array_agg(t.id order by t.opened_at, t.id))[1] as task
              from %s
             group by t.task_key, t.assignee, t.candidate_duties, t.currency
             order by min(t.opened_at), t.task_key
             limit :most""";

    private static final String WORKED_ON = COUNTED.formatted("""
            (select distinct document_id
                      from (select document_id from task.task
                             where company_id = :company and assignee = :person and state = 'DONE'
                             order by sort_at desc, id desc limit :lately) worked) mine
              join task.task t on t.company_id = :company and t.document_id = mine.document_id and t.state = 'OPEN'
             where t.assignee <> :person or t.assignee is null and not exists (
                   select from task.task_candidate c where c.company_id = t.company_id and c.task_id = t.id
                      and simba.reaches(cast(:grants as text[]), c.duty, c.extent))""");

    private static final String WITH_PEOPLE = COUNTED.formatted(
            "task.task t where t.company_id = :company and t.state = 'OPEN' and " + InboxConditions.OF_PEOPLE);

    /**
     * Tasks of one kind that wait on one person or duty, in one currency.
     *
     * @param taskKey what is to be done
     * @param person who has taken them; nothing if they are free
     * @param duties who may take them
     * @param document the oldest one's, if it has one
     * @param task the oldest one
     */
    public record Row(
            String taskKey,
            @Nullable UUID person,
            List<Duty> duties,
            int items,
            Instant oldest,
            @Nullable Money amount,
            @Nullable UUID document,
            UUID task) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;

    WaitingOnOthers(JdbcClient jdbc, CurrentActor currentActor, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
    }

    /** The longest waiting first. */
    public List<Row> rows(int most) {
        Acting acting = currentActor.get();
        UUID person = acting.principal().orElse(null);
        if (person == null) {
            return List.of();
        }
        return jdbc.sql(WORKED_ON)
                .param("company", acting.company().value())
                .param("person", person)
                .param("grants", acting.grants())
                .param("lately", LATELY)
                .param("most", most)
                .query(WaitingOnOthers::row)
                .list();
    }

    /** What waits with the people who report to the reader, whoever's document it is; the longest waiting first. */
    public List<Row> withMyPeople(int most) {
        Acting acting = currentActor.get();
        return acting.self().isEmpty()
                ? List.of()
                : jdbc.sql(WITH_PEOPLE)
                        .param("company", acting.company().value())
                        .param("own", acting.self().get())
                        .param("today", businessDay.today())
                        .param("most", most)
                        .query(WaitingOnOthers::row)
                        .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new Row(
                row.getString("task_key"),
                row.getObject("assignee", UUID.class),
                OpenTaskRow.duties(row),
                row.getInt("items"),
                row.getObject("oldest", OffsetDateTime.class).toInstant(),
                currency == null ? null : new Money(row.getBigDecimal("amount"), CurrencyCode.of(currency)).rounded(),
                row.getObject("document", UUID.class),
                row.getObject("task", UUID.class));
    }
}
