package io.simbaerp.intake;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.Finding;
import io.simbaerp.document.QuarantineReason;
import io.simbaerp.document.Severity;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers given when documents had been read for the first time; kept in the same transaction. */
@Component
class FirstAnswers {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    FirstAnswers(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Keeps it, unless an earlier one is kept. */
    void keep(Receipt receipt) {
        QuarantineReason reason = receipt.reason();
        int added = jdbc.sql("""
                        insert into intake.first_answer
                               (company_id, document_id, number, kind, state, quarantine_rule, quarantine_args,
                                answered_at)
                        values (:company, :document, :number, :kind, :state, :rule, :args, :now)
                        on conflict do nothing""")
                .param("company", currentActor.company().value())
                .param("document", receipt.id().value())
                .param("number", receipt.number())
                .param("kind", receipt.kind())
                .param("state", receipt.state().name())
                .param("rule", reason == null ? null : reason.rule())
                .param("args", reason == null ? null : reason.args().toArray(String[]::new), Types.ARRAY)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            for (int position = 0; position < receipt.findings().size(); position++) {
                keep(receipt.id(), position + 1, receipt.findings().get(position));
            }
        }
    }

    private void keep(DocumentId document, int position, Finding finding) {
        jdbc.sql("""
                        insert into intake.first_answer_finding
                               (company_id, document_id, position, rule, severity, location, text, args)
                        values (:company, :document, :position, :rule, :severity, :location, :text, :args)""")
                .param("company", currentActor.company().value())
                .param("document", document.value())
                .param("position", position)
                .param("rule", finding.rule())
                .param("severity", finding.severity().name())
                .param("location", finding.location())
                .param("text", finding.text())
                .param("args", finding.args().toArray(String[]::new), Types.ARRAY)
                .update();
    }

    Optional<Receipt> of(DocumentId document) {
        List<Finding> findings = jdbc.sql("""
                        select rule, severity, location, text, args from intake.first_answer_finding
                         where company_id = :company and document_id = :document order by position""")
                .param("company", currentActor.company().value())
                .param("document", document.value())
                .query((row, n) -> new Finding(
                        row.getString("rule"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("location"),
                        row.getString("text"),
                        List.of((String[]) row.getArray("args").getArray())))
                .list();
        return jdbc.sql("""
                        select number, kind, state, quarantine_rule, quarantine_args from intake.first_answer
                         where company_id = :company and document_id = :document""")
                .param("company", currentActor.company().value())
                .param("document", document.value())
                .query((row, n) -> new Receipt(
                        document,
                        row.getString("number"),
                        row.getString("kind"),
                        DocumentState.valueOf(row.getString("state")),
                        findings,
                        reason(row),
                        false,
                        false))
                .optional();
    }

    private static @Nullable QuarantineReason reason(ResultSet row) throws SQLException {
        String rule = row.getString("quarantine_rule");
        Array args = row.getArray("quarantine_args");
        return rule == null || args == null ? null : new QuarantineReason(rule, List.of((String[]) args.getArray()));
    }
}
