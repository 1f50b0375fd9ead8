package io.simbaerp.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page costs what it shows, however much the books hold: PostgreSQL tells how many rows were read for it. */
@ModuleTest
class FlatReportPagesModuleTest {

    private static final long LINES_OF_A_DAY = 30;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry.Batch batch;

    @Autowired
    Journal journal;

    @Autowired
    GeneralLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    private TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companies.create();
        company.as(install::install);
        post(600);
    }

    /** By whatever it is narrowed, the pages together are the whole in its order. */
    @Test
    void pagesOfTheJournalHoldEachEntryOnceInOrder() {
        for (Journal.Filter filter : List.of(
                new Journal.Filter(null, FIRST, LAST, Extract.WHOLE),
                new Journal.Filter("PK", FIRST.plusDays(3), LAST.minusDays(9), Extract.WHOLE),
                new Journal.Filter(null, FIRST, LAST, new Extract(null, Instant.EPOCH)))) {
            List<UUID> ids = new ArrayList<>();
            String after = null;
            do {
                String from = after;
                Page<Journal.Entry> page = company.as(() -> journal.entries(filter, from, 37));
                page.items().forEach(entry -> ids.add(entry.id().value()));
                after = page.next();
            } while (after != null);
            assertThat(ids).isEqualTo(counted(filter));
        }
    }

    private List<UUID> counted(Journal.Filter filter) {
        return company.inTransaction(() -> jdbc.sql("""
                        select e.id from ledger.journal_entry e
                          join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id
                          join company.fiscal_year y on y.company_id = e.company_id and y.id = e.fiscal_year_id
                         where e.posting_date between ? and ? and (?::text is null or j.code = ?) and e.recorded_at <= ?
                         order by j.code || '/' || y.code, e.number""")
                .params(
                        filter.from(),
                        filter.to(),
                        filter.journal(),
                        filter.journal(),
                        Timestamp.from(
                                filter.extract().knownOn() == null
                                        ? Instant.parse("2100-01-01T00:00:00Z")
                                        : filter.extract().knownOn()))
                .query(UUID.class)
                .list());
    }

    @Test
    void whatMovedBeforeAPageOfTheLedgerIsReadFromWhatIsKept() {
        GeneralLedger.Filter all = new GeneralLedger.Filter(List.of("100-01"), FIRST, LAST, Extract.WHOLE);
        String after = keyOn(all, LocalDate.of(2026, 11, 20));
        assertThat(read("journal_line", () -> ledger.movedUntil(all, after))).isLessThan(LINES_OF_A_DAY);
        post(1800, LocalDate.of(2026, 10, 1), 45);
        assertThat(read("journal_line", () -> ledger.movedUntil(all, after)))
                .as("whatever lies before that day")
                .isLessThan(LINES_OF_A_DAY);
    }

    /** Whatever day a page ends on and whatever day the report begins with, it is what the lines say. */
    @Test
    void whatMovedIsWhatTheLinesSay() {
        Extract known = new Extract(null, Instant.parse("2100-01-01T00:00:00Z"));
        for (LocalDate from :
                List.of(FIRST, FIRST.plusDays(12), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 7))) {
            for (LocalDate to : List.of(LAST, LocalDate.of(2026, 11, 19))) {
                GeneralLedger.Filter kept = new GeneralLedger.Filter(List.of("100-01"), from, to, Extract.WHOLE);
                GeneralLedger.Filter lines = new GeneralLedger.Filter(List.of("100-01"), from, to, known);
                for (LocalDate day = from; !day.isAfter(LAST); day = day.plusDays(5)) {
                    String after = keyOn(new GeneralLedger.Filter(List.of("100-01"), from, LAST, Extract.WHOLE), day);
                    Money moved = company.as(() -> ledger.movedUntil(kept, after));
                    assertThat(moved)
                            .as(from + " to " + to + " after " + after)
                            .isEqualTo(company.as(() -> ledger.movedUntil(lines, after)));
                    assertThat(moved.amount()).isNotEqualByComparingTo(BigDecimal.ZERO);
                }
            }
        }
    }

    /** The key of the third line of a day. */
    private String keyOn(GeneralLedger.Filter filter, LocalDate day) {
        return company.as(() -> ledger.lines(
                        new GeneralLedger.Filter(filter.accounts(), day, filter.to(), filter.extract()), null, 3))
                .items()
                .get(2)
                .key();
    }

    private long read(String table, Supplier<?> page) {
        return company.inTransaction(() -> {
            long before = fetched(table);
            page.get();
            return fetched(table) - before;
        });
    }

    private long fetched(String table) {
        return jdbc.sql(
                        "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables"
                                + " where schemaname = 'ledger' and relname ~ ('^' || ? || '(_\\d+)?$')")
                .param(table)
                .query(Long.class)
                .single();
    }

    private void post(int entries) {
        post(entries, FIRST, 61);
    }

    private void post(int entries, LocalDate first, int days) {
        List<JournalEntryDraft> drafts = new ArrayList<>();
        for (int at = 0; at < entries; at++) {
            Money amount = Money.of(String.valueOf(1 + at % 7), "PLN");
            LocalDate day = first.plusDays(at * 13L % days);
            drafts.add(new JournalEntryDraft(
                    at % 4 == 3 ? "PK" : "BK",
                    day,
                    day,
                    day,
                    day.toString().substring(0, 7),
                    EntryKind.ORDINARY,
                    "Flat",
                    null,
                    null,
                    UUID.randomUUID().toString(),
                    List.of(LineDraft.of("100-01", Side.DEBIT, amount), LineDraft.of("130-01", Side.CREDIT, amount))));
        }
        company.as(() -> batch.post(UUID.randomUUID(), drafts)).forEach(outcome -> refused(outcome.refusal()));
        analyze();
    }

    /** As PostgreSQL does by itself after a while. */
    private void analyze() {
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("analyze ledger.journal_entry, ledger.journal_line, ledger.turnover_day");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refused(@Nullable RuntimeException refusal) {
        if (refusal != null) {
            throw refusal;
        }
    }
}
