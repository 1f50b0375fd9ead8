package io.simbaerp.company;

import io.simbaerp.money.CurrencyCode;
import java.time.ZoneId;

/**
 * A company to be set up.
 *
 * @param firstFiscalYear calendar year with which the books begin; three years are laid out from it
 */
public record CompanyDraft(
        String name,
        String shortName,
        String taxId,
        String country,
        String street,
        String postalCode,
        String city,
        CurrencyCode baseCurrency,
        ZoneId timeZone,
        int firstFiscalYear) {}
