package io.simbaerp.company;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.money.CurrencyCode;
import java.time.ZoneId;

/** The company as others see it. */
public record CompanyView(
        CompanyId id,
        String name,
        String taxId,
        String country,
        String street,
        String postalCode,
        String city,
        CurrencyCode baseCurrency,
        ZoneId timeZone) {}
