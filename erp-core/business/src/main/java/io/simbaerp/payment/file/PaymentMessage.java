package io.simbaerp.payment.file;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank is told: transfers from one own account.
 *
 * @param id names the message to the bank for ever, at most 35 characters
 * @param madeAt in the company's time zone
 */
public record PaymentMessage(String id, OffsetDateTime madeAt, Debtor debtor, List<Transfer> transfers) {

    public PaymentMessage {
        transfers = List.copyOf(transfers);
    }

    /**
     * Who pays, from where, and how its bank wants domestic transfers.
     *
     * @param bic of the bank, if it is to be named
     * @param chargeBearer ISO 20022 code, for domestic transfers
     * @param serviceLevel ISO 20022 code, for domestic transfers, or nothing
     */
    public record Debtor(
            String name,
            PostalAddress address,
            String iban,
            String currency,
            @Nullable String bic,
            String chargeBearer,
            @Nullable String serviceLevel) {}

    /**
     * A structured address. Without a town it can't be told to a bank and is left out.
     *
     * @param street with the number of the house
     */
    public record PostalAddress(
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String town,
            String country) {}

    /**
     * One transfer.
     *
     * @param kind SEPA, DOMESTIC or SPLIT: transfers of one kind, currency and day go together
     * @param reference our end-to-end reference, at most 35 characters
     * @param title what the payee reads, at most 140 characters
     */
    public record Transfer(
            String kind,
            LocalDate payOn,
            String reference,
            Money amount,
            String payee,
            PostalAddress address,
            String iban,
            String title) {}
}
