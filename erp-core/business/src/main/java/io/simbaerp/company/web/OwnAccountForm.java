package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.ChangeOwnAccount;
import io.simbaerp.company.bankaccount.OwnAccountDraft;
import io.simbaerp.company.bankaccount.OwnAccountView;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An own bank account as somebody typed it, or a program sent it; what is left out is as usual. */
record OwnAccountForm(
        @Nullable String name,
        @Nullable String iban,
        @Nullable String currency,
        @Nullable String bic,
        @Nullable String chargeBearer,
        @Nullable String serviceLevel,
        @Nullable String splitTitle,
        @Nullable String characterSet,
        @Nullable Boolean active,
        @Nullable Integer version) {

    static OwnAccountForm empty() {
        BankProfile usual = BankProfile.USUAL;
        return new OwnAccountForm(
                "",
                "",
                "PLN",
                "",
                usual.chargeBearer().name(),
                "",
                usual.splitTitle(),
                usual.characterSet().name(),
                true,
                null);
    }

    static OwnAccountForm of(OwnAccountView account) {
        BankProfile profile = account.profile();
        return new OwnAccountForm(
                account.name(),
                account.iban(),
                account.currency().code(),
                account.bic(),
                profile.chargeBearer().name(),
                profile.serviceLevel(),
                profile.splitTitle(),
                profile.characterSet().name(),
                account.active(),
                account.version());
    }

    /** The same entries, to be saved over what is there by now. */
    OwnAccountForm over(OwnAccountView present) {
        return new OwnAccountForm(
                name,
                iban,
                currency,
                bic,
                chargeBearer,
                serviceLevel,
                splitTitle,
                characterSet,
                active,
                present.version());
    }

    OwnAccountDraft draft() {
        return new OwnAccountDraft(text(name), text(iban), currency == null ? "PLN" : currency, bic, profile());
    }

    /** @throws RuleViolation own-account.version-missing */
    ChangeOwnAccount.Change change(@Nullable String ifMatch) {
        return new ChangeOwnAccount.Change(version(ifMatch), text(name), bic, profile(), active == null || active);
    }

    private int version(@Nullable String ifMatch) {
        if (ifMatch != null && ifMatch.matches("\"?\\d{1,9}\"?")) {
            return Integer.parseInt(ifMatch.replace("\"", ""));
        }
        if (version == null) {
            throw RuleViolation.ofField("version", "own-account.version-missing");
        }
        return version;
    }

    private BankProfile profile() {
        BankProfile usual = BankProfile.USUAL;
        return new BankProfile(
                one(BankProfile.ChargeBearer.class, "chargeBearer", chargeBearer, usual.chargeBearer()),
                serviceLevel,
                splitTitle == null || splitTitle.isBlank() ? usual.splitTitle() : splitTitle,
                one(BankProfile.CharacterSet.class, "characterSet", characterSet, usual.characterSet()));
    }

    private static <T extends Enum<T>> T one(Class<T> type, String field, @Nullable String entered, T usual) {
        if (entered == null || entered.isBlank()) {
            return usual;
        }
        String wanted = entered.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(known -> known.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> RuleViolation.ofField(
                        field, "own-account.choice-unknown", entered, Arrays.toString(type.getEnumConstants())));
    }

    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }
}
