package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PostJournalEntryModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry postJournalEntry;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    JdbcClient jdbc;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void anEntryStandsInTheBooksWithNumberAndLines() {
        UUID party = UUID.randomUUID();
        UUID document = UUID.randomUUID();
        JournalEntryDraft draft = new JournalEntryDraft(
                "ZK",
                DAY.minusDays(3),
                DAY.minusDays(2),
                DAY,
                "2026-11",
                EntryKind.ORDINARY,
                "Paliwo",
                document,
                "FV/7/2026",
                "hash-1",
                "key-1",
                List.of(
                        new LineDraft(
                                "401-02",
                                Side.DEBIT,
                                Money.of("430.00", "PLN"),
                                Money.of("100.00", "EUR"),
                                new ExchangeRate(
                                        CurrencyCode.EUR,
                                        CurrencyCode.PLN,
                                        new BigDecimal("4.3"),
                                        DAY.minusDays(1),
                                        "225/A/NBP/2026",
                                        "NBP"),
                                null,
                                "Z23",
                                null,
                                "310",
                                "diesel",
                                false,
                                false),
                        owed(party, Side.CREDIT, "430.00")));

        JournalEntryId id = company.as(() -> postJournalEntry.post(draft));

        JournalEntryDetails details = company.as(() -> entries.byId(id)).orElseThrow();
        assertThat(details.number()).isEqualTo("ZK/2026/000001");
        assertThat(details.operationDate()).isEqualTo(DAY.minusDays(3));
        assertThat(details.documentDate()).isEqualTo(DAY.minusDays(2));
        assertThat(details.postingDate()).isEqualTo(DAY);
        assertThat(details.documentNumber()).isEqualTo("FV/7/2026");
        assertThat(details.approvalReference()).isEqualTo("hash-1");
        assertThat(details.recordedBy()).isEqualTo("system:test");
        assertThat(details.total()).isEqualTo(Money.of("430.00", "PLN"));
        assertThat(details.lines())
                .extracting(JournalEntryDetails.Line::account)
                .containsExactly("401-02", "202");
        JournalEntryDetails.Line cost = details.lines().get(0);
        assertThat(cost.debit()).isEqualTo(Money.of("430.00", "PLN"));
        assertThat(cost.credit()).isNull();
        assertThat(cost.transactionAmount()).isEqualTo(Money.of("100.00", "EUR"));
        assertThat(cost.rate().rate()).isEqualByComparingTo("4.3");
        assertThat(cost.costCentre()).isEqualTo("310");
        assertThat(company.as(() -> entries.ofDocument(document)))
                .extracting(JournalEntryDetails::id)
                .containsExactly(id);
        assertThat(company.as(() -> openItems.ofParty(party))).singleElement().satisfies(item -> {
            assertThat(item.remaining()).isEqualTo(Money.of("430.00", "PLN"));
            assertThat(item.side()).isEqualTo(Side.CREDIT);
            assertThat(item.documentId()).isEqualTo(document);
            assertThat(item.dueDate()).isEqualTo(DAY.plusDays(14));
        });
    }

    @Test
    void theSameKeyWithTheSameInputGivesTheFirstResult() {
        JournalEntryDraft draft = entry(debit("100-01", "10.00"), credit("130-01", "10.00"));
        JournalEntryDraft samePlainer = new JournalEntryDraft(
                draft.journal(),
                draft.operationDate(),
                draft.documentDate(),
                draft.postingDate(),
                draft.periodCode(),
                draft.kind(),
                draft.narration(),
                draft.documentId(),
                draft.approvalReference(),
                draft.idempotencyKey(),
                List.of(debit("100-01", "10"), credit("130-01", "10.0")));
        JournalEntryId first = company.as(() -> postJournalEntry.post(draft));
        closeNovember();
        assertThat(company.as(() -> postJournalEntry.post(samePlainer))).isEqualTo(first);
    }

    @Test
    void theSameKeyWithOtherInputIsAConflict() {
        JournalEntryDraft first =
                entry("PK", DAY, EntryKind.ORDINARY, "k", debit("100-01", "1"), credit("130-01", "1"));
        JournalEntryDraft other =
                entry("PK", DAY, EntryKind.ORDINARY, "k", debit("100-01", "2"), credit("130-01", "2"));
        company.as(() -> postJournalEntry.post(first));
        assertThatThrownBy(() -> company.as(() -> postJournalEntry.post(other)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("journal-entry.key-used-otherwise");
    }

    @Test
    void numbersCountPerJournalAndYear() {
        assertThat(numberOf(entry("PK", DAY, EntryKind.ORDINARY, "a", debit("100-01", "1"), credit("130-01", "1"))))
                .isEqualTo("PK/2026/000001");
        assertThat(numberOf(entry("BK", DAY, EntryKind.ORDINARY, "b", debit("100-01", "1"), credit("130-01", "1"))))
                .isEqualTo("BK/2026/000001");
        assertThat(numberOf(entry("PK", DAY, EntryKind.ORDINARY, "c", debit("100-01", "1"), credit("130-01", "1"))))
                .isEqualTo("PK/2026/000002");
        LocalDate nextYear = LocalDate.of(2027, 1, 4);
        assertThat(numberOf(
                        entry("PK", nextYear, EntryKind.ORDINARY, "d", debit("100-01", "1"), credit("130-01", "1"))))
                .isEqualTo("PK/2027/000001");
    }

    @Test
    void numbersOfManyWritersHaveNoGapThoughSomeFail() throws Exception {
        int writers = 6;
        int each = 10;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "w" + writer;
                work.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        postOrFail(name + "-" + i, i % 3 == 2);
                    }
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        List<Long> numbers = company.inTransaction(() -> jdbc.sql(
                        "select number from ledger.journal_entry where company_id = ? order by recorded_at, number")
                .param(company.id().value())
                .query(Long.class)
                .list());
        Set<Long> distinct = new TreeSet<>(numbers);
        assertThat(numbers).hasSize(writers * 7).isSorted();
        assertThat(distinct).hasSize(writers * 7).contains(1L, writers * 7L);
    }

    private void postOrFail(String key, boolean fail) {
        JournalEntryDraft draft =
                entry("PK", DAY, EntryKind.ORDINARY, key, debit("100-01", "1"), credit("130-01", "1"));
        try {
            company.inTransaction(() -> {
                JournalEntryId id = postJournalEntry.post(draft);
                if (fail) {
                    throw new IllegalStateException("after posting");
                }
                return id;
            });
        } catch (IllegalStateException expected) {
            assertThat(fail).isTrue();
        }
    }

    @Test
    void refusesWhatTheRulesForbid() {
        assertRefused("journal-entry.unbalanced", entry(debit("100-01", "1.00"), credit("130-01", "1.01")));
        assertRefused("journal-entry.too-few-lines", entry(debit("100-01", "1")));
        assertRefused("journal-entry.zero-line", entry(debit("100-01", "0"), credit("130-01", "0")));
        assertRefused("journal-entry.negative-line", entry(debit("100-01", "-1"), credit("130-01", "-1")));
        assertRefused("journal-entry.amount-unrounded", entry(debit("100-01", "1.001"), credit("130-01", "1.001")));
        assertRefused("journal-entry.account-unknown", entry(debit("999", "1"), credit("130-01", "1")));
        assertRefused("journal-entry.account-not-postable", entry(debit("100", "1"), credit("130-01", "1")));
        assertRefused("journal-entry.party-missing", entry(debit("201", "1"), credit("130-01", "1")));
        assertRefused("journal-entry.cost-centre-missing", entry(debit("402-03", "1"), credit("130-01", "1")));
        assertRefused(
                "journal-entry.currency-foreign",
                entry(LineDraft.of("100-01", Side.DEBIT, Money.of("1", "EUR")), credit("130-01", "1")));
        assertRefused(
                "journal-entry.journal-unknown",
                entry("XX", DAY, EntryKind.ORDINARY, "x", debit("100-01", "1"), credit("130-01", "1")));
        assertThat(company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 10)))
                .isEmpty();
    }

    @Test
    void refusesAClosedPeriodAndADayOutsideIt() {
        closeNovember();
        assertRefused("period.closed", entry(debit("100-01", "1"), credit("130-01", "1")));
        JournalEntryDraft outside = new JournalEntryDraft(
                "PK",
                DAY,
                DAY,
                DAY,
                "2026-12",
                EntryKind.ORDINARY,
                "x",
                null,
                null,
                "out",
                List.of(debit("100-01", "1"), credit("130-01", "1")));
        assertRefused("journal-entry.posting-date-outside-period", outside);
    }

    @Test
    void closingWaitsForPostingsUnderWayAndNothingFollowsIt() throws Exception {
        CountDownLatch postedButOpen = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> posting = pool.submit(() -> company.inTransaction(() -> {
                JournalEntryId id = postJournalEntry.post(entry(debit("100-01", "1"), credit("130-01", "1")));
                postedButOpen.countDown();
                await(goOn);
                return id;
            }));
            await(postedButOpen);
            Future<?> closing = pool.submit(() -> company.run(() -> closePeriod.close("2026-11")));
            assertThatThrownBy(() -> closing.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            goOn.countDown();
            posting.get(10, TimeUnit.SECONDS);
            closing.get(10, TimeUnit.SECONDS);
        } finally {
            pool.shutdownNow();
        }
        assertThat(company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 10)))
                .hasSize(1);
        assertRefused("period.closed", entry(debit("100-01", "1"), credit("130-01", "1")));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void negativeAmountsStandInACorrection() {
        assertThat(numberOf(entry("PK", DAY, EntryKind.CORRECTION, "c", debit("100-01", "-1"), credit("130-01", "-1"))))
                .isEqualTo("PK/2026/000001");
    }

    @Test
    void theListGoesOnWhereItStopped() {
        for (int i = 0; i < 5; i++) {
            company.as(() -> postJournalEntry.post(entry(debit("100-01", "1"), credit("130-01", "1"))));
        }
        List<JournalEntries.EntryRow> firstTwo = company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 2));
        List<JournalEntries.EntryRow> rest = company.as(
                () -> entries.list(JournalEntries.Filter.NONE, firstTwo.get(1).cursor(), 10));
        assertThat(firstTwo).hasSize(2);
        assertThat(rest).hasSize(3).doesNotContainAnyElementsOf(firstTwo);
    }

    private String numberOf(JournalEntryDraft draft) {
        return company.as(() -> entries.byId(postJournalEntry.post(draft)))
                .orElseThrow()
                .number();
    }

    private void assertRefused(String rule, JournalEntryDraft draft) {
        assertThatThrownBy(() -> company.as(() -> postJournalEntry.post(draft)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    private void closeNovember() {
        company.run(() -> closePeriod.close("2026-11"));
    }
}
