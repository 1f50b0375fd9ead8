package io.simbaerp.invoice.web;

import io.simbaerp.approval.round.RoundCard;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.invoice.budget.BudgetLeft;
import io.simbaerp.money.Money;
import io.simbaerp.task.TaskFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The card on which an invoice is approved.
 *
 * @param whatFor the names of its first lines
 * @param limits the reader's rolling limits the decision counts against
 * @param content every field the approval binds to
 * @param gross nothing where it is about lines alone
 * @param round the round of several that is asked now, and how it stands
 * @param own the lines it is about; nothing where it is about the whole
 * @param budgets of the cost centres it goes to
 */
record ApprovalPage(
        String supplier,
        String number,
        boolean creditNote,
        String whatFor,
        Money net,
        @Nullable Money gross,
        LocalDate payBy,
        @Nullable LastTime lastTime,
        @Nullable Changed changed,
        List<TaskFacts.LimitLeft> limits,
        List<Coded> coding,
        List<Agreed> agreed,
        List<CodingPage.Note> notes,
        int findings,
        List<Shown> content,
        String contentHash,
        @Nullable WhyAsked why,
        @Nullable RoundCard round,
        @Nullable Own own,
        List<BudgetLeft> budgets) {

    /**
     * The lines that the reader decides about.
     *
     * @param forWhom whose lines they are, where the reader stands in for them
     */
    record Own(@Nullable String forWhom, List<OwnLine> lines) {}

    /** One of them, by its name, with what the invoice says of it and where it goes. */
    record OwnLine(String unit, String line, @Nullable String costCentre, String text, String account, Money net) {}

    /** Whether approving it goes beyond a limit, so that somebody above is asked too. */
    public boolean beyondLimit() {
        return limits.stream().anyMatch(TaskFacts.LimitLeft::exceeded);
    }

    /**
     * What the supplier charged before.
     *
     * @param change in percent, with its sign; nothing where there is no such figure
     * @param up whether this invoice is the larger
     */
    record LastTime(
            Money net, LocalDate issueDate, @Nullable String change, boolean up, List<Bar> bars) {}

    /**
     * What has changed since somebody decided about it, by whom and how.
     *
     * @param message says what was decided, and whether anything has changed since
     * @param comment what was said with the decision
     */
    record Changed(
            String name,
            @Nullable String forWhom,
            String message,
            Instant at,
            @Nullable String comment,
            List<Difference> differences) {}

    /** A field that says something else than before; an empty text stands for nothing. */
    record Difference(String key, @Nullable String place, String before, String after) {}

    /** A bar of the picture: the last one is this invoice. */
    record Bar(int x, int y, int height, boolean present) {}

    /** Where an amount goes. */
    record Coded(
            String account,
            String name,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            Money net) {}

    /**
     * Who agreed before: the message says as what.
     *
     * @param level on which level of approval, by its duty; nothing of a coder
     */
    record Agreed(
            String name,
            @Nullable String forWhom,
            String message,
            @Nullable Instant at,
            @Nullable String level) {}

    /** The approvers to whom it can be returned. */
    public List<Agreed> approvers() {
        return agreed.stream().filter(one -> one.level() != null).toList();
    }

    /** A field of the content in the reader's words. */
    record Shown(String key, String text) {}
}
