package io.simbaerp.expense;

import io.simbaerp.archive.StoreOriginal;
import io.simbaerp.archive.StoredOriginal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps receipts in the archive as they came, before anything else is done with a line. */
@Component
class Receipts {

    private static final int LONGEST_NAME = 200;

    private final StoreOriginal storeOriginal;

    Receipts(StoreOriginal storeOriginal) {
        this.storeOriginal = storeOriginal;
    }

    /**
     * The receipt that was given; the one of before where none was.
     *
     * @throws io.simbaerp.architecture.RuleViolation original.empty
     */
    ClaimView.@Nullable ReceiptView keep(LineDraft.@Nullable Receipt given, ClaimView.@Nullable ReceiptView before) {
        if (given == null) {
            return before;
        }
        StoredOriginal stored = storeOriginal.store(given.content());
        return new ClaimView.ReceiptView(name(given.name()), stored.sha256(), stored.size());
    }

    private static String name(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            return "receipt";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
