package io.simbaerp.invoice.received.polish;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a correction says beyond which invoices it corrects.
 *
 * @param reason PrzyczynaKorekty
 * @param effect TypKorekty: from when it counts for VAT in the seller's books
 * @param period OkresFaKorygowanej: the period all of whose invoices get a rebate
 * @param rightNumber NrFaKorygowany: the number the original should have had
 * @param sellerBefore Podmiot1K: the seller as the original named it
 * @param buyersBefore Podmiot2K: the buyers as the original named them
 * @param totalBefore P_15ZK: BT-112 before the correction of an advance or a settlement
 * @param rateBefore KursWalutyZK
 */
public record Correction(
        @Nullable String reason,
        @Nullable Effect effect,
        @Nullable String period,
        @Nullable String rightNumber,
        @Nullable FurtherParty sellerBefore,
        List<FurtherParty> buyersBefore,
        @Nullable Money totalBefore,
        @Nullable BigDecimal rateBefore) {

    public Correction {
        buyersBefore = List.copyOf(buyersBefore);
    }

    /** TypKorekty: at the original's date (1), at the correction's own (2), at another or several (3). */
    public enum Effect {
        ORIGINAL_DATE,
        CORRECTION_DATE,
        OTHER_DATE
    }
}
