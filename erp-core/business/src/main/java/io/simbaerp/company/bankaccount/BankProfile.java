package io.simbaerp.company.bankaccount;

import org.jspecify.annotations.Nullable;

/**
 * What a bank asks for in payment files of domestic transfers. SEPA transfers follow their scheme instead.
 *
 * @param serviceLevel ISO 20022 code of the service level such as {@code NURG}; nothing leaves it out
 * @param splitTitle how the title of a split payment is written, with the places {@code {vat}}, {@code {taxId}}, {@code
 *     {number}} and {@code {text}}
 */
public record BankProfile(
        ChargeBearer chargeBearer, @Nullable String serviceLevel, String splitTitle, CharacterSet characterSet) {

    /** How most Polish banks take it. */
    public static final BankProfile USUAL = new BankProfile(
            ChargeBearer.SLEV, null, "/VAT/{vat}/IDC/{taxId}/INV/{number}/TXT/{text}", CharacterSet.POLISH);

    /** Who pays the banks' charges, by ISO 20022. */
    public enum ChargeBearer {
        /** As the service level says. */
        SLEV,
        /** Each side its own. */
        SHAR,
        /** Whoever pays. */
        DEBT
    }

    /** Which letters the bank takes. */
    public enum CharacterSet {
        /** Letters without accents, digits and the signs of SEPA. */
        LATIN,
        /** The same and Polish letters. */
        POLISH
    }
}
