package io.simbaerp.company.bankaccount;

import org.jspecify.annotations.Nullable;

/**
 * An own bank account as somebody enters it.
 *
 * @param name how the company calls it
 * @param iban with or without spaces; 26 digits alone are a Polish account
 * @param currency ISO 4217
 * @param bic of the bank, if it is to be named in files
 */
public record OwnAccountDraft(
        String name, String iban, String currency, @Nullable String bic, BankProfile profile) {}
