package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Which rules people would have ask somebody else, for those who answer for the tables. */
@Query(Duty.VIEW_MODEL)
public class RuleProposals {

    private static final int MOST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SELECT = """
            select p.id, p.task_id, t.document_id, t.document_number, p.table_key, p.table_version, p.table_row,
                   p.inputs::text as inputs, p.named, p.reason, p.proposed_by, p.proposed_for, p.proposed_at, p.outcome,
                   p.decided_by, p.decided_at, p.note, p.model_version_id
              from approval.rule_proposal p
              join task.task t on t.company_id = p.company_id and t.id = p.task_id
             where p.company_id = :company""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    RuleProposals(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Those that wait first, the latest of each first; at most two hundred. */
    public List<RuleProposal> all() {
        return jdbc.sql(SELECT + " order by p.outcome is not null, p.proposed_at desc, p.id desc limit " + MOST)
                .param("company", currentActor.company().value())
                .query(RuleProposals::view)
                .list();
    }

    /** How many wait. */
    public int waiting() {
        return jdbc.sql("select count(*) from approval.rule_proposal where company_id = :company and outcome is null")
                .param("company", currentActor.company().value())
                .query(Integer.class)
                .single();
    }

    /** @throws NotFound if there is none the reader may see */
    public RuleProposal byId(UUID id) {
        return jdbc.sql(SELECT + " and p.id = :id")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(RuleProposals::view)
                .optional()
                .orElseThrow(() -> new NotFound("rule-proposal", id));
    }

    private static RuleProposal view(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new RuleProposal(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                row.getString("table_key"),
                row.getInt("table_version"),
                row.getString("table_row"),
                inputs(row.getString("inputs")),
                row.getObject("named", UUID.class),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_for", UUID.class),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : RuleProposal.Outcome.valueOf(outcome),
                row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                row.getString("note"),
                row.getObject("model_version_id", UUID.class));
    }

    private static Map<String, String> inputs(String json) {
        Map<String, String> inputs = new LinkedHashMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asString()));
        return inputs;
    }
}
