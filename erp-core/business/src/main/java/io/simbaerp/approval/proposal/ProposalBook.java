package io.simbaerp.approval.proposal;

import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.task.TaskView;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes proposals and what became of them. */
@Component
class ProposalBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProposalBook(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    Acting acting() {
        return currentActor.get();
    }

    Instant now() {
        return clock.instant();
    }

    /** Of several rows that asked for the level the first one is meant: it is the one that put the question. */
    UUID add(TaskView task, WhyAsked why, UUID named, String reason) {
        UUID id = NewId.at(clock);
        jdbc.sql("""
                        insert into approval.rule_proposal
                               (company_id, id, task_id, table_key, table_version, table_row, inputs, named, reason,
                                proposed_by, proposed_for, proposed_at)
                        values (:company, :id, :task, :table, :version, :row, cast(:inputs as jsonb), :named, :reason,
                                :by, :for, :now)""")
                .param("company", acting().company().value())
                .param("id", id)
                .param("task", task.id())
                .param("table", why.table())
                .param("version", why.version())
                .param("row", why.rows().get(0).id())
                .param("inputs", JSON.writeValueAsString(why.inputs()))
                .param("named", named)
                .param("reason", reason)
                .param("by", acting().actor().userId().orElseThrow())
                .param("for", acting().onBehalfOf(), Types.OTHER)
                .param("now", now().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** @throws Conflict rule-proposal.decided */
    void decide(UUID id, RuleProposal.Outcome outcome, @Nullable String note, @Nullable UUID modelVersion) {
        int decided = jdbc.sql("""
                        update approval.rule_proposal
                           set outcome = :outcome, note = :note, model_version_id = :version, decided_by = :by, decided_at = :now
                         where company_id = :company and id = :id and outcome is null""")
                .param("outcome", outcome.name())
                .param("note", note)
                .param("version", modelVersion, Types.OTHER)
                .param("by", acting().actor().userId().orElseThrow())
                .param("now", now().atOffset(ZoneOffset.UTC))
                .param("company", acting().company().value())
                .param("id", id)
                .update();
        if (decided == 0) {
            throw new Conflict("rule-proposal.decided");
        }
    }
}
