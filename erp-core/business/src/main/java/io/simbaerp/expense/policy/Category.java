package io.simbaerp.expense.policy;

import io.simbaerp.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What employees claim.
 *
 * @param account proposed to whoever codes; plain text
 * @param limit above it a line goes beyond the policy; nothing for no limit
 * @param receiptAbove above it a line needs a receipt or a reason for having none
 */
public record Category(
        UUID id,
        String code,
        Kind kind,
        String nameEn,
        String namePl,
        String account,
        String taxCode,
        @Nullable Money limit,
        Money receiptAbove,
        boolean active) {

    /** What kind of line it makes. */
    public enum Kind {
        EXPENSE,
        /** Kilometres with one's own vehicle. */
        MILEAGE,
        /** A daily allowance. */
        PER_DIEM
    }

    /** Its name in one of the two languages. */
    public String name(String language) {
        return "pl".equals(language) ? namePl : nameEn;
    }
}
