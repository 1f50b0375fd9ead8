package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.SetPeriodLocks;
import io.simbaerp.ledger.entry.VatLines;
import io.simbaerp.ledger.reversal.LinesToReverse;
import io.simbaerp.ledger.reversal.ReverseLines;
import io.simbaerp.ledger.vat.PostEntryByHand;
import io.simbaerp.money.Money;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries by hand in the VAT register: what stands on the accounts of VAT is what the register says. */
@ModuleTest
class VatOfEntriesModuleTest {

    private static final List<String> CODES = List.of(
            "Z23", "Z8", "Z5", "ZW", "Z23-50", "Z23-NO", "Z23-ST", "WNT23", "IU23", "OO23", "S23", "S8", "S5", "WDT",
            "SZW");

    /** The register beside the accounts, by what belongs together; a difference is a row. */
    private static final String DIFFERENCES = """
            with register as (
                select 'input' as side, coalesce(sum(deductible_tax), 0) as amount from tax.vat_register_row
                 where company_id = :company and direction = 'INPUT'
                 union all
                select 'output', coalesce(sum(tax), 0) from tax.vat_register_row
                 where company_id = :company and direction = 'OUTPUT'),
            books as (
                select 'input' as side, coalesce(sum(l.debit - l.credit), 0) as amount from ledger.journal_line l
                  join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                 where l.company_id = :company and a.code like '223-%'
                 union all
                select 'output', coalesce(sum(l.credit - l.debit), 0) from ledger.journal_line l
                  join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                 where l.company_id = :company and a.code like '222-%')
            select r.side || ': register ' || r.amount || ', books ' || b.amount
              from register r join books b using (side) where r.amount <> b.amount""";

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    PostEntryByHand post;

    @Autowired
    PostEntryByHand.Batch batch;

    @Autowired
    PostEntryByHand.Preview preview;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    ReverseLines reverseLines;

    @Autowired
    VatLines vatLines;

    @Autowired
    VatRegister register;

    @Autowired
    SetPeriodLocks locks;

