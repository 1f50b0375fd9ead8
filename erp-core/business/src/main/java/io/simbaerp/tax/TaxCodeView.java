package io.simbaerp.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A VAT code as it is valid on a day.
 *
 * @param code such as {@code Z23}
 * @param ratePercent 23 for 23 %
 * @param outputBaseColumn column of the sales register for the base, such as {@code K_23}; JPK_V7 names
 * @param outputTaxColumn column of the sales register for the tax
 * @param inputBaseColumn column of the purchase register for the base
 * @param inputTaxColumn column of the purchase register for the deductible tax
 * @param outputAccount the account output tax posts to; plain text, this module knows no ledger
 * @param inputAccount the account deductible input tax posts to
 * @param deferredAccount the account input tax waits on until its VAT period has come
 * @param purchase whether the code is offered for purchases
 * @param sale whether the code is offered for sales
 */
public record TaxCodeView(
        String code,
        TaxKind kind,
        BigDecimal ratePercent,
        Deduction deduction,
        String nameEn,
        String namePl,
        @Nullable String outputBaseColumn,
        @Nullable String outputTaxColumn,
        @Nullable String inputBaseColumn,
        @Nullable String inputTaxColumn,
        @Nullable String outputAccount,
        @Nullable String inputAccount,
        @Nullable String deferredAccount,
        boolean purchase,
        boolean sale,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Its name in one of the two languages. */
    public String name(String language) {
        return "pl".equals(language) ? namePl : nameEn;
    }
}
