package io.simbaerp.ledger;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the chart.
 *
 * @param parent the code of the account above it
 * @param control {@code SUPPLIER} or {@code CUSTOMER} if it keeps open items with parties
 * @param postable whether entries may use it; accounts with others below only sum up
 * @param active whether it may be used today
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
        boolean active) {

    /** Its name in one of the two languages. */
    public String name(String language) {
        return "pl".equals(language) ? namePl : nameEn;
    }
}