    @Autowired
    JdbcClient jdbc;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        company.as(installTaxCodes::install);
    }

    @Test
    void aPurchaseAndASaleStandInTheRegisterOnceAndAreTakenBackWithTheirEntry() {
        UUID supplier = UUID.randomUUID();
        JournalEntryDraft purchase = entry(
                coded("403-90", Side.DEBIT, "100.00", "Z23"),
                coded("223-01", Side.DEBIT, "23.00", "Z23"),
                LedgerFixture.owed(supplier, Side.CREDIT, "123.00"));
        company.as(() -> post.post(purchase));
        JournalEntryId posted = company.as(() -> post.post(purchase));
        assertThat(rows(VatDirection.INPUT)).singleElement().satisfies(row -> {
            assertThat(row.base()).isEqualTo(pln("100.00"));
            assertThat(row.tax()).isEqualTo(pln("23.00"));
            assertThat(row.deductibleTax()).isEqualTo(pln("23.00"));
            assertThat(row.partyId()).isEqualTo(supplier);
            assertThat(row.documentNumber()).isEqualTo("PK/2026/000001");
            assertThat(row.documentId()).isNull();
            assertThat(row.baseColumn()).isEqualTo("K_42");
        });
        company.as(() -> post.post(entry(
                debit("100-01", "123.00"),
                coded("703-01", Side.CREDIT, "100.00", "S23"),
                coded("222-01", Side.CREDIT, "23.00", "S23"))));
        assertThat(rows(VatDirection.OUTPUT))
                .extracting(row -> row.base().amount() + " " + row.tax().amount())
                .containsExactly("100.00 23.00");
        company.as(() -> reverse.reverse(posted, EntryKind.BLACK_REVERSAL, DAY, "2026-11", "Pomyłka"));
        assertThat(rows(VatDirection.INPUT))
                .extracting(row -> row.tax().amount().toString())
                .containsExactlyInAnyOrder("23.00", "-23.00");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatMayNotBeDeductedWhatWaitsAndWhatTheBuyerOwesIsToldApart() {
        company.as(() -> post.post(entry(
                coded("403-90", Side.DEBIT, "100.00", "Z23-50"),
                coded("223-01", Side.DEBIT, "11.50", "Z23-50"),
                debit("403-90", "11.50"),
                credit("100-01", "123.00"))));
        assertThat(rows(VatDirection.INPUT)).singleElement().satisfies(row -> {
            assertThat(row.tax()).isEqualTo(pln("23.00"));
            assertThat(row.deductibleTax()).isEqualTo(pln("11.50"));
        });
        company.as(() -> post.post(entry(
                coded("403-90", Side.DEBIT, "10.00", "IU23"),
                coded("223-03", Side.DEBIT, "2.30", "IU23"),
                coded("222-03", Side.CREDIT, "2.30", "IU23"),
                credit("100-01", "10.00"))));
        assertThat(rows(VatDirection.OUTPUT)).singleElement().satisfies(row -> {
            assertThat(row.base()).isEqualTo(pln("10.00"));
            assertThat(row.tax()).isEqualTo(pln("2.30"));
            assertThat(row.taxColumn()).isEqualTo("K_30");
        });
        company.as(() -> post.post(entry(
                coded("403-90", Side.DEBIT, "200.00", "Z23"),
                coded("223-05", Side.DEBIT, "46.00", "Z23"),
                credit("100-01", "246.00"))));
        assertThat(rows(VatDirection.INPUT)).as("the third waits").hasSize(2);
        company.as(() -> post.post(
                entry(coded("223-01", Side.DEBIT, "46.00", "Z23"), coded("223-05", Side.CREDIT, "46.00", "Z23"))));
        assertThat(rows(VatDirection.INPUT))
                .as("and is deducted now")
                .extracting(row -> row.deductibleTax().amount().toString())
                .contains("46.00");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatTheRegisterRefusesIsNotPostedAloneOrAmongOthers() {
        JournalEntryDraft unknown = entry(coded("403-90", Side.DEBIT, "1.00", "X"), credit("100-01", "1.00"));
        assertThatThrownBy(() -> company.run(() -> post.post(unknown)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("journal-entry.vat-code-unknown"));
        JournalEntryDraft tooMuch = entry(
                coded("223-03", Side.DEBIT, "3.00", "IU23"),
                coded("222-03", Side.CREDIT, "2.30", "IU23"),
                credit("100-01", "0.70"));
        assertThatThrownBy(() -> company.run(() -> preview.total(tooMuch)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("vat-register.deductible-exceeds-tax"));
        company.run(() -> locks.set("2026-11", LockLevel.OPEN, Map.of(LockArea.VAT, LockLevel.CLOSED)));
        JournalEntryDraft locked = entry(
                coded("403-90", Side.DEBIT, "100.00", "Z23"),
                coded("223-01", Side.DEBIT, "23.00", "Z23"),
                credit("100-01", "123.00"));
        assertThatThrownBy(() -> company.run(() -> post.post(locked)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("vat-register.period-locked"));
        JournalEntryDraft plain = entry(debit("403-90", "5.00"), credit("100-01", "5.00"));
        List<PostJournalEntry.Outcome> outcomes =
                company.as(() -> batch.post(UUID.randomUUID(), List.of(unknown, plain, tooMuch, locked, plain)));
        assertThat(outcomes.stream()
                        .map(outcome -> outcome.refusal() == null
                                ? String.valueOf(outcome.repeated())
                                : outcome.refusal().rule()))
                .containsExactly(
                        "journal-entry.vat-code-unknown",
                        "false",
                        "vat-register.deductible-exceeds-tax",
                        "vat-register.period-locked",
                        "true");
        assertThat(company.inTransaction(
                        () -> jdbc.sql("select count(*) from ledger.journal_entry where company_id = ?")
                                .param(company.id().value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
        assertThat(rows(VatDirection.INPUT)).isEmpty();
    }

    /** Whatever comes by hand and however it is taken back, one by one, in a batch, whole or by lines. */
    @Test
    void theAccountsOfVatEqualTheRegisterWhateverIsPosted() {
        Random random = new Random(23);
        List<JournalEntryDraft> together = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            JournalEntryDraft draft = randomEntry(random);
            if (at % 3 == 0) {
                together.add(draft);
                continue;
            }
            JournalEntryId posted = company.as(() -> post.post(draft));
            EntryKind kind = random.nextBoolean() ? EntryKind.RED_REVERSAL : EntryKind.BLACK_REVERSAL;
            if (at % 6 == 1) {
                company.as(() -> reverse.reverse(posted, kind, DAY, "2026-11", "Pomyłka"));
            } else if (at % 6 == 2) {
                List<Integer> lines = List.of(1 + random.nextInt(draft.lines().size()));
                LinesToReverse.Rest rest = new LinesToReverse.Rest("100-02", null, Map.of());
                company.as(() ->
                        reverseLines.reverse(posted, new LinesToReverse(lines, kind, DAY, "2026-11", "Pomyłka", rest)));
            }
        }
        assertThat(company.as(() -> batch.post(UUID.randomUUID(), together)))
                .allMatch(outcome -> outcome.refusal() == null);
        assertThat(differences()).isEmpty();
        assertThat(company.as(() -> register.sums("2026-11"))).hasSizeGreaterThan(12);
    }

    private JournalEntryDraft randomEntry(Random random) {
        List<LineDraft> lines = new ArrayList<>();
        for (int line = 0; line <= random.nextInt(3); line++) {
            String code = CODES.get(random.nextInt(CODES.size()));
            boolean sale = code.startsWith("S") || code.equals("WDT");
            lines.add(coded(
                    sale ? "703-01" : "403-90",
                    sale == (random.nextInt(5) > 0) ? Side.CREDIT : Side.DEBIT,
                    BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2).toString(),
                    code));
        }
        lines.addAll(company.as(() -> vatLines.of(lines, DAY)));
        BigDecimal rest = BigDecimal.ZERO;
        for (LineDraft line : lines) {
            BigDecimal amount = line.amount().amount();
            rest = line.side() == Side.DEBIT ? rest.add(amount) : rest.subtract(amount);
        }
        if (rest.signum() != 0) {
            String amount = rest.abs().toString();
            lines.add(rest.signum() > 0 ? credit("100-01", amount) : debit("100-01", amount));
        }
        return entry(lines.toArray(LineDraft[]::new));
    }

    private List<VatRegister.Row> rows(VatDirection direction) {
        return company.as(() -> register.ofPeriod("2026-11", direction, null, 1000));
    }

    private List<String> differences() {
        return company.inTransaction(() -> jdbc.sql(DIFFERENCES)
                .param("company", company.id().value())
                .query(String.class)
                .list());
    }

    private static LineDraft coded(String account, Side side, String amount, String code) {
        return new LineDraft(account, side, pln(amount), null, null, null, code, null, null, null, false, false);
    }

    private static LineDraft debit(String account, String amount) {
        return LedgerFixture.debit(account, amount);
    }

    private static LineDraft credit(String account, String amount) {
        return LedgerFixture.credit(account, amount);
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}
