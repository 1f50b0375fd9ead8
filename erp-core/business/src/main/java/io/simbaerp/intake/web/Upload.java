package io.simbaerp.intake.web;

import io.simbaerp.document.DocumentState;
import io.simbaerp.intake.Receipt;
import io.simbaerp.page.FormProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the upload page shows: the form as it was filled in, and what came of the files sent. */
record Upload(
        List<Result> results,
        @Nullable FormProblem problem,
        @Nullable LocalDate receivedOn,
        @Nullable String ksefNumber,
        long maximum,
        List<ClassChoice> classes) {

    /** A document class files may be handed in to. */
    record ClassChoice(String code, String name, boolean confidential, boolean chosen) {}

    /**
     * What came of one file.
     *
     * @param outcome registered, received, quarantined or refused: the key of its word
     * @param detail number or reason, which fills the word
     */
    record Result(
            String fileName,
            @Nullable UUID id,
            String outcome,
            String tone,
            @Nullable String detail,
            @Nullable String kind,
            int findings,
            boolean repeat) {

        static Result of(String fileName, Receipt receipt, @Nullable String reason) {
            boolean quarantined = receipt.state() == DocumentState.QUARANTINED;
            String outcome = quarantined ? "quarantined" : receipt.number() == null ? "received" : "registered";
            return new Result(
                    fileName,
                    receipt.id().value(),
                    outcome,
                    quarantined ? "bad" : receipt.number() == null ? "mute" : "good",
                    quarantined ? reason : receipt.number(),
                    receipt.kind(),
                    receipt.findings().size(),
                    receipt.repeat());
        }

        static Result refused(String fileName, String reason) {
            return new Result(fileName, null, "refused", "bad", reason, null, 0, false);
        }
    }
}
