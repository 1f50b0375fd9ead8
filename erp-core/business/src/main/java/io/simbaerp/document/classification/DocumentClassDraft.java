package io.simbaerp.document.classification;

import io.simbaerp.architecture.Duty;
import java.util.List;
import java.util.Set;

/**
 * A document class as it shall be.
 *
 * @param kinds kinds of documents that come into it by themselves when they are registered
 */
public record DocumentClassDraft(String code, String nameEn, String namePl, Set<Duty> duties, Set<String> kinds) {

    /** A class into which documents come by choice only. */
    public DocumentClassDraft(String code, String nameEn, String namePl, Set<Duty> duties) {
        this(code, nameEn, namePl, duties, Set.of());
    }

    /** What most companies keep to themselves; a new company starts with them. */
    public static List<DocumentClassDraft> usual() {
        return List.of(
                new DocumentClassDraft("payroll", "Payroll", "Płace", Set.of(Duty.SEE_PAYROLL_DOCUMENT)),
                new DocumentClassDraft("personnel", "Personnel files", "Kadry", Set.of(Duty.SEE_PERSONNEL_DOCUMENT)),
                new DocumentClassDraft("legal", "Legal matters", "Sprawy prawne", Set.of(Duty.SEE_LEGAL_DOCUMENT)),
                new DocumentClassDraft(
                        "board", "Contracts of the board", "Umowy zarządu", Set.of(Duty.SEE_BOARD_DOCUMENT)));
    }
}
