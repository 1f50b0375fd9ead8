package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plain SQL that leaves what is posted as it is and changes what it is read by. */
@ModuleTest
class NamesUnderAttackModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TestDatabase database;

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void whatPostedEntriesAreReadByStays(String role) throws SQLException {
        TestCompany company = companyWithBooks(companies, install);
        Attack attack = new Attack(database, company.id());
        String currency = "update company.company set base_currency = 'EUR' where id = '" + company.id() + "'";
        assertThat(attack.refusal(role, currency))
                .as("before anything is posted")
                .isNull();
        company.as(() -> post.post(entry(debit("100-01", "5"), credit("130-01", "5"))));
        assertThat(attack.refusal(role, currency)).isEqualTo("base_currency_stays_with_the_books");
        assertThat(attack.refusal(role, "update ledger.journal set code = 'XX' where code = 'PK'"))
                .isEqualTo("journal_never_becomes_another");
        assertThat(attack.refusal(role, "update ledger.cost_centre set code = code || 'X'"))
                .isEqualTo("cost_centre_never_becomes_another");
        assertThat(attack.refusal(role, "update ledger.journal set name_en = 'Renamed' where code = 'PK'"))
                .isNull();
    }
}
