package io.simbaerp.company.bankaccount;

import io.simbaerp.money.CurrencyCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the company's own bank accounts.
 *
 * @param active whether it may be paid from
 */
public record OwnAccountView(
        UUID id,
        String name,
        String iban,
        CurrencyCode currency,
        @Nullable String bic,
        BankProfile profile,
        boolean active,
        int version) {}
