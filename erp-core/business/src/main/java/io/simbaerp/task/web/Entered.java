package io.simbaerp.task.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.draft.Drafts;
import io.simbaerp.task.undo.HeldDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was entered into a task's form before its page is shown: a draft, or a decision that was refused.
 *
 * @param outcome what was decided for, if it was
 * @param refused why it was refused, if it was
 * @param draftOf when the draft was kept, if it is one
 * @param draft its fields as JSON
 * @param held what the reader has decided and can still take back, or what fell
 * @param takesBack whether the reader can take their decision back although it was sent on
 */
record Entered(
        @Nullable String outcome,
        @Nullable String comment,
        @Nullable RuleViolation refused,
        @Nullable Instant draftOf,
        @Nullable String draft,
        @Nullable HeldDecision held,
        boolean takesBack) {

    static final Entered NOTHING = new Entered(null, null, null, null, null, null, false);

    static Entered draft(Drafts.@Nullable Draft draft) {
        if (draft == null) {
            return NOTHING;
        }
        List<String> comment = draft.fields().getOrDefault("comment", List.of());
        return new Entered(
                null, comment.isEmpty() ? null : comment.get(0), null, draft.savedAt(), draft.json(), null, false);
    }

    static Entered refused(String outcome, @Nullable String comment, RuleViolation refused) {
        return new Entered(outcome, comment, refused, null, null, null, false);
    }

    Entered after(@Nullable HeldDecision decision) {
        return new Entered(outcome, comment, refused, draftOf, draft, decision, takesBack);
    }

    Entered takingBack(boolean possible) {
        return new Entered(outcome, comment, refused, draftOf, draft, held, possible);
    }
}
