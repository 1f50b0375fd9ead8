package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a posting asks of the database: as few statements for one entry as for a thousand. */
@ModuleTest
class PostingStatementsModuleTest {

    /** What the entry names, the posting, and what happened. Beginning and ending a transaction aren't counted. */
    private static final int OF_ONE = 3;

    /** The same, and the staging, which goes past JDBC's statements by COPY. */
    private static final int OF_A_BATCH = 3;

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    PostJournalEntry.Batch batch;

    @Test
    void oneEntryTakesThreeAndSoDoAThousand() {
        TestCompany company = companyWithBooks(companies, install);
        company.as(() -> post.post(sound()));
        assertThat(CountedStatements.of(() -> company.as(() -> post.post(sound()))))
                .isEqualTo(OF_ONE);
        assertThat(CountedStatements.of(() -> company.as(() -> post.post(entry(
                        debit("100-01", "1"), debit("100-01", "2"), debit("130-01", "3"), credit("130-01", "6"))))))
                .isEqualTo(OF_ONE);
        for (int many : new int[] {1, 20, 1000}) {
            List<JournalEntryDraft> drafts = Stream.generate(PostingStatementsModuleTest::sound)
                    .limit(many)
                    .toList();
            assertThat(CountedStatements.of(() -> company.as(() -> batch.post(UUID.randomUUID(), drafts))))
                    .as("%d entries", many)
                    .isEqualTo(OF_A_BATCH);
        }
    }

    private static JournalEntryDraft sound() {
        return entry(debit("100-01", "5"), credit("130-01", "5"));
    }
}
