package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.books.Books;
import io.simbaerp.company.books.CloseBooks;
import io.simbaerp.company.books.ReopenBooks;
import io.simbaerp.company.period.GrantPeriodException;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A company that keeps no books any more, and one that keeps them again. */
@ModuleTest
class ClosedBooksModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    CloseBooks close;

    @Autowired
    ReopenBooks reopen;

    @Autowired
    Books books;

    @Autowired
    GrantPeriodException except;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void takeNothingUntilTheyAreOpenedAgain() {
        company.run(() -> close.close(" The client left "));
        assertThat(company.as(() -> books.closed()).orElseThrow().because()).isEqualTo("The client left");
        assertThatThrownBy(this::post).hasMessageContaining("company.books-closed");
        assertThatThrownBy(() -> company.run(() -> close.close("Again"))).hasMessageContaining("company.books-closed");
        company.run(reopen::reopen);
        assertThat(post()).isNotNull();
        assertThatThrownBy(() -> company.run(reopen::reopen)).hasMessageContaining("company.books-kept");
    }

    @Test
    void areNotClosedWithoutAReason() {
        assertThatThrownBy(() -> company.run(() -> close.close(" ")))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("company.books-reason-missing");
        assertThat(post()).isNotNull();
    }

    @Test
    void takeNothingByPlainSqlNorThroughAnException() throws SQLException {
        company.as(() -> except.grant(new GrantPeriodException.Draft(
                "2026-11", null, null, clock.instant().plus(Duration.ofHours(2)), "A late invoice")));
        company.run(() -> close.close("Wound up"));
        EntryBySql sound = new EntryBySql(company.id());
        for (String role : new String[] {TestDatabase.APPLICATION, TestDatabase.OWNER}) {
            assertThat(new Attack(database, company.id())
                            .refusal(role, sound.head().sql(), sound.lines("100-01 5 0", "130-01 0 5")))
                    .isEqualTo("company_keeps_books");
        }
    }

    private JournalEntryId post() {
        return company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
    }
}
