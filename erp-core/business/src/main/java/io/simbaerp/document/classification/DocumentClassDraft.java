package io.simbaerp.document.classification;

import io.simbaerp.architecture.Duty;
import java.util.List;
import java.util.Set;

/** A document class as it shall be. */
public record DocumentClassDraft(String code, String nameEn, String namePl, Set<Duty> duties) {

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
