package io.simbaerp.task.draft;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what somebody has entered so far; what they kept before is replaced. */
@UseCase(Duty.WORK_ON_TASK)
public class KeepDraft {

    private static final int MOST_CHARACTERS = 500_000;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final KnownTasks knownTasks;
    private final Clock clock;

    KeepDraft(JdbcClient jdbc, CurrentActor currentActor, KnownTasks knownTasks, Clock clock) {
        this.knownTasks = knownTasks;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @return when it was kept
     * @throws Conflict task.no-draft if the task has ended, was taken by somebody else or is none of the person's
     * @throws RuleViolation task.draft-too-long
     */
    public Instant keep(@About("task") UUID taskId, Map<String, List<String>> fields) {
        Acting acting = currentActor.get();
        UUID person = acting.actor().userId().orElseThrow(() -> new Conflict("task.no-draft"));
        String json = Drafts.JSON.writeValueAsString(fields);
        if (json.length() > MOST_CHARACTERS) {
            throw new RuleViolation("task.draft-too-long", MOST_CHARACTERS);
        }
        Instant now = clock.instant();
        if (store(taskId, person, json, acting, now) == 0) {
            knownTasks.require(taskId);
            throw new Conflict("task.no-draft");
        }
        return now;
    }

    private int store(UUID taskId, UUID person, String json, Acting acting, Instant now) {
        return jdbc.sql("""
                        insert into task.draft (company_id, task_id, person, fields, saved_at)
                        select t.company_id, t.id, :person, cast(:fields as jsonb), :now
                          from task.task t
                         where t.company_id = :company and t.id = :task and t.state = 'OPEN'
                           and (t.assignee = :person or t.assignee is null
                                and exists (select from task.task_candidate c
                                             where c.company_id = t.company_id and c.task_id = t.id
                                               and simba.reaches(cast(:grants as text[]), c.duty, c.extent)))
                        on conflict (company_id, task_id, person)
                        do update set fields = excluded.fields, saved_at = excluded.saved_at""")
                .param("company", acting.company().value())
                .param("task", taskId)
                .param("person", person)
                .param("grants", acting.grants())
                .param("fields", json)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
