package io.simbaerp.ledger.template;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import java.sql.Types;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Adds a template of entries, or says anew what it is. Plans go on with what it says on their days. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class SaveTemplate {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final JsonMapper json;
    private final CurrentCompany currentCompany;
    private final ApplicationEventPublisher events;

    SaveTemplate(
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            JsonMapper json,
            CurrentCompany currentCompany,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.json = json;
        this.currentCompany = currentCompany;
        this.events = events;
    }

    /**
     * Saves the template with all its lines.
     *
     * @param version the version that was read, or nothing for a new one
     * @throws RuleViolation of entry-template: code-wrong, code-taken, incomplete, too-few-lines, line-wrong, two-rests;
     *     account-unknown; journal-entry.journal-unknown
     * @throws Conflict entry-template.changed-meanwhile
     */
    public UUID save(@Nullable Integer version, TemplateDraft draft) {
        draft.checked(currentCompany.get().baseCurrency());
        UUID journal = id("ledger.journal", draft.journal(), "journal");
        UUID id = version == null ? insert(journal, draft) : update(version, journal, draft);
        jdbc.sql("delete from ledger.entry_template_line where company_id = ? and template_id = ?")
                .params(currentActor.company().value(), id)
                .update();
        for (int at = 0; at < draft.lines().size(); at++) {
            write(id, at + 1, draft.lines().get(at));
        }
        events.publishEvent(new TemplateSaved(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private UUID insert(UUID journal, TemplateDraft draft) {
        UUID id = NewId.at(clock);
        try {
            jdbc.sql("""
                            insert into ledger.entry_template (company_id, id, code, name, journal_id, narration, active)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            currentActor.company().value(),
                            id,
                            draft.code(),
                            draft.name().strip(),
                            journal,
                            draft.narration().strip(),
                            draft.active())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw RuleViolation.ofField("code", "entry-template.code-taken", draft.code());
        }
        return id;
    }

    private UUID update(int version, UUID journal, TemplateDraft draft) {
        return jdbc.sql("""
                        update ledger.entry_template
                           set name = ?, journal_id = ?, narration = ?, active = ?, version = version + 1
                         where company_id = ? and code = ? and version = ? returning id""")
                .params(
                        draft.name().strip(),
                        journal,
                        draft.narration().strip(),
                        draft.active(),
                        currentActor.company().value(),
                        draft.code(),
                        version)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Conflict("entry-template.changed-meanwhile"));
    }

    private void write(UUID template, int number, TemplateDraft.Line line) {
        Money amount = line.amount();
        jdbc.sql("""
                        insert into ledger.entry_template_line
                               (company_id, template_id, line, account_id, side, amount, percent, cost_centre, dimensions,
                                party_id, text)
                        values (:company, :template, :line, :account, :side, :amount, :percent, :costCentre,
                                :dimensions::jsonb, :party, :text)""")
                .param("company", currentActor.company().value())
                .param("template", template)
                .param("line", number)
                .param("account", id("ledger.account", line.account(), "lines[" + (number - 1) + "]"))
                .param("side", line.side().name())
                .param("amount", amount == null ? null : amount.amount(), Types.NUMERIC)
                .param("percent", line.percent(), Types.NUMERIC)
                .param("costCentre", line.costCentre(), Types.VARCHAR)
                .param(
                        "dimensions",
                        line.dimensions().isEmpty() ? null : json.writeValueAsString(line.dimensions()),
                        Types.VARCHAR)
                .param("party", line.partyId(), Types.OTHER)
                .param("text", line.text(), Types.VARCHAR)
                .update();
    }

    private UUID id(String table, String code, String field) {
        String rule = "journal".equals(field) ? "journal-entry.journal-unknown" : "entry-template.account-unknown";
        return jdbc.sql("select id from " + table + " where company_id = ? and code = ?")
                .params(currentActor.company().value(), code)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> RuleViolation.ofField(field, rule, code));
    }
}
