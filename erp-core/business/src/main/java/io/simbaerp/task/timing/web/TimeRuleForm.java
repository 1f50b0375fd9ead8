package io.simbaerp.task.timing.web;

import io.simbaerp.task.timing.TimeAct;
import io.simbaerp.task.timing.TimeRuleDraft;
import org.jspecify.annotations.Nullable;

/**
 * A time rule as it is filled in on its page.
 *
 * @param place a process, or a process and one of its steps
 * @param span as it was typed
 * @param side whether the span is before or after the due time
 */
record TimeRuleForm(
        @Nullable TimeAct act,
        @Nullable String place,
        @Nullable String documentType,
        @Nullable String span,
        @Nullable String side,
        @Nullable String outcome) {

    static final TimeRuleForm EMPTY = new TimeRuleForm(TimeAct.REMIND, null, null, "4", "before", "return");

    /** What isn't a number is left out, and refused as missing. */
    TimeRuleDraft draft() {
        String[] parts = place == null ? new String[] {""} : place.split(TimeRulePages.PART, 2);
        return new TimeRuleDraft(act, parts[0], parts.length > 1 ? parts[1] : null, documentType, signed(), outcome);
    }

    private @Nullable Integer signed() {
        String typed = span == null ? "" : span.strip();
        if (!typed.matches("\\d{1,5}")) {
            return null;
        }
        int number = Integer.parseInt(typed);
        return act == TimeAct.REMIND && "before".equals(side) ? -number : number;
    }
}
