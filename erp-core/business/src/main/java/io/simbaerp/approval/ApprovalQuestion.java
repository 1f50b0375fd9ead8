package io.simbaerp.approval;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of whom.
 *
 * @param levels who is asked, one after the other, by the duties it takes
 * @param contentHash the fingerprint of what is asked about
 * @param content the text whose SHA-256 the fingerprint is; kept, so that a later approver is shown what changed
 */
public record ApprovalQuestion(
        Subject subject,
        List<Duty> levels,
        String contentHash,
        @Nullable String content) {

    public ApprovalQuestion {
        levels = List.copyOf(levels);
    }
}
