package io.simbaerp.expense;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.archive.DownloadOriginal;
import java.util.Objects;
import java.util.UUID;

/** Hands out the receipt of a line to those who see the claim, unless a scan locked it. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class OpenReceipt {

    private final ExpenseClaims claims;
    private final DownloadOriginal download;

    OpenReceipt(ExpenseClaims claims, DownloadOriginal download) {
        this.claims = claims;
        this.download = download;
    }

    /** The file as it came in. */
    public record Opened(String name, byte[] content) {}

    /**
     * @throws NotFound if the reader sees no such line, or it has no receipt
     * @throws io.simbaerp.architecture.RuleViolation original.locked, original.not-scanned
     */
    public Opened open(@About("expense-claim") UUID claim, UUID line) {
        return claims.byId(claim).lines().stream()
                .filter(one -> one.id().equals(line))
                .map(ClaimView.LineView::receipt)
                .filter(Objects::nonNull)
                .findFirst()
                .map(receipt -> new Opened(receipt.name(), download.download(receipt.sha256())))
                .orElseThrow(() -> new NotFound("expense-receipt", line));
    }
}
