package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.reporting.ReportTable;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The layouts of statements as people change them: their positions, and accounts that don't land exactly once. */
@Query(Duty.VIEW_LEDGER)
public class StatementLayouts {

    private final Layouts layouts;
    private final Statements statements;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    StatementLayouts(Layouts layouts, Statements statements, JdbcClient jdbc, CurrentActor currentActor) {
        this.layouts = layouts;
        this.statements = statements;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * A layout.
     *
     * @param own whether the company changed it
     * @param version how often it was, to be named when it is changed again
     * @param findings accounts that don't land exactly once, in the reader's language
     */
    public record LayoutView(
            String name, boolean own, int version, List<PositionDraft> positions, List<ReportTable.Note> findings) {}

    /** The names of all layouts. */
    public List<String> names() {
        return Layout.NAMES;
    }

    /** @throws NotFound if there is no such layout */
    public LayoutView of(String name) {
        Layout layout = layouts.all().get(name);
        if (layout == null) {
            throw new NotFound("statement-layout", name);
        }
        int version = jdbc.sql("select version from reporting.statement_layout where company_id = ? and name = ?")
                .params(currentActor.company().value(), name)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new LayoutView(
                name,
                layout != layouts.template(name),
                version,
                layout.positions().stream().map(PositionDraft::of).toList(),
                findings(layout));
    }

    /** As a file: one position a row. */
    public String file(String name) {
        return LayoutFile.text(of(name).positions());
    }

    /**
     * The positions of a file.
     *
     * @throws RuleViolation statement-layout.column-missing, statement-layout.file-unreadable
     */
    public List<PositionDraft> read(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return LayoutFile.read(new StringReader(plain));
    }

    /**
     * What would be found if the layout were made of these positions.
     *
     * @throws RuleViolation whatever saving refuses
     */
    public List<ReportTable.Note> findings(String name, List<PositionDraft> positions) {
        return findings(LayoutFile.layout(name, positions));
    }

    private List<ReportTable.Note> findings(Layout layout) {
        List<AccountView> chart = statements.chart();
        List<ReportTable.Note> findings = new ArrayList<>(statements.findings(layout.misplaced(chart)));
        findings.addAll(statements.findings(layout.misplacedFlows(chart)));
        return findings;
    }
}
