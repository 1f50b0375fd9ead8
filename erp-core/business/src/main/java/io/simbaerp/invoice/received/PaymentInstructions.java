package io.simbaerp.invoice.received;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the seller wants to be paid (BG-16).
 *
 * @param meansCode BT-81: UNTDID 4461, such as 30 credit transfer, 48 card, 59 SEPA direct debit
 * @param meansText BT-82
 * @param remittanceInformation BT-83: what the payment should quote
 * @param creditTransfers BG-17: the accounts that may be paid to
 * @param card BG-18
 * @param directDebit BG-19
 */
public record PaymentInstructions(
        @Nullable String meansCode,
        @Nullable String meansText,
        @Nullable String remittanceInformation,
        List<CreditTransfer> creditTransfers,
        @Nullable Card card,
        @Nullable DirectDebit directDebit) {

    public PaymentInstructions {
        creditTransfers = List.copyOf(creditTransfers);
    }

    /**
     * An account to pay to (BG-17).
     *
     * @param account BT-84: IBAN or a national account number
     * @param accountName BT-85
     * @param serviceProvider BT-86: BIC
     * @param bankName the bank in words
     * @param ofFactor whether it is the account of a factor the claim was sold to
     */
    public record CreditTransfer(
            @Nullable String account,
            @Nullable String accountName,
            @Nullable String serviceProvider,
            @Nullable String bankName,
            boolean ofFactor) {

        /** An account in the terms of EN 16931 alone. */
        public CreditTransfer(
                @Nullable String account, @Nullable String accountName, @Nullable String serviceProvider) {
            this(account, accountName, serviceProvider, null, false);
        }
    }

    /**
     * The card that was charged (BG-18).
     *
     * @param number BT-87: only the last digits, as the card schemes demand
     * @param holder BT-88
     */
    public record Card(@Nullable String number, @Nullable String holder) {}

    /**
     * A direct debit the seller will collect (BG-19).
     *
     * @param mandate BT-89
     * @param creditor BT-90: the creditor's identifier with the bank
     * @param debitedAccount BT-91
     */
    public record DirectDebit(
            @Nullable String mandate,
            @Nullable String creditor,
            @Nullable String debitedAccount) {}
}
