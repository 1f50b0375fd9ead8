package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class TrialBalanceModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    AccountStatement accountStatement;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void showsWhatStoodWhatMovedAndWhatStands() {
        LocalDate october = LocalDate.of(2026, 10, 15);
        company.as(() -> post.post(on(october, debit("130-01", "1000"), credit("801", "1000"))));
        company.as(() -> post.post(on(DAY, debit("100-01", "300"), credit("130-01", "300"))));

        TrialBalance.Report report =
                company.as(() -> trialBalance.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));

        assertThat(report.rows())
                .extracting(row -> row.account() + " " + row.opening().amount() + " "
                        + row.debit().amount() + " " + row.credit().amount() + " "
                        + row.closing().amount())
                .containsExactly(
                        "100-01 0.00 300.00 0.00 300.00",
                        "130-01 1000.00 0.00 300.00 700.00",
                        "801 -1000.00 0.00 0.00 -1000.00");
        assertThat(report.totals().opening().isZero()).isTrue();
        assertThat(report.totals().debit()).isEqualTo(report.totals().credit());
        assertThat(report.totals().closing().isZero()).isTrue();
        assertThatThrownBy(() -> company.as(() -> trialBalance.of(DAY, DAY.minusDays(1))))
                .hasMessageContaining("report.days-out-of-order");
    }

    /** Whatever is posted: the kept balances are what the entries say, the books balance, and statements end there. */
    @Test
    void agreesWithTheEntriesWhateverWasPosted() {
        Random random = new Random(20261120);
        String[] accounts = {"100-01", "130-01", "801", "403-90", "731-01", "145"};
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            List<LineDraft> lines = randomLines(random, accounts);
            lines.forEach(line -> expected.merge(
                    line.account(),
                    line.side() == Side.DEBIT
                            ? line.amount().amount()
                            : line.amount().amount().negate(),
                    BigDecimal::add));
            LocalDate day = LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
            company.as(() -> post.post(on(day, lines.toArray(LineDraft[]::new))));
        }
        LocalDate from = LocalDate.of(2026, 5, 10);
        LocalDate to = LocalDate.of(2026, 12, 31);

        TrialBalance.Report report = company.as(() -> trialBalance.of(from, to));

        assertThat(report.totals().opening().isZero()).isTrue();
        assertThat(report.totals().closing().isZero()).isTrue();
        assertThat(report.totals().debit()).isEqualTo(report.totals().credit());
        for (TrialBalance.Row row : report.rows()) {
            assertThat(row.closing().amount()).isEqualByComparingTo(expected.get(row.account()));
            List<AccountStatement.Row> lines = allLines(row.account(), from, to, 7);
            Money balance = lines.isEmpty()
                    ? row.opening()
                    : lines.get(lines.size() - 1).balance();
            assertThat(balance).isEqualTo(row.closing());
        }
    }

    private List<AccountStatement.Row> allLines(String account, LocalDate from, LocalDate to, int pageSize) {
        List<AccountStatement.Row> rows = new ArrayList<>();
        String after = null;
        do {
            String cursor = after;
            AccountStatement.Report page = company.as(() -> accountStatement.of(account, from, to, cursor, pageSize));
            if (!rows.isEmpty()) {
                assertThat(page.opening()).isEqualTo(rows.get(rows.size() - 1).balance());
            }
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static List<LineDraft> randomLines(Random random, String[] accounts) {
        List<LineDraft> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i <= random.nextInt(4); i++) {
            BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
            lines.add(LineDraft.of(
                    accounts[random.nextInt(accounts.length)], Side.DEBIT, Money.of(amount.toPlainString(), "PLN")));
            sum = sum.add(amount);
        }
        lines.add(LineDraft.of(
                accounts[random.nextInt(accounts.length)], Side.CREDIT, Money.of(sum.toPlainString(), "PLN")));
        return lines;
    }

    private static JournalEntryDraft on(LocalDate day, LineDraft... lines) {
        return entry("PK", day, EntryKind.ORDINARY, UUID.randomUUID().toString(), lines);
    }
}
