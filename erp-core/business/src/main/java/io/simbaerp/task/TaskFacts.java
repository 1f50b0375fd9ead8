package io.simbaerp.task;

import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader needs to know about a task's subject: whom it concerns, how much it is, and the fields a decision
 * binds to.
 *
 * @param titleArgs what fills the task's title besides its key; ids or numbers, in the message's order
 * @param partyName the business partner's legal name
 * @param documentNumber the partner's number of the document, such as the invoice's
 * @param contentHash the fingerprint a decision is bound to, if decisions of this task are
 * @param shown the fields the decision is about, in the order they are shown
 */
public record TaskFacts(
        List<String> titleArgs,
        @Nullable String partyName,
        @Nullable String documentNumber,
        @Nullable Money amount,
        @Nullable String contentHash,
        List<ShownField> shown) {

    public TaskFacts {
        titleArgs = List.copyOf(titleArgs);
        shown = List.copyOf(shown);
    }

    /** That part of them which lists show. */
    TaskFacts ofLists() {
        return new TaskFacts(titleArgs, partyName, documentNumber, amount, contentHash, List.of());
    }

    /**
     * One field that is shown.
     *
     * @param key the field's message key and its name in REST, such as {@code invoice.due-date}
     */
    public record ShownField(String key, String value) {}

    /**
     * One field that says something else than when somebody decided before.
     *
     * @param key the field's message key
     * @param place which line or part it belongs to, the message's argument; nothing for what is there once
     * @param before what it said then; empty for nothing
     */
    public record ChangedField(String key, @Nullable String place, String before, String after) {}

    /**
     * A rolling limit the decision counts against.
     *
     * @param costCentre at which cost centre, where each is counted apart
     * @param exceeded whether this decision goes beyond it, so that somebody above is asked too
     */
    public record LimitLeft(
            @Nullable String costCentre, int days, Money limit, Money used, Money left, boolean exceeded) {}

    /**
     * The round of several that is asked side by side, and how it stands.
     *
     * @param number which one it is, from 1
     * @param name what the decision table calls it
     * @param quorum how many must agree, where so many decide
     * @param chairAgreed what the chair said; nothing while they haven't decided, or where there is none
     */
    public record RoundSoFar(
            int number,
            int of,
            @Nullable String name,
            String kind,
            int quorum,
            int seats,
            int agreed,
            int against,
            boolean chair,
            @Nullable Boolean chairAgreed) {}

    /**
     * A budget the subject goes to.
     *
     * @param account the account with those below it; nothing for all
     * @param used what the books say
     * @param committed what else waits for approval
     * @param added what this one adds
     * @param left what is left then; negative where it goes beyond
     */
    public record BudgetSoFar(
            String costCentre,
            @Nullable String account,
            Money budget,
            Money used,
            Money committed,
            Money added,
            Money left) {}

    /** What else whoever decides should know. */
    public record Background(
            List<ChangedField> changes,
            List<LimitLeft> limits,
            @Nullable RoundSoFar round,
            List<BudgetSoFar> budgets) {

        public static final Background NONE = new Background(List.of(), List.of(), null, List.of());

        public Background {
            changes = List.copyOf(changes);
            limits = List.copyOf(limits);
            budgets = List.copyOf(budgets);
        }
    }
}
