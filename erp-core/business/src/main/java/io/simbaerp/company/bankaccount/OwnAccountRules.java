package io.simbaerp.company.bankaccount;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Iban;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings what was entered into its one form, and refuses what no bank would take. */
final class OwnAccountRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TITLE = 140;
    private static final List<String> PLACES = List.of("{vat}", "{taxId}", "{number}");

    private OwnAccountRules() {}

    static OwnAccountDraft checked(OwnAccountDraft draft) {
        String name = draft.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RuleViolation.ofField("name", "own-account.name-missing");
        }
        String iban = Iban.parse(draft.iban())
                .orElseThrow(() -> RuleViolation.ofField("iban", "own-account.iban-wrong", draft.iban()));
        return new OwnAccountDraft(name, iban, currency(draft.currency()), bic(draft.bic()), profile(draft.profile()));
    }

    private static String currency(String entered) {
        String code = entered.strip().toUpperCase(Locale.ROOT);
        try {
            return CurrencyCode.of(code).code();
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("currency", "own-account.currency-unknown", entered);
        }
    }

    private static @Nullable String bic(@Nullable String entered) {
        String bic = upper(entered);
        if (bic != null && !bic.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            throw RuleViolation.ofField("bic", "own-account.bic-wrong", bic);
        }
        return bic;
    }

    private static BankProfile profile(BankProfile entered) {
        String level = upper(entered.serviceLevel());
        if (level != null && !level.matches("[A-Z0-9]{1,4}")) {
            throw RuleViolation.ofField("serviceLevel", "own-account.service-level-wrong", level);
        }
        String title = entered.splitTitle().strip();
        if (title.length() > LONGEST_TITLE || !PLACES.stream().allMatch(title::contains)) {
            throw RuleViolation.ofField("splitTitle", "own-account.split-title-incomplete");
        }
        return new BankProfile(entered.chargeBearer(), level, title, entered.characterSet());
    }

    private static @Nullable String upper(@Nullable String entered) {
        return entered == null || entered.isBlank()
                ? null
                : entered.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
