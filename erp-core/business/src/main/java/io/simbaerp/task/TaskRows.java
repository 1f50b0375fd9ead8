package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of the desk, in SQL that stays quick at a million tasks: per duty the first rows of an index, merged. Only
 * equality and time are compared, since under row-level security nothing else may use an index.
 */
@Component
class TaskRows {

    private static final String CANDIDATE = """
            select c.sort_at, c.task_id as id
              from unnest(cast(:duties as text[])) d (duty)
             cross join lateral (
                   select sort_at, task_id
                     from task.task_candidate
                    where company_id = :company and duty = d.duty and state = :state %s %s
                    order by sort_at %s, task_id %s
                    limit :limit) c""";

    private static final String TAKEN = """
            select sort_at, id
              from (select sort_at, id
                      from task.task
                     where company_id = :company and assignee = :person and state = :state %s
                       and not exists (
                           select from task.held_decision h
                            where h.company_id = :company and h.task_id = id and h.refused_rule is null)
                     order by sort_at %s, id %s
                     limit :limit) t""";

    /** Of those for whom the person looks after tasks, who decide by their own right. */
    private static final String SUBSTITUTED = """
            select f.sort_at, f.id
              from identity.task_substituted(cast(:own as uuid), :today) s
             cross join lateral (
                   select t.sort_at, t.id
                     from task.task t
                    where t.company_id = :company and t.assignee = s.person and t.state = :state
                      and simba.reaches(array[s.reach], 'TASK', t.extent) %s
                      and not exists (
                          select from task.held_decision h
                           where h.company_id = :company and h.task_id = t.id and h.refused_rule is null)
                    order by t.sort_at %s, t.id %s
                    limit :limit) f""";

    private static final String OF_DOCUMENT = """
            select t.sort_at, t.id
              from task.task t
             where t.company_id = :company and t.document_id = :document and t.state = :state
               and not exists (
                     select from task.held_decision h
                      where h.company_id = t.company_id and h.task_id = t.id and h.person = :person
                        and h.refused_rule is null)
               and (t.assignee = :person or exists (
                     select from task.task_candidate c
                      where c.company_id = t.company_id and c.task_id = t.id
                        and c.duty = any (cast(:duties as text[])) %s)) %s""";

    /** A place in a list of tasks: the time it is sorted by and, among equals, the task's id. */
    record Cursor(Instant at, UUID id) {

        String text() {
            return at + "~" + id;
        }

        /** @throws RuleViolation task.after-unknown */
        static Cursor parse(String text) {
            try {
                int split = text.indexOf('~');
                return new Cursor(Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
            } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw RuleViolation.ofField("after", "task.after-unknown", text);
            }
        }
    }

    private final JdbcClient jdbc;
    private final BusinessDay businessDay;

    TaskRows(JdbcClient jdbc, BusinessDay businessDay) {
        this.jdbc = jdbc;
        this.businessDay = businessDay;
    }

    /** One row more than the limit, if there is one: the sign that another page follows. */
    List<Cursor> select(TaskSelection selection, Acting acting) {
        boolean open = selection.state() == TaskState.OPEN;
        String direction = open ? "asc" : "desc";
        String sql = "select distinct sort_at, id from (%s) s order by sort_at %s, id %s limit :limit"
                .formatted(source(selection, acting, direction), direction, direction);
        Cursor after =
                selection.after() == null || selection.after().isEmpty() ? null : Cursor.parse(selection.after());
        UUID person = acting.principal().orElse(null);
        return jdbc.sql(sql)
                .param("company", acting.company().value())
                .param("duties", acting.duties().stream().map(Duty::name).toArray(String[]::new))
                .param("grants", acting.grants())
                .param("person", person, java.sql.Types.OTHER)
                .param("own", acting.self().orElse(null), java.sql.Types.OTHER)
                .param("today", businessDay.today())
                .param("state", selection.state().name())
                .param("document", selection.documentId(), java.sql.Types.OTHER)
                .param(
                        "afterAt",
                        after == null ? null : Desk.timestamp(after.at()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("afterId", after == null ? null : after.id(), java.sql.Types.OTHER)
                .param("limit", selection.limit() + 1)
                .query((row, number) -> new Cursor(
                        row.getObject("sort_at", java.time.OffsetDateTime.class).toInstant(),
                        row.getObject("id", UUID.class)))
                .list();
    }

    private static String source(TaskSelection selection, Acting acting, String direction) {
        String after = selection.after();
        if (selection.documentId() != null) {
            return OF_DOCUMENT.formatted(limits(acting, "c."), beyond(after, direction, "t.id"));
        }
        boolean open = selection.state() == TaskState.OPEN;
        String beyondTask = beyond(after, direction, "task_id");
        String candidate = CANDIDATE.formatted(
                limits(acting, ""),
                (selection.view() == TaskSelection.View.MINE && open ? "and free " : "") + beyondTask,
                direction,
                direction);
        String taken = TAKEN.formatted(beyond(after, direction, "id"), direction, direction);
        return switch (selection.view()) {
            case MINE ->
                open
                        ? String.join(
                                " union all ",
                                candidate,
                                taken,
                                SUBSTITUTED.formatted(beyond(after, direction, "t.id"), direction, direction))
                        : taken;
            case GROUP -> candidate;
            case ALL -> candidate + " union all " + taken;
        };
    }

    /** Whose duties reach everywhere is asked nothing more: the indexes alone then answer. */
    private static String limits(Acting acting, String of) {
        return acting.limits().isEmpty()
                ? ""
                : "and simba.reaches(cast(:grants as text[]), %sduty, %sextent)".formatted(of, of);
    }

    private static String beyond(@Nullable String after, String direction, String id) {
        if (after == null || after.isEmpty()) {
            return "";
        }
        String sign = direction.equals("asc") ? ">" : "<";
        return "and (sort_at, " + id + ") " + sign + " (:afterAt, :afterId)";
    }
}
