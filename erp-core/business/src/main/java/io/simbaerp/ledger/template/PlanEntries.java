package io.simbaerp.ledger.template;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.money.Money;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans the posting of a template: once, again and again, with its reversal, or spread over months. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PlanEntries {

    private static final int YEARS_AHEAD = 50;

    private final Templates templates;
    private final PlannedDays days;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PlanEntries(
            Templates templates,
            PlannedDays days,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.templates = templates;
        this.days = days;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Plans the entries; each is posted on its day by the job, or when somebody asks for what is due.
     *
     * @throws RuleViolation of entry-template: unknown; of entry-plan: amount-wrong, days-out-of-order, end-missing,
     *     cycle-wrong, too-long, part-too-small; period.unknown
     */
    public UUID plan(PlanDraft draft) {
        List<PlannedDays.PlannedDay> planned = days.of(draft.checked(), end(draft));
        Templates.Template template = templates
                .find(draft.template())
                .orElseThrow(() -> RuleViolation.ofField("template", "entry-template.unknown", draft.template()));
        UUID id = NewId.at(clock);
        insert(id, template.id(), draft);
        for (PlannedDays.PlannedDay day : planned) {
            jdbc.sql("insert into ledger.planned_entry (company_id, plan_id, occurrence, due, amount, reverses)"
                            + " values (:company, :plan, :occurrence, :due, :amount, :reverses)")
                    .param("company", currentActor.company().value())
                    .param("plan", id)
                    .param("occurrence", day.occurrence())
                    .param("due", day.due())
                    .param("amount", day.amount().amount())
                    .param("reverses", day.reverses(), Types.SMALLINT)
                    .update();
        }
        events.publishEvent(new EntriesPlanned(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private static LocalDate end(PlanDraft draft) {
        LocalDate last = draft.lastDay();
        return last == null ? draft.firstDay().plusYears(YEARS_AHEAD) : last;
    }

    private void insert(UUID id, UUID template, PlanDraft draft) {
        jdbc.sql("""
                        insert into ledger.entry_plan
                               (company_id, id, kind, template_id, narration, amount, first_day, last_day, every_months,
                                by_days, planned_by, planned_at)
                        values (:company, :id, :kind, :template, :narration, :amount, :first, :last, :every, :byDays, :by,
                                :at::timestamptz)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("kind", draft.kind().name())
                .param("template", template)
                .param("narration", draft.narration().strip())
                .param("amount", draft.amount().amount())
                .param("first", draft.firstDay())
                .param("last", draft.lastDay(), Types.DATE)
                .param("every", draft.everyMonths(), Types.SMALLINT)
                .param("byDays", draft.byDays())
                .param("by", currentActor.actor().toString())
                .param("at", clock.instant().toString())
                .update();
    }

    /** Shows what a plan would post, its first entry judged by all rules of posting. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private static final int SHOWN = 60;

        /** A day of the plan; {@code reversal} if the entry before is taken back on it. */
        public record Day(LocalDate due, Money amount, boolean reversal) {}

        /**
         * What would be posted.
         *
         * @param count how many days there are, of which the first are shown
         */
        public record Planned(JournalEntryDraft first, int count, List<Day> days) {}

        private final Templates templates;
        private final PlannedDays days;
        private final PostJournalEntry.Preview judge;

        Preview(Templates templates, PlannedDays days, PostJournalEntry.Preview judge) {
            this.templates = templates;
            this.days = days;
            this.judge = judge;
        }

        /**
         * The days of the plan and its first entry.
         *
         * @throws RuleViolation what planning or posting would refuse
         */
        public Planned of(PlanDraft draft) {
            List<PlannedDays.PlannedDay> planned = days.of(draft.checked(), end(draft));
            PlannedDays.PlannedDay first = planned.get(0);
            JournalEntryDraft entry =
                    templates.entry(draft.template(), first.amount(), first.due(), draft.narration(), "preview");
            judge.total(entry);
            return new Planned(
                    entry,
                    planned.size(),
                    planned.stream()
                            .limit(SHOWN)
                            .map(day -> new Day(day.due(), day.amount(), day.reverses() != null))
                            .toList());
        }
    }
}
