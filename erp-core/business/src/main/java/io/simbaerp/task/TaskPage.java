package io.simbaerp.task;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a task shows: the form to the right and, if the module has something better than the bare original,
 * the document to the left.
 *
 * @param refusal why whoever looks at it may not decide it; shown in place of the buttons
 * @param decides the amount that is decided on, written on the button itself
 */
public record TaskPage(
        Part form,
        @Nullable Part paper,
        @Nullable Money decides,
        @Nullable RuleViolation refusal) {

    public TaskPage(Part form, @Nullable Part paper) {
        this(form, paper, null, null);
    }

    /**
     * A fragment of a template and the record that fills it. The fragment gets the record as its one parameter.
     *
     * @param template the template's name, such as {@code invoice/task-coding}
     * @param fragment the fragment's name in it, such as {@code form}
     */
    public record Part(String template, String fragment, Record model) {}
}
