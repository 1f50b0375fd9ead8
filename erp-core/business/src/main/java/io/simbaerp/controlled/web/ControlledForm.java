package io.simbaerp.controlled.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.VersionView;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A version as it is typed in or sent.
 *
 * @param edition which edition of the draft was read
 */
record ControlledForm(
        @Nullable String title,
        @Nullable ControlledKind kind,
        @Nullable String body,
        @Nullable String changeNote,
        @Nullable List<String> readers,
        @Nullable Integer readWithinDays,
        @Nullable Integer reviewMonths,
        @Nullable LocalDate wishedFrom,
        @Nullable Integer edition) {

    private static final int TWO_WEEKS = 14;
    private static final int A_YEAR = 12;

    static ControlledForm empty() {
        return new ControlledForm("", ControlledKind.POLICY, "", "", List.of(), TWO_WEEKS, A_YEAR, null, 0);
    }

    static ControlledForm of(VersionView version) {
        return new ControlledForm(
                version.title(),
                version.kind(),
                version.body(),
                version.changeNote(),
                version.readers(),
                version.readWithinDays(),
                version.reviewMonths(),
                version.wishedFrom(),
                version.edition());
    }

    /** @throws RuleViolation controlled.kind-missing, and what a draft refuses */
    ControlledDraft draft(@Nullable MultipartFile file) throws IOException {
        if (kind == null) {
            throw RuleViolation.ofField("kind", "controlled.kind-missing");
        }
        return new ControlledDraft(
                Objects.requireNonNullElse(title, ""),
                kind,
                body,
                file != null && !file.isEmpty()
                        ? new ControlledDraft.File(
                                Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes())
                        : null,
                changeNote,
                Objects.requireNonNullElse(readers, List.of()),
                Objects.requireNonNullElse(readWithinDays, TWO_WEEKS),
                Objects.requireNonNullElse(reviewMonths, A_YEAR),
                wishedFrom);
    }

    int editionRead() {
        return Objects.requireNonNullElse(edition, -1);
    }
}
