package io.simbaerp.ledger.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.account.AccountDraft;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account as somebody typed it, or a program sent it. */
record AccountForm(
        @Nullable String code,
        @Nullable String nameEn,
        @Nullable String namePl,
        @Nullable String type,
        @Nullable String normalSide,
        @Nullable String parent,
        @Nullable String control,
        @Nullable Boolean costCentreRequired,
        @Nullable Boolean postable,
        @Nullable String currency,
        @Nullable String marker,
        @Nullable String secondMarker,
        @Nullable String taxMarker,
        @Nullable LocalDate activeFrom,
        @Nullable LocalDate activeTo,
        @Nullable Integer version) {

    static AccountForm empty(LocalDate today) {
        return new AccountForm(
                "",
                "",
                "",
                AccountType.ASSET.name(),
                Side.DEBIT.name(),
                "",
                "",
                false,
                true,
                "",
                "",
                "",
                "",
                today.withDayOfYear(1),
                null,
                null);
    }

    static AccountForm of(AccountView account) {
        return new AccountForm(
                account.code(),
                account.nameEn(),
                account.namePl(),
                account.type().name(),
                account.normalSide().name(),
                account.parent(),
                account.control(),
                account.costCentreRequired(),
                account.postable(),
                account.currency(),
                account.jpkMarker(),
                account.jpkSecondMarker(),
                account.jpkTaxMarker(),
                account.activeFrom(),
                account.activeTo(),
                account.version());
    }

    /** The same entries, to be saved over what is there by now. */
    AccountForm over(AccountView present) {
        return new AccountForm(
                present.code(),
                nameEn,
                namePl,
                type,
                normalSide,
                parent,
                control,
                costCentreRequired,
                postable,
                currency,
                marker,
                secondMarker,
                taxMarker,
                activeFrom,
                activeTo,
                present.version());
    }

    /** @throws RuleViolation account.choice-unknown */
    AccountDraft draft(String number, LocalDate today) {
        String english = text(nameEn);
        String polish = text(namePl);
        return new AccountDraft(
                number.strip(),
                english.isEmpty() ? polish : english,
                polish.isEmpty() ? english : polish,
                one(AccountType.class, "type", type),
                one(Side.class, "normalSide", normalSide),
                orNothing(parent),
                orNothing(control),
                Boolean.TRUE.equals(costCentreRequired),
                postable == null || postable,
                orNothing(currency),
                new AccountDraft.Markers(orNothing(marker), orNothing(secondMarker), orNothing(taxMarker)),
                activeFrom == null ? today.withDayOfYear(1) : activeFrom,
                activeTo);
    }

    /** @throws RuleViolation account.version-missing */
    int read(@Nullable String ifMatch) {
        if (ifMatch != null && ifMatch.matches("\"?\\d{1,9}\"?")) {
            return Integer.parseInt(ifMatch.replace("\"", ""));
        }
        if (version == null) {
            throw RuleViolation.ofField("version", "account.version-missing");
        }
        return version;
    }

    private static <T extends Enum<T>> T one(Class<T> kind, String field, @Nullable String entered) {
        String wanted = text(entered).toUpperCase(Locale.ROOT);
        return Arrays.stream(Objects.requireNonNull(kind.getEnumConstants()))
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> RuleViolation.ofField(
                        field, "account.choice-unknown", wanted, Arrays.toString(kind.getEnumConstants())));
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    private static @Nullable String orNothing(@Nullable String entered) {
        return text(entered).isEmpty() ? null : text(entered);
    }
}
