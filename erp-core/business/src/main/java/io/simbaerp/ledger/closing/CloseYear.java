package io.simbaerp.ledger.closing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the income and expenses of a year to its result. Done again, it takes what came since. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class CloseYear {

    private final YearEnd yearEnd;
    private final PostJournalEntry post;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CloseYear(
            YearEnd yearEnd,
            PostJournalEntry post,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.yearEnd = yearEnd;
        this.post = post;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Posts the closing entry.
     *
     * @param reason why it is closed in spite of what the checks warn of; it becomes part of the narration
     * @throws RuleViolation year-end.blocked, year-end.reason-missing, year-end.nothing-to-close,
     *     account-purpose.year-result-missing, and whatever posting refuses
     */
    public JournalEntryId close(String yearCode, String narration, String reason) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:lock, 5))")
                .param("lock", currentActor.company().value() + "closing" + yearCode)
                .query((row, n) -> n)
                .list();
        JournalEntryDraft entry = required(yearEnd.of(yearCode), reason);
        JournalEntryId posted = post.post(new JournalEntryDraft(
                entry.journal(),
                entry.operationDate(),
                entry.documentDate(),
                entry.postingDate(),
                entry.periodCode(),
                entry.kind(),
                reason.isBlank() ? narration : narration + ": " + reason.strip(),
                null,
                null,
                entry.idempotencyKey(),
                entry.lines()));
        events.publishEvent(
                new YearClosed(currentActor.company(), currentActor.actor(), clock.instant(), posted.value()));
        return posted;
    }

    private static JournalEntryDraft required(YearEndView year, String reason) {
        if (year.blocked()) {
            throw new RuleViolation("year-end.blocked", year.year().code());
        }
        JournalEntryDraft entry = year.entry();
        if (entry == null) {
            throw new RuleViolation("year-end.nothing-to-close", year.year().code());
        }
        if (!year.findings().isEmpty() && reason.isBlank()) {
            throw RuleViolation.ofField(
                    "reason", "year-end.reason-missing", year.findings().size());
        }
        return entry;
    }
}
