package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.ledger.account.AccountDraft;
import io.simbaerp.ledger.account.AddAccount;
import io.simbaerp.ledger.account.ChangeAccount;
import io.simbaerp.money.Money;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The chart in the hands of an accountant, and what PostgreSQL keeps of it whoever writes. */
@ModuleTest
class AccountsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    AddAccount add;

    @Autowired
    ChangeAccount change;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TestDatabase database;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void anAccountIsAddedChangedAndClosed() {
        AccountDraft draft = account("130-77").build();
        company.as(() -> add.add(draft));
        AccountView added = company.as(() -> chart.find("130-77")).orElseThrow();
        assertThat(added.currency()).isEqualTo("EUR");
        assertThat(added.jpkMarker()).isEqualTo("BABIII1C1_W");
        assertThat(added.parent()).isEqualTo("130");

        company.run(() -> change.change(
                0,
                account("130-77").named("Konto zamknięte").until("2026-10-31").build()));
        AccountView closed = company.as(() -> chart.find("130-77")).orElseThrow();
        assertThat(closed.active()).isFalse();
        assertThat(closed.version()).isEqualTo(1);
        assertThatThrownBy(() -> company.run(() -> change.change(0, draft))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        company.as(() -> post.post(entry(euros("130-77", Side.DEBIT, "5"), credit("100-01", "5")))))
                .hasMessageContaining("journal-entry.account-inactive");
    }

    @Test
    void anAccountOfOneCurrencyTakesNoOther() {
        company.as(() -> add.add(account("130-77").build()));
        assertThatThrownBy(() -> company.as(() -> post.post(entry(debit("130-77", "5"), credit("100-01", "5")))))
                .hasMessageContaining("journal-entry.currency-not-of-account");
        company.as(() -> post.post(entry(euros("130-77", Side.DEBIT, "5"), credit("100-01", "5"))));
    }

    @Test
    void anAccountInUseKeepsItsNature() {
        company.as(() -> post.post(entry(debit("100-01", "5"), credit("130-01", "5"))));
        AccountView cash = company.as(() -> chart.find("100-01")).orElseThrow();
        AccountDraft expense = new AccountDraft(
                "100-01",
                "Cash",
                "Kasa",
                AccountType.EXPENSE,
                Side.DEBIT,
                cash.parent(),
                null,
                false,
                true,
                null,
                AccountDraft.Markers.NONE,
                cash.activeFrom(),
                null);
        assertThatThrownBy(() -> company.run(() -> change.change(cash.version(), expense)))
                .hasMessageContaining("account.in-use");
        AccountDraft closedBefore = new AccountDraft(
                "100-01",
                "Cash",
                "Kasa",
                cash.type(),
                Side.DEBIT,
                cash.parent(),
                null,
                false,
                true,
                null,
                AccountDraft.Markers.NONE,
                cash.activeFrom(),
                LedgerFixture.DAY.minusDays(1));
        assertThatThrownBy(() -> company.run(() -> change.change(cash.version(), closedBefore)))
                .hasMessageContaining("account.entries-outside");
    }

    @ParameterizedTest
    @CsvSource({
        "100-01, 130, EUR, , account.code-taken",
        "130/?, 130, EUR, , account.code-wrong",
        "130-77, 100-01, EUR, , account.has-others-below",
        "130-77, 777-7, EUR, , account.parent-unknown",
        "130-77, 130, ZZZ, , account.currency-unknown",
        "130-77, 130, EUR, PD99, account.marker-wrong",
    })
    void anAccountThatDoesNotFitIsRefused(
            String code, String parent, String currency, @Nullable String tax, String rule) {
        AccountDraft draft = new AccountDraft(
                code,
                "A",
                "A",
                AccountType.ASSET,
                Side.DEBIT,
                parent,
                null,
                false,
                true,
                currency,
                new AccountDraft.Markers(null, null, tax),
                LocalDate.of(2026, 1, 1),
                null);
        assertThatThrownBy(() -> company.as(() -> add.add(draft))).hasMessageContaining(rule);
    }

    @Test
    void whoOnlyPostsDoesNotTouchTheChart() {
        assertThatThrownBy(() -> company.asPerson(
                        UUID.randomUUID(),
                        EnumSet.of(Duty.POST_JOURNAL_ENTRY),
                        () -> add.add(account("130-77").build())))
                .isInstanceOf(MissingDuty.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update ledger.account set postable = true where code = '130' | account_with_others_below_takes_no_entries",
                "update ledger.account set parent_id = (select id from ledger.account where code = '100-01') where code = '130-02' | account_with_others_below_takes_no_entries",
                "update ledger.account set parent_id = id where code = '130' | account_is_not_below_itself",
                "update ledger.account set code = 'X' where code = '130-01' | account_never_becomes_another",
                "update ledger.account set type = 'EXPENSE' where code = '130-01' | account_in_use_keeps_its_nature",
                "update ledger.account set normal_side = 'CREDIT' where code = '130-01' | account_in_use_keeps_its_nature",
                "update ledger.account set control = 'SUPPLIER' where code = '130-01' | account_in_use_keeps_its_nature",
                "update ledger.account set active_to = '2026-11-01' where code = '130-01' | account_is_active_on_the_days_of_its_entries",
                "update ledger.account set active_from = '2026-12-01' where code = '130-01' | account_is_active_on_the_days_of_its_entries",
                "update ledger.account set active_to = active_from - 1 where code = '130-02' | account_days_are_in_order",
                "update ledger.account set currency = 'eur' where code = '130-02' | account_currency_is_a_code",
                "update ledger.account set jpk_tax_marker = 'PIT' where code = '130-02' | account_markers_have_their_form",
                "update ledger.account set jpk_second_marker = 'X' where code = '130-02' | account_second_marker_follows_the_first",
                "update ledger.account set name_pl = ' ' where code = '130-02' | account_has_a_name",
                "update ledger.account set control = 'FRIEND' where code = '130-02' | account_control_is_known",
                "update ledger.account set type = 'OTHER' where code = '130-02' | account_type_is_known",
            })
    void theDatabaseKeepsTheChartInOrder(String attack, String rule) throws SQLException {
        company.as(() -> post.post(entry(debit("100-01", "5"), credit("130-01", "5"))));
        assertThat(refusal(TestDatabase.APPLICATION, attack)).isEqualTo(rule);
        assertThat(refusal(TestDatabase.OWNER, attack)).isEqualTo(rule);
    }

    private static LineDraft euros(String account, Side side, String amount) {
        return new LineDraft(
                account,
                side,
                Money.of(amount, "PLN"),
                Money.of("1.17", "EUR"),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false);
    }

    private static Wanted account(String code) {
        return new Wanted(code, "Rachunek w euro", null);
    }

    private record Wanted(
            String code, String name, @Nullable LocalDate until) {

        Wanted named(String other) {
            return new Wanted(code, other, until);
        }

        Wanted until(String day) {
            return new Wanted(code, name, LocalDate.parse(day));
        }

        AccountDraft build() {
            return new AccountDraft(
                    code,
                    "Account in euro",
                    name,
                    AccountType.ASSET,
                    Side.DEBIT,
                    "130",
                    null,
                    false,
                    true,
                    "EUR",
                    new AccountDraft.Markers("BABIII1C1_W", null, null),
                    LocalDate.of(2026, 1, 1),
                    until);
        }
    }

    private @Nullable String refusal(String role, String attack) throws SQLException {
        return new Attack(database, company.id()).refusal(role, attack);
    }
}
