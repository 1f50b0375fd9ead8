package io.simbaerp.ledger.template;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.ledger.vat.PostEntryByHand;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Posts one entry of a plan. Whoever comes second, another node or a later run, finds it posted and does nothing. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostPlanned {

    private static final String CLAIM = """
            select p.due, p.amount, e.narration, t.code as template, r.entry_id as reversed, p.reverses is not null as takes_back
              from ledger.planned_entry p
              join ledger.entry_plan e on e.company_id = p.company_id and e.id = p.plan_id
              join ledger.entry_template t on t.company_id = e.company_id and t.id = e.template_id
              left join ledger.planned_entry r
                on r.company_id = p.company_id and r.plan_id = p.plan_id and r.occurrence = p.reverses
             where p.company_id = :company and p.plan_id = :plan and p.occurrence = :occurrence
               and p.entry_id is null and not e.stopped
               for update of p skip locked""";

    /** How an entry comes into the books. */
    @Component
    record Books(PostEntryByHand post, ReverseJournalEntry reverse, Templates templates, NamedPeriods periods) {}

    private record Claimed(
            LocalDate due,
            BigDecimal amount,
            String narration,
            String template,
            boolean takesBack,
            @Nullable UUID reversed) {}

    private final Books books;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PostPlanned(
            Books books, JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.books = books;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Posts it, if nobody has; nothing if there is nothing to do.
     *
     * @throws io.simbaerp.architecture.RuleViolation whatever posting refuses
     */
    public Optional<JournalEntryId> post(@About("entry-plan") UUID plan, int occurrence) {
        Claimed claimed = claim(plan, occurrence);
        if (claimed == null || (claimed.takesBack() && claimed.reversed() == null)) {
            return Optional.empty();
        }
        JournalEntryId entry = entry(claimed, plan, occurrence);
        jdbc.sql("update ledger.planned_entry set entry_id = ?, refusal = null"
                        + " where company_id = ? and plan_id = ? and occurrence = ?")
                .params(entry.value(), currentActor.company().value(), plan, occurrence)
                .update();
        events.publishEvent(
                new PlannedEntryPosted(currentActor.company(), currentActor.actor(), clock.instant(), plan));
        return Optional.of(entry);
    }

    private @Nullable Claimed claim(UUID plan, int occurrence) {
        return jdbc.sql(CLAIM)
                .param("company", currentActor.company().value())
                .param("plan", plan)
                .param("occurrence", occurrence)
                .query((row, n) -> new Claimed(
                        row.getObject("due", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getString("narration"),
                        row.getString("template"),
                        row.getBoolean("takes_back"),
                        row.getObject("reversed", UUID.class)))
                .optional()
                .orElse(null);
    }

    private JournalEntryId entry(Claimed claimed, UUID plan, int occurrence) {
        UUID reversed = claimed.reversed();
        if (reversed != null) {
            return books.reverse()
                    .reverse(
                            new JournalEntryId(reversed),
                            EntryKind.RED_REVERSAL,
                            claimed.due(),
                            books.periods().of("", claimed.due()),
                            claimed.narration());
        }
        return books.post()
                .post(books.templates()
                        .entry(
                                claimed.template(),
                                books.templates().amount(claimed.amount()).rounded(),
                                claimed.due(),
                                claimed.narration(),
                                "plan " + plan + " " + occurrence));
    }
}
