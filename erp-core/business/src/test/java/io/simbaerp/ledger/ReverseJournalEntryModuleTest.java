package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.money.Money;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.tax.VatRegisterRowDraft;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ReverseJournalEntryModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    ReverseJournalEntry.Preview preview;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    RecordVatRegister recordVatRegister;

    @Autowired
    VatRegister vatRegister;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void aRedReversalTakesTheTurnoverBack() {
        JournalEntryId id = posted();
        JournalEntryDraft would =
                company.as(() -> preview.entry(id, EntryKind.RED_REVERSAL, DAY, "2026-11", "Podgląd"));
        assertThat(company.as(() -> entries.byId(id)).orElseThrow().reversedBy())
                .as("a preview writes nothing")
                .isNull();
        JournalEntryId reversal = reversed(id, EntryKind.RED_REVERSAL);

        JournalEntryDetails taken = company.as(() -> entries.byId(id)).orElseThrow();
        JournalEntryDetails back = company.as(() -> entries.byId(reversal)).orElseThrow();
        assertThat(would.lines())
                .extracting(line -> line.account() + " " + line.side() + " " + line.amount())
                .containsExactlyElementsOf(back.lines().stream()
                        .map(line -> line.account() + " " + line.side() + " " + line.amount())
                        .toList());
        assertThatThrownBy(() ->
                        company.as(() -> preview.entry(id, EntryKind.RED_REVERSAL, DAY, "2026-11", "Noch einmal")))
                .hasMessageContaining("journal-entry.already-reversed");
        assertThat(taken.reversedBy()).isEqualTo(new JournalEntryDetails.Reference(reversal, "PK/2026/000002"));
        assertThat(back.reversalOf()).isEqualTo(new JournalEntryDetails.Reference(id, "PK/2026/000001"));
        assertThat(back.lines().get(0).debit()).isEqualTo(Money.of("-50.00", "PLN"));
        assertThat(company.as(() -> trialBalance.of(DAY, DAY)).rows()).isEmpty();
    }

    @Test
    void aBlackReversalBooksTheOppositeSides() {
        JournalEntryId reversal = reversed(posted(), EntryKind.BLACK_REVERSAL);
        JournalEntryDetails back = company.as(() -> entries.byId(reversal)).orElseThrow();
        assertThat(back.lines().get(0).credit()).isEqualTo(Money.of("50.00", "PLN"));
        TrialBalance.Report report = company.as(() -> trialBalance.of(DAY, DAY));
        assertThat(report.rows()).allSatisfy(row -> {
            assertThat(row.debit()).isEqualTo(Money.of("50.00", "PLN"));
            assertThat(row.closing().isZero()).isTrue();
        });
    }

    @Test
    void whatTheEntryOwedIsSettledByItsReversal() {
        for (EntryKind kind : new EntryKind[] {EntryKind.RED_REVERSAL, EntryKind.BLACK_REVERSAL}) {
            UUID party = UUID.randomUUID();
            JournalEntryId id =
                    company.as(() -> post.post(entry(debit("403-90", "123.45"), owed(party, Side.CREDIT, "123.45"))));
            assertThat(company.as(() -> openItems.ofParty(party))).hasSize(1);
            JournalEntryId reversal = reversed(id, kind);
            assertThat(company.as(() -> openItems.ofParty(party))).isEmpty();
            assertThat(company.as(() -> openItems.ofEntry(reversal)))
                    .singleElement()
                    .satisfies(item -> assertThat(item.remaining().isZero()).isTrue());
        }
    }

    @Test
    void anEntryIsReversedOnce() {
        JournalEntryId id = posted();
        reversed(id, EntryKind.RED_REVERSAL);
        assertThatThrownBy(() -> reversed(id, EntryKind.BLACK_REVERSAL))
                .hasMessageContaining("journal-entry.key-used-otherwise");
    }

    @Test
    void refusesWhatCannotBeReversed() {
        JournalEntryId id = posted();
        assertThatThrownBy(() -> reversed(id, EntryKind.ORDINARY)).hasMessageContaining("journal-entry.reversal-kind");
        assertThatThrownBy(() -> company.as(() -> reverse.reverse(id, EntryKind.RED_REVERSAL, DAY, "2026-11", " ")))
                .hasMessageContaining("journal-entry.reason-missing");
        assertThatThrownBy(() -> reversed(new JournalEntryId(UUID.randomUUID()), EntryKind.RED_REVERSAL))
                .isInstanceOf(NotFound.class);
        JournalEntryId reversal = reversed(id, EntryKind.RED_REVERSAL);
        assertThatThrownBy(() -> reversed(reversal, EntryKind.RED_REVERSAL))
                .hasMessageContaining("journal-entry.is-reversal");
        JournalEntryId negative = company.as(() ->
                post.post(entry("PK", DAY, EntryKind.CORRECTION, "n", debit("100-01", "-1"), credit("130-01", "-1"))));
        assertThatThrownBy(() -> reversed(negative, EntryKind.BLACK_REVERSAL))
                .hasMessageContaining("journal-entry.black-reversal-of-negative");
    }

    @Test
    void theReversalIsJudgedByItsOwnPeriod() {
        JournalEntryId id = posted();
        company.run(() -> closePeriod.close("2026-11"));
        assertThatThrownBy(() -> reversed(id, EntryKind.RED_REVERSAL)).hasMessageContaining("period.closed");
        JournalEntryId inDecember =
                company.as(() -> reverse.reverse(id, EntryKind.RED_REVERSAL, DAY.plusDays(15), "2026-12", "Pomyłka"));
        assertThat(company.as(() -> entries.byId(inDecember)).orElseThrow().periodCode())
                .isEqualTo("2026-12");
    }

    @Test
    void whatTheEntryWroteIntoTheVatRegisterIsTakenBackInTheSamePeriod() {
        company.as(installTaxCodes::install);
        UUID document = UUID.randomUUID();
        company.run(() -> recordVatRegister.record(
                List.of(vatRow(document, "key of the entry", "2026-10"), vatRow(document, "key of the entry", null))));
        company.run(() -> recordVatRegister.record(List.of(vatRow(document, "another key", "2026-11"))));
        JournalEntryId id = company.as(() -> post.post(entry(
                "PK", DAY, EntryKind.ORDINARY, "key of the entry", debit("100-01", "50"), credit("130-01", "50"))));
        JournalEntryId reversal = reversed(id, EntryKind.RED_REVERSAL);

        List<VatRegister.Row> back = company.as(
                () -> vatRegister.ofPosting(entries.byId(reversal).orElseThrow().idempotencyKey()));
        assertThat(back).hasSize(2).allSatisfy(row -> {
            assertThat(row.base()).isEqualTo(Money.of("-100.00", "PLN"));
            assertThat(row.deductibleTax()).isEqualTo(Money.of("-23.00", "PLN"));
            assertThat(row.reverses()).isNotNull();
        });
        assertThat(back).extracting(VatRegister.Row::vatPeriod).containsExactlyInAnyOrder("2026-10", null);
        assertThat(company.as(() -> vatRegister.sums("2026-10")))
                .singleElement()
                .satisfies(sum -> assertThat(sum.tax().isZero()).isTrue());
        assertThat(company.as(() -> vatRegister.sums("2026-11")))
                .singleElement()
                .satisfies(sum -> assertThat(sum.tax()).isEqualTo(Money.of("23.00", "PLN")));
    }

    private static VatRegisterRowDraft vatRow(UUID document, String key, @Nullable String period) {
        return new VatRegisterRowDraft(
                document,
                VatDirection.INPUT,
                "Z23",
                Money.of("100.00", "PLN"),
                Money.of("23.00", "PLN"),
                Money.of("23.00", "PLN"),
                period,
                null,
                UUID.randomUUID(),
                "FV/1/2026",
                DAY,
                key);
    }

    private JournalEntryId posted() {
        return company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
    }

    private JournalEntryId reversed(JournalEntryId id, EntryKind kind) {
        return company.as(() -> reverse.reverse(id, kind, DAY, "2026-11", "Pomyłka"));
    }
}
