package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.JournalEntries.EntryRow;
import io.simbaerp.ledger.JournalEntries.Filter;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of entries page by page: each once, in order, whatever it is narrowed to. */
@ModuleTest
class EntryListModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    JournalEntries entries;

    @Test
    void pagesHoldEachEntryOnceInOrder() {
        TestCompany company = companyWithBooks(companies, install);
        for (int amount = 1; amount <= 7; amount++) {
            String number = String.valueOf(amount);
            company.as(() -> post.post(entry(debit("100-01", number), credit("130-01", number))));
        }
        List<EntryRow> all = company.as(() -> entries.list(Filter.NONE, null, 100));
        assertThat(all).hasSize(7);
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(EntryRow::postingDate)
                        .thenComparing(row -> row.id().toString())
                        .reversed());
        assertThat(paged(company, Filter.NONE)).isEqualTo(all);

        EntryRow one = all.get(3);
        LocalDate day = one.postingDate();
        assertThat(paged(company, new Filter(one.journal(), day, day)))
                .isEqualTo(all.stream()
                        .filter(row -> row.journal().equals(one.journal())
                                && row.postingDate().equals(day))
                        .toList())
                .contains(one);
        assertThat(paged(company, new Filter("no journal", null, null))).isEmpty();
        assertThat(paged(company, new Filter(null, day.plusYears(1), null))).isEmpty();
        assertThat(paged(company, new Filter(null, null, day.minusYears(1)))).isEmpty();
    }

    private List<EntryRow> paged(TestCompany company, Filter filter) {
        List<EntryRow> rows = new ArrayList<>();
        String[] after = {null};
        List<EntryRow> page;
        do {
            page = company.as(() -> entries.list(filter, after[0], 2));
            rows.addAll(page);
            after[0] = page.isEmpty() ? null : page.get(page.size() - 1).cursor();
        } while (page.size() == 2);
        return rows;
    }
}
