package io.simbaerp.company.bankaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class OwnAccountsModuleTest {

    private static final String IBAN = "PL61109010140000071219812874";

    @Autowired
    TestCompanies companies;

    @Autowired
    AddOwnAccount add;

    @Autowired
    ChangeOwnAccount change;

    @Autowired
    OwnAccounts accounts;

    private TestCompany company;

    @BeforeEach
    void found() {
        company = companies.create();
    }

    @Test
    void anAccountIsKeptInItsOneFormAndKnownOnce() {
        UUID id = company.as(() -> add.add(draft("Main", "61 1090 1014 0000 0712 1981 2874", "pln", "wbkpplpp")));
        OwnAccountView account = company.as(() -> accounts.byId(id)).orElseThrow();
        assertThat(account.iban()).isEqualTo(IBAN);
        assertThat(account.currency().code()).isEqualTo("PLN");
        assertThat(account.bic()).isEqualTo("WBKPPLPP");
        assertThat(account.profile()).isEqualTo(BankProfile.USUAL);
        assertThat(account.active()).isTrue();
        assertThatThrownBy(() -> company.as(() -> add.add(draft("Again", IBAN, "PLN", null))))
                .isInstanceOf(Conflict.class);
        assertThat(companies.create().as(() -> accounts.all())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' ', PL61109010140000071219812874, PLN, , own-account.name-missing",
        "Main, PL61109010140000071219812875, PLN, , own-account.iban-wrong",
        "Main, 12345, PLN, , own-account.iban-wrong",
        "Main, PL61109010140000071219812874, XX, , own-account.currency-unknown",
        "Main, PL61109010140000071219812874, PLN, BANK, own-account.bic-wrong"
    })
    void whatNoBankWouldTakeIsRefused(String name, String iban, String currency, @Nullable String bic, String rule) {
        assertThatThrownBy(() -> company.as(() -> add.add(draft(name, iban, currency, bic))))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "NURGENT, /VAT/{vat}/IDC/{taxId}/INV/{number}, own-account.service-level-wrong",
        "NURG, /VAT/{vat}/INV/{number}, own-account.split-title-incomplete"
    })
    void aProfileNoFileCouldFollowIsRefused(String level, String title, String rule) {
        BankProfile profile =
                new BankProfile(BankProfile.ChargeBearer.SHAR, level, title, BankProfile.CharacterSet.LATIN);
        assertThatThrownBy(() -> company.as(() -> add.add(new OwnAccountDraft("Main", IBAN, "PLN", null, profile))))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() {
        UUID id = company.as(() -> add.add(draft("Main", IBAN, "PLN", null)));
        company.run(() -> change.change(id, renamed(0, "Old account", false)));
        assertThat(company.as(() -> accounts.byId(id)).orElseThrow().active()).isFalse();
        assertThatThrownBy(() -> company.run(() -> change.change(id, renamed(0, "Other", true))))
                .isInstanceOf(Conflict.class);
        assertThat(company.as(() -> accounts.byId(id)).orElseThrow().name()).isEqualTo("Old account");
    }

    @Test
    void onlyWhoMaintainsThemAddsAccounts() {
        assertThatThrownBy(() -> company.asPerson(
                        UUID.randomUUID(),
                        EnumSet.of(Duty.BELONG_TO_COMPANY),
                        () -> add.add(draft("Main", IBAN, "PLN", null))))
                .isInstanceOf(MissingDuty.class);
    }

    private static ChangeOwnAccount.Change renamed(int version, String name, boolean active) {
        return new ChangeOwnAccount.Change(version, name, null, BankProfile.USUAL, active);
    }

    private static OwnAccountDraft draft(String name, String iban, String currency, @Nullable String bic) {
        return new OwnAccountDraft(name, iban, currency, bic, BankProfile.USUAL);
    }
}
