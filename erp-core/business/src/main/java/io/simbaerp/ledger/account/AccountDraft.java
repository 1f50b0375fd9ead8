package io.simbaerp.ledger.account;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.Side;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An account as somebody wants it.
 *
 * @param parent number of the account above, or nothing
 * @param control {@code SUPPLIER}, {@code CUSTOMER} or {@code EMPLOYEE} if it keeps open items with parties
 * @param postable whether entries may use it; an account with others below only sums up
 * @param currency the only currency its entries may be in, or nothing for any
 * @param markers what JPK_KR_PD is told of it
 */
public record AccountDraft(
        String code,
        String nameEn,
        String namePl,
        AccountType type,
        Side normalSide,
        @Nullable String parent,
        @Nullable String control,
        boolean costCentreRequired,
        boolean postable,
        @Nullable String currency,
        Markers markers,
        LocalDate activeFrom,
        @Nullable LocalDate activeTo) {

    /** Markers of JPK_KR_PD: S_12_1 and S_12_2 for balance sheet or income statement, S_12_3 for income tax. */
    public record Markers(
            @Nullable String first,
            @Nullable String second,
            @Nullable String tax) {

        public static final Markers NONE = new Markers(null, null, null);
    }
}
