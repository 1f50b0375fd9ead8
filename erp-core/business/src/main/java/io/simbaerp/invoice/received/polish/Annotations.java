package io.simbaerp.invoice.received.polish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law wants said on the invoice.
 *
 * @param cashMethod P_16: VAT may be deducted only when it is paid
 * @param selfBilling P_17: the buyer issued it
 * @param reverseCharge P_18: the buyer owes the VAT
 * @param splitPayment P_18A: to be paid by the split payment mechanism
 * @param exemption P_19: why something on it is exempt
 * @param newTransport P_22 and what is said of each vehicle; empty if it sells none to another EU country
 * @param triangular P_23: simplified triangular trade, second in the chain
 * @param margin P_PMarzy: the margin scheme, under which there is no VAT to deduct
 * @param retail FP: issued to a receipt of a cash register
 * @param relatedParties TP
 * @param exciseRefund ZwrotAkcyzy: a farmer may claim excise back
 */
public record Annotations(
        boolean cashMethod,
        boolean selfBilling,
        boolean reverseCharge,
        boolean splitPayment,
        @Nullable Exemption exemption,
        List<String> newTransport,
        boolean triangular,
        @Nullable Margin margin,
        boolean retail,
        boolean relatedParties,
        boolean exciseRefund) {

    /** Nothing of all that. */
    public static final Annotations NONE =
            new Annotations(false, false, false, false, null, List.of(), false, null, false, false, false);

    public Annotations {
        newTransport = List.copyOf(newTransport);
    }

    /** Why it is exempt: P_19A, P_19B or P_19C, and the words there. */
    public record Exemption(Basis basis, @Nullable String text) {

        /** Polish law, the directive, or something else. */
        public enum Basis {
            LAW,
            DIRECTIVE,
            OTHER
        }
    }

    /** Under which margin scheme it is sold: P_PMarzy_2, _3_1, _3_2, _3_3. */
    public enum Margin {
        TRAVEL,
        USED_GOODS,
        ART,
        ANTIQUES
    }
}
