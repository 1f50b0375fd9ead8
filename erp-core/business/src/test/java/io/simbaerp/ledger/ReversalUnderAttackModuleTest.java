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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plain SQL that says it takes an entry back and books something else. */
@ModuleTest
class ReversalUnderAttackModuleTest {

    private static final String RULE = "journal_entry_reversal_mirrors_its_entry";

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TestDatabase database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "sound", textBlock = """
            BLACK_REVERSAL | 50 | 100-01 0 50 | 130-01 50 0 | sound
            RED_REVERSAL | -50 | 100-01 -50 0 | 130-01 0 -50 | sound
            BLACK_REVERSAL | 5 | 100-01 0 5 | 130-01 5 0 | amounts of its own
            BLACK_REVERSAL | 50 | 100-01 50 0 | 130-01 0 50 | the same entry again
            BLACK_REVERSAL | 50 | 130-01 50 0 | 100-01 0 50 | another order
            BLACK_REVERSAL | 50 | 100-01 0 50 | 100-01 50 0 | another account
            RED_REVERSAL | 50 | 100-01 0 50 | 130-01 50 0 | a black one called red
            """)
    void aReversalTakesBackExactlyItsEntry(String kind, String total, String first, String second, @Nullable String why)
            throws SQLException {
        for (String role : new String[] {TestDatabase.APPLICATION, TestDatabase.OWNER}) {
            TestCompany company = companyWithBooks(companies, install);
            company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
            EntryBySql sound = new EntryBySql(company.id());
            String head = sound.head()
                    .with("kind", "'" + kind + "'")
                    .with("total", total)
                    .sql()
                    .replace("idempotency_key,", "idempotency_key, reversal_of,")
                    .replace(
                            "gen_random_uuid(), 'x'",
                            "gen_random_uuid(), (select e.id from ledger.journal_entry e), 'x'");
            assertThat(new Attack(database, company.id()).refusal(role, head, sound.lines(first, second)))
                    .as(role)
                    .isEqualTo(why == null ? null : RULE);
        }
    }

    /** It would mirror it rightly; but what was taken back is posted again, not taken back from having been. */
    @Test
    void aReversalIsNotItselfReversed() throws SQLException {
        TestCompany company = companyWithBooks(companies, install);
        company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
        EntryBySql sound = new EntryBySql(company.id());
        String second = EntryBySql.ENTRY.replace('1', '3');
        for (String role : new String[] {TestDatabase.APPLICATION, TestDatabase.OWNER}) {
            assertThat(new Attack(database, company.id())
                            .refusal(
                                    role,
                                    reversing(sound, "e.reversal_of is null"),
                                    sound.lines("100-01 0 50", "130-01 50 0"),
                                    reversing(sound, "e.reversal_of is not null")
                                            .replace(EntryBySql.ENTRY, second),
                                    sound.lines("100-01 50 0", "130-01 0 50").replace(EntryBySql.ENTRY, second)))
                    .as(role)
                    .isEqualTo("journal_entry_reversal_is_not_reversed");
        }
    }

    private static String reversing(EntryBySql sound, String which) {
        return sound.head()
                .with("kind", "'BLACK_REVERSAL'")
                .with("total", "50")
                .sql()
                .replace("idempotency_key,", "idempotency_key, reversal_of,")
                .replace(
                        "gen_random_uuid(), 'x'",
                        "gen_random_uuid(), (select e.id from ledger.journal_entry e where " + which + "), 'x'");
    }
}
