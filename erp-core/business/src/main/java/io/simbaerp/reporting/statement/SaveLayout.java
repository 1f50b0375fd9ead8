package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Gives a company its own layout of the statements, or takes it back to the one that comes with the program. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class SaveLayout {

    private static final String REPLACE = """
            with wanted as (
                select w.*, row_number() over () as place
                  from jsonb_to_recordset(:positions::jsonb)
                       as w (part text, code text, side text, "namePl" text, "nameEn" text, rule text)),
            gone as (
                delete from reporting.statement_position p
                 where p.company_id = :company and p.layout_id = :layout
                   and not exists (select from wanted w where w.part = p.part and w.code = p.code))
            insert into reporting.statement_position as kept
                   (company_id, layout_id, part, code, place, side, name_pl, name_en, rule)
            select :company, :layout, part, code, place, case side when 'D' then 'DEBIT' else 'CREDIT' end,
                   "namePl", "nameEn", rule
              from wanted
            on conflict (company_id, layout_id, part, code) do update
               set place = excluded.place, side = excluded.side, name_pl = excluded.name_pl,
                   name_en = excluded.name_en, rule = excluded.rule
             where (kept.place, kept.side, kept.name_pl, kept.name_en, kept.rule)
                   is distinct from (excluded.place, excluded.side, excluded.name_pl, excluded.name_en, excluded.rule)""";

    private final Layouts layouts;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    SaveLayout(
            Layouts layouts,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.layouts = layouts;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.json = json;
        this.events = events;
    }

    /**
     * Saves all positions of a layout.
     *
     * @param version the version that was read
     * @param positions in their order; none takes the layout of the program again
     * @throws NotFound if there is no such layout
     * @throws RuleViolation of statement-layout: empty, part-wrong, code-wrong, code-twice, side-wrong, name-missing,
     *     rule-wrong, formula-unknown, formula-circular, meaning-missing, meaning-twice
     * @throws Conflict statement-layout.changed-meanwhile
     */
    public void save(String name, int version, List<PositionDraft> positions) {
        if (!Layout.NAMES.contains(name)) {
            throw new NotFound("statement-layout", name);
        }
        boolean reset = positions.isEmpty()
                || positions.equals(layouts.template(name).positions().stream()
                        .map(PositionDraft::of)
                        .toList());
        if (!reset) {
            LayoutFile.layout(name, positions);
        }
        UUID layout = raised(name, version);
        jdbc.sql(REPLACE)
                .param("company", currentActor.company().value())
                .param("layout", layout)
                .param("positions", json.writeValueAsString(reset ? List.of() : positions))
                .update();
        events.publishEvent(new LayoutSaved(currentActor.company(), currentActor.actor(), clock.instant(), layout));
    }

    /** The layout with its next version; the first time it is kept with version 1. */
    private UUID raised(String name, int version) {
        return jdbc.sql("""
                        insert into reporting.statement_layout as kept (company_id, id, name, version)
                        select :company, :id, :name, 1 where :version = 0
                            or exists (select from reporting.statement_layout l
                                        where l.company_id = :company and l.name = :name)
                        on conflict (company_id, name) do update set version = kept.version + 1
                         where kept.version = :version
                        returning id""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("name", name)
                .param("version", version)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Conflict("statement-layout.changed-meanwhile"));
    }
}
