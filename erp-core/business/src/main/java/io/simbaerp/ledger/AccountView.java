package io.simbaerp.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the chart.
 *
 * @param parent the code of the account above it
 * @param control {@code SUPPLIER}, {@code CUSTOMER} or {@code EMPLOYEE} if it keeps open items with parties
 * @param postable whether entries may use it; accounts with others below only sum up
 * @param active whether it may be used today
 * @param currency the only currency its entries may be in, or nothing for any
 * @param jpkMarker its marker in JPK_KR_PD (S_12_1), followed by the second (S_12_2) and that of income tax (S_12_3)
 * @param category what the chart it came from calls its kind
 * @param version counts its changes
 */
public record AccountView(
        UUID id,
        String code,
        String nameEn,
        String namePl,
        AccountType type,
        Side normalSide,
        @Nullable String parent,
        @Nullable String control,
        boolean costCentreRequired,
        boolean postable,
        LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        boolean active,
        @Nullable String currency,
        @Nullable String jpkMarker,
        @Nullable String jpkSecondMarker,
        @Nullable String jpkTaxMarker,
        @Nullable String category,
        int version) {

    /** Its name in one of the two languages. */
    public String name(String language) {
        return "pl".equals(language) ? namePl : nameEn;
    }
}
