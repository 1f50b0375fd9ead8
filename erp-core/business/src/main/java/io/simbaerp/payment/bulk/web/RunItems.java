package io.simbaerp.payment.bulk.web;

import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRuns;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs as the rows of a preview: what each is called, and whether its state allows what is wanted. */
@Component
class RunItems {

    private static final String NOT_IN_STATE = "payment-run.not-in-state";

    private final PaymentRuns runs;
    private final RuleTexts texts;
    private final Formats formats;

    RunItems(PaymentRuns runs, RuleTexts texts, Formats formats) {
        this.runs = runs;
        this.texts = texts;
        this.formats = formats;
    }

    List<PaymentRuns.Row> rows(List<UUID> ids) {
        return runs.byIds(ids);
    }

    /** The run as it is, bound to the version that is shown; refused where it is in none of these states. */
    BulkAction.Item inState(PaymentRuns.Row run, Set<PaymentRunState> wanted) {
        return wanted.contains(run.state()) ? possible(run, String.valueOf(run.version())) : wrongState(run);
    }

    BulkAction.Item possible(PaymentRuns.Row run, @Nullable String seen) {
        return new BulkAction.Item(run.id().value(), name(run), null, seen);
    }

    BulkAction.Item wrongState(PaymentRuns.Row run) {
        String state = texts.message("payment.state." + run.state(), List.of());
        return refused(run, NOT_IN_STATE, run.number(), state);
    }

    BulkAction.Item refused(PaymentRuns.Row run, String rule, Object... why) {
        return new BulkAction.Item(run.id().value(), name(run), rule, null, List.of(why));
    }

    /** The version that was shown; null where a program names none. */
    static @Nullable Integer version(@Nullable String seen) {
        return seen == null || !seen.matches("\\d{1,9}") ? null : Integer.valueOf(seen);
    }

    private String name(PaymentRuns.Row run) {
        return String.join(", ", run.number(), run.accountName(), formats.money(run.total()));
    }
}
