package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.AddFiscalYear;
import io.simbaerp.company.period.FiscalYearDraft;
import io.simbaerp.company.period.LockFiscalYear;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.CashMovements;
import io.simbaerp.ledger.report.DimensionSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.PartySides;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calendar years nobody else has, taken out of the books and read back. */
@ModuleTest
class DetachedYearModuleTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    AddFiscalYear addYear;

    @Autowired
    LockFiscalYear lockYear;

    @Autowired
    AccountStatement statement;

    @Autowired
    AccountSums accountSums;

    @Autowired
    DimensionSums dimensionSums;

    @Autowired
    PartySides partySides;

    @Autowired
    CashMovements cashMovements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    TestCompany company;

    @BeforeEach
    void postInTheYear() {
        company = companyWithBooks(companies, install);
        for (int year : new int[] {2024, 2023}) {
            company.as(() -> addYear.add(new FiscalYearDraft(
                    String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), 0)));
        }
        company.as(() -> post.post(entry(
                "ZK",
                LAST,
                EntryKind.ORDINARY,
                "old",
                debit("100-01", "70"),
                owed(UUID.randomUUID(), Side.CREDIT, "70"))));
        company.as(() -> post.post(entry(debit("100-01", "5"), credit("130-01", "5"))));
    }

    @Test
    void severalAreAwayAtOnceAndComeBackInAnyOrder() throws SQLException {
        company.as(() -> addYear.add(new FiscalYearDraft("2022", FIRST.minusYears(1), FIRST.minusDays(1), 0)));
        company.as(() -> post.post(entry(
                "PK", FIRST.minusDays(1), EntryKind.ORDINARY, "older", debit("100-01", "8"), credit("130-01", "8"))));
        company.run(() -> lockYear.lock("2022", "2022"));
        company.run(() -> lockYear.lock("2023", "2023"));
        assertThat(owner("call ledger.detach_year(2022)")).isNull();
        try {
            assertThat(owner("call ledger.detach_year(2023)")).isNull();
            try {
                assertThat(lines()).isEqualTo(2);
                assertThat(differences()).isEmpty();
                assertThat(owner(forgedTurnover("2022-12-01"), "call ledger.attach_year(2023)"))
                        .as("of a year that stays away: seen when it is read back")
                        .isNull();
                assertThat(owner("call ledger.detach_year(2023)")).isNull();
                assertThat(owner("call ledger.attach_year(2022)")).isEqualTo("journal_year_agrees_with_the_books");
                assertThat(owner(forgedTurnover("2022-12-01").replace("+ 1", "- 1"), "call ledger.attach_year(2022)"))
                        .isNull();
                assertThat(owner("call ledger.detach_year(2022)")).isNull();
                assertThat(owner(forgedTurnover("2026-11-01"), "call ledger.attach_year(2023)"))
                        .as("of a year that is here")
                        .isEqualTo("journal_year_agrees_with_the_books");
            } finally {
                assertThat(owner("call ledger.attach_year(2023)")).isNull();
            }
            assertThat(differences()).isEmpty();
            assertThat(read().closing().toString()).isEqualTo("78.00 PLN");
        } finally {
            assertThat(owner("call ledger.attach_year(2022)")).isNull();
        }
        assertThat(lines()).isEqualTo(6);
        assertThat(differences()).isEmpty();
    }

    private String forgedTurnover(String month) {
        return "alter table ledger.turnover_month disable trigger user; select set_config('simba.company', '"
                + company.id() + "', true); update ledger.turnover_month set debit = debit + 1 where month = '" + month
                + "' and debit > 0; alter table ledger.turnover_month enable trigger user";
    }

    private List<String> differences() {
        return company.inTransaction(() -> jdbc.sql("select what from ledger.differences()"
                        + " union all select what from ledger.turnover_differences()")
                .query(String.class)
                .list());
    }

    @Test
    void isTakenOutWhenAllHaveLockedItAndReadBackAsItWas() throws SQLException {
        assertThat(owner("call ledger.detach_year(2023)")).isEqualTo("journal_year_is_finally_closed");
        company.run(() -> lockYear.lock("2023", "2023"));
        assertThat(owner("alter table ledger.journal_line detach partition ledger.journal_line_2023"))
                .isNull();
        try {
            assertThat(differences()).as("lines that are lost").contains("account-day", "entry", "turnover month");
        } finally {
            assertThat(owner("alter table ledger.journal_line attach partition ledger.journal_line_2023"
                            + " for values from ('2023-01-01') to ('2024-01-01')"))
                    .isNull();
        }
        assertThat(new Attack(database, company.id())
                        .refusal(TestDatabase.APPLICATION, "call ledger.detach_year(2023)"))
                .isEqualTo("permission denied");
        assertThat(owner("call ledger.attach_year(2023)")).isEqualTo("journal_year_is_read_back");
        assertThat(owner("call ledger.detach_year(2023)")).isNull();
        try {
            assertThat(owner("call ledger.detach_year(2023)")).isEqualTo("journal_year_is_detached_once");
            assertThat(lines()).isEqualTo(2);
            assertThatThrownBy(this::read)
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("report.year-detached");
            assertThat(company.as(() -> statement.of("100-01", LAST.plusDays(1), LedgerFixture.DAY, null, 10))
                            .opening()
                            .toString())
                    .isEqualTo("70.00 PLN");
            for (ThrowingCallable report : reportsThatReadItsLines()) {
                assertThatThrownBy(report)
                        .isInstanceOf(RuleViolation.class)
                        .hasMessageContaining("report.year-detached");
            }
            assertThat(company.as(() -> dimensionSums.of(FIRST, LedgerFixture.DAY, null, Extract.WHOLE)))
                    .filteredOn(row -> row.account().account().equals("100-01"))
                    .singleElement()
                    .satisfies(row ->
                            assertThat(row.account().closing().toString()).isEqualTo("75.00 PLN"));
            assertThat(owner(
                            "alter table ledger.journal_line_2023 disable trigger user",
                            "select set_config('simba.company', '" + company.id() + "', true)",
                            "update ledger.journal_line_2023 set text = 'forged'",
                            "call ledger.attach_year(2023)"))
                    .isEqualTo("journal_year_is_read_back_as_it_was");
            assertThat(owner("delete from ledger.year_away", "call ledger.attach_year(2023)"))
                    .isEqualTo("journal_year_is_read_back_as_it_was");
            assertThat(owner(forgedTurnover("2023-12-01"), "call ledger.attach_year(2023)"))
                    .isEqualTo("journal_year_agrees_with_the_books");
        } finally {
            assertThat(owner("call ledger.attach_year(2023)")).isNull();
        }
        assertThat(lines()).isEqualTo(4);
        assertThat(read().closing().toString()).isEqualTo("70.00 PLN");
    }

    /** Sums that are kept without lines go on; whatever reads lines of the year says so. */
    private List<ThrowingCallable> reportsThatReadItsLines() {
        Extract centre = new Extract("310", null);
        Extract then = new Extract(null, Instant.parse("2026-11-20T10:00:00Z"));
        CashMovements.Filter cash = new CashMovements.Filter(List.of("100-01"), List.of(), FIRST, LAST, null);
        LocalDate middle = FIRST.plusDays(40);
        return List.of(
                () -> company.as(() -> accountSums.of(FIRST, LAST, centre)),
                () -> company.as(() -> accountSums.of(FIRST.plusYears(1), LAST.plusYears(1), then)),
                () -> company.as(() -> accountSums.withoutClosing(FIRST, LAST, Extract.WHOLE)),
                () -> company.as(() -> dimensionSums.of(FIRST, LAST, null, centre)),
                () -> company.as(() -> dimensionSums.of(middle, LAST, null, Extract.WHOLE)),
                () -> company.as(() -> partySides.on(LedgerFixture.DAY, Extract.WHOLE)),
                () -> company.as(() -> cashMovements.flows(cash)),
                () -> company.as(() -> cashMovements.begun(cash)),
                () -> company.as(() -> cashMovements.movements(cash, List.of(), null, 10)));
    }

    private AccountStatement.Report read() {
        return company.as(() -> statement.of("100-01", FIRST, LAST, null, 10));
    }

    private long lines() {
        return company.inTransaction(() -> jdbc.sql("select count(*) from ledger.journal_line where company_id = ?")
                .params(company.id().value())
                .query(Long.class)
                .single());
    }

    /** As the operator, all of it or nothing; the rule it was refused by. */
    private @Nullable String owner(String... statements) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
            return null;
        } catch (PSQLException refused) {
            ServerErrorMessage message = refused.getServerErrorMessage();
            return message == null || message.getConstraint() == null ? refused.getMessage() : message.getConstraint();
        }
    }
}
