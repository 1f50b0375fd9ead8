package io.simbaerp.expense;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.archive.KeepUpload;
import io.simbaerp.archive.StoredOriginal;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.expense.store.ReceiptRows;
import java.util.UUID;

/**
 * Keeps a receipt that was handed in with one's claim, as it came: before anything about its line is judged, so that it is
 * there also if the line is refused.
 */
@UseCase(Duty.CLAIM_EXPENSE)
public class KeepReceipt {

    private static final int LONGEST_NAME = 200;

    private final ClaimRows claims;
    private final KeepUpload keepUpload;
    private final ReceiptRows receipts;

    KeepReceipt(ClaimRows claims, KeepUpload keepUpload, ReceiptRows receipts) {
        this.claims = claims;
        this.keepUpload = keepUpload;
        this.receipts = receipts;
    }

    /**
     * What lines refer to by its hash; the same content is kept once, under its first name.
     *
     * @throws NotFound of a claim of somebody else
     * @throws RuleViolation expense.own-name-only, original.empty, original.too-large, original.program
     */
    public ClaimView.ReceiptView keep(@About("expense-claim") UUID claim, String name, byte[] content) {
        claims.own(claim);
        StoredOriginal stored = keepUpload.keep(fileName(name), content, "receipt");
        return receipts.add(claim, new ClaimView.ReceiptView(fileName(name), stored.sha256(), stored.size()));
    }

    private static String fileName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        if (name.isEmpty()) {
            return "receipt";
        }
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }
}
