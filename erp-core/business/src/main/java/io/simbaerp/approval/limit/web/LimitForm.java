package io.simbaerp.approval.limit.web;

import io.simbaerp.approval.limit.LimitScope;
import io.simbaerp.approval.limit.RollingLimitDraft;
import io.simbaerp.architecture.Duty;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rolling limit as it is filled in on its page; numbers as they were typed. */
record LimitForm(
        @Nullable Duty duty,
        @Nullable LimitScope persons,
        @Nullable UUID personId,
        @Nullable LimitScope suppliers,
        @Nullable UUID partyId,
        @Nullable LimitScope costCentres,
        @Nullable String costCentre,
        @Nullable String days,
        @Nullable String amount,
        @Nullable String reason) {

    static LimitForm empty() {
        return new LimitForm(
                Duty.APPROVE_INVOICE,
                LimitScope.EACH,
                null,
                LimitScope.EACH,
                null,
                LimitScope.TOGETHER,
                null,
                "30",
                null,
                null);
    }

    /** What isn't a number is left out, and refused as missing. */
    RollingLimitDraft draft(CurrencyCode currency) {
        BigDecimal number = number(amount);
        return new RollingLimitDraft(
                duty,
                persons,
                personId,
                suppliers,
                partyId,
                costCentres,
                costCentre,
                wholeDays(),
                number == null ? null : new Money(number, currency),
                reason);
    }

    private @Nullable Integer wholeDays() {
        String typed = days == null ? "" : days.strip();
        return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : null;
    }

    private static @Nullable BigDecimal number(@Nullable String typed) {
        String plain = typed == null ? "" : typed.replaceAll("[\\s\\u00a0]", "").replace(',', '.');
        return plain.matches("\\d{1,15}(\\.\\d{1,4})?") ? new BigDecimal(plain) : null;
    }
}
