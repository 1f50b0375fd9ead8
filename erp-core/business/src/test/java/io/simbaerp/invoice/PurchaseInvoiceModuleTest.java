package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.Documents;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class PurchaseInvoiceModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    Documents documents;

    @Autowired
    Parties parties;

    @Autowired
    RejectPurchaseInvoice reject;

    @Autowired
    CorrectReceiptDate correctReceiptDate;

    @Autowired
    AddExchangeRate addExchangeRate;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

    @Test
    void goesFromReceiptToTheBooksWithEveryProposalAccepted() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.carriedForward(company, ours(company).build());

        InvoiceDetails details = desk.details(company, id);
        JournalEntryDetails entry = entryOf(company, details);
        assertThat(lines(entry))
                .containsExactlyInAnyOrder(
                        "402-90 DEBIT 8600.00", "402-90 DEBIT 1200.00", "223-01 DEBIT 2254.00", "202 CREDIT 12054.00");
        assertThat(entry.kind()).isEqualTo(EntryKind.ORDINARY);
        assertThat(entry.operationDate()).isEqualTo("2026-11-18");
        assertThat(entry.documentDate()).isEqualTo("2026-11-19");
        assertThat(entry.periodCode()).isEqualTo("2026-11");
        List<OpenItems.OpenItemView> items = company.as(() -> openItems.ofDocument(details.documentId()));
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.amount()).isEqualTo(Money.of("12054.00", "PLN"));
            assertThat(item.dueDate()).isEqualTo("2026-12-03");
        });
        assertThat(company.as(() -> documents.byId(new DocumentId(details.documentId())))
                        .orElseThrow()
                        .state())
                .isEqualTo(DocumentState.POSTED);
        assertThat(register(company, details)).containsExactly("INPUT Z23 9800.00 2254.00 2254.00 2026-11");
    }

    @Test
    void asksWhateverItCannotKnowInAFixedOrder() {
        TestCompany company = desk.company();
        PurchaseInvoiceId first =
                desk.received(company, ours(company).account(null).build());
        PurchaseInvoiceId id = desk.received(
                company,
                SampleInvoice.to("PL1111111111")
                        .currency("EUR")
                        .line("Fracht", "100.00", "S", "23")
                        .number("FV 2026-11-0417")
                        .build());

        assertThat(company.as(() -> desk.questions.nextOpen(first))).hasValue(Question.SUPPLIER);
        List<Question> asked = new ArrayList<>();
        addRate(company, "EUR", "2026-11-17", "4.2735");
        company.run(() -> {
            for (var question = desk.questions.nextOpen(id);
                    question.isPresent();
                    question = desk.questions.nextOpen(id)) {
                asked.add(question.get());
                desk.answerQuestion.answer(id, question.get(), forward(question.get()), null);
            }
        });
        assertThat(asked).containsExactly(Question.BUYER, Question.SUPPLIER, Question.DUPLICATE, Question.RATE);
    }

    @Test
    void takesASupplierInWithItsAccountOnlyProposed() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);

        PartyId supplier = new PartyId(desk.details(company, id).supplierId());
        assertThat(company.as(() -> parties.byId(supplier))).hasValueSatisfying(party -> {
            assertThat(party.name()).isEqualTo("Transwolta Logistyka Sp. z o.o.");
            assertThat(party.address().city()).isEqualTo("Gdynia");
            assertThat(party.accounts()).singleElement().satisfies(account -> {
                assertThat(account.confirmed()).isFalse();
                assertThat(account.source()).startsWith("document:");
            });
        });
    }

    @Test
    void takesASupplierInOnceEvenIfTwoOfItsInvoicesAskForIt() {
        TestCompany company = desk.company();
        PurchaseInvoiceId one = desk.received(company, ours(company).build());
        PurchaseInvoiceId other = desk.received(
                company, ours(company).number("FV/2").issued("2026-09-01").build());
        desk.answerAll(company, one);
        desk.answerAll(company, other);

        assertThat(desk.details(company, other).supplierId())
                .isEqualTo(desk.details(company, one).supplierId());
    }

    @Test
    void rejectsWithAReasonWhatAPersonAnsweredNoTo() {
        TestCompany company = desk.company();
        desk.received(company, ours(company).build());
        PurchaseInvoiceId id = desk.received(company, ours(company).build());

        assertThatThrownBy(() -> company.run(() -> desk.answerQuestion.answer(id, Question.SUPPLIER, "reject", " ")))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("invoice.reason-missing"));
        company.run(() -> {
            desk.answerQuestion.answer(id, Question.DUPLICATE, "duplicate", "the same as the one before");
            reject.reject(id);
        });

        InvoiceDetails details = desk.details(company, id);
        assertThat(details.state()).isEqualTo("REJECTED");
        assertThat(details.rejectionReason()).isEqualTo("the same as the one before");
        assertThat(company.as(() -> documents.byId(new DocumentId(details.documentId())))
                        .orElseThrow()
                        .state())
                .isEqualTo(DocumentState.REJECTED);
    }

    @Test
    void registersADocumentOnce() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        DocumentId document = new DocumentId(desk.details(company, id).documentId());

        assertThatThrownBy(() -> company.as(() -> desk.register.register(new PurchaseInvoiceDraft(
                        document, ours(company).build(), List.of(), LocalDate.of(2026, 11, 20), null, "x"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void postsAForeignInvoiceOnceItsRateIsThere() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(
                company,
                SampleInvoice.to("PL" + company.taxId())
                        .currency("EUR")
                        .seller("Nordlicht Etiketten GmbH", "DE123456789", "DE")
                        .line("Etiketten", "1000.00", "K", "0")
                        .build());
        company.run(() -> desk.answerQuestion.answer(id, Question.SUPPLIER, "create-supplier", null));

        assertThatThrownBy(() -> company.run(() -> desk.answerQuestion.answer(id, Question.RATE, "rate-added", null)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("rate.missing"));
        assertThat(company.as(() -> desk.questions.nextOpen(id))).hasValue(Question.RATE);

        addRate(company, "EUR", "2026-11-17", "4.3000");
        addRate(company, "EUR", "2026-11-18", "4.4000");
        desk.answerAll(company, id);
        desk.coded(company, id, UUID.randomUUID(), null);
        assertThat(company.as(() -> desk.approvalFacts.of(id)).net()).isEqualTo(Money.of("4300.00", "PLN"));
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);

        InvoiceDetails details = desk.details(company, id);
        assertThat(details.ledgerRate().table()).isEqualTo("T/2026-11-17");
        // The tax of an EU acquisition arises when the invoice is issued, a day after the supply: another day's rate.
        assertThat(lines(entryOf(company, details)))
                .containsExactlyInAnyOrder(
                        "402-90 DEBIT 4300.00", "223-02 DEBIT 1012.00", "222-02 CREDIT 1012.00", "202 CREDIT 4300.00");
        assertThat(register(company, details))
                .containsExactly(
                        "OUTPUT WNT23 4400.00 1012.00 0.00 2026-11", "INPUT WNT23 4400.00 1012.00 1012.00 2026-11");
        assertThat(company.as(() -> openItems.ofDocument(details.documentId())))
                .singleElement()
                .satisfies(item -> assertThat(item.amount()).isEqualTo(Money.of("1000.00", "EUR")));
    }

    @Test
    void postsACreditNoteInRedAndLeavesACreditItem() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.carriedForward(
                company, ours(company).creditNote().number("KOR/1").build());

        InvoiceDetails details = desk.details(company, id);
        JournalEntryDetails entry = entryOf(company, details);
        assertThat(entry.kind()).isEqualTo(EntryKind.CORRECTION);
        assertThat(lines(entry)).contains("402-90 DEBIT -8600.00", "223-01 DEBIT -2254.00", "202 CREDIT -12054.00");
        assertThat(company.as(() -> openItems.ofDocument(details.documentId())))
                .singleElement()
                .satisfies(item -> assertThat(item.amount()).isEqualTo(Money.of("-12054.00", "PLN")));
        assertThat(register(company, details)).containsExactly("INPUT Z23 -9800.00 -2254.00 -2254.00 2026-11");
        assertThat(company.as(() -> desk.approvalFacts.of(id)).net()).isEqualTo(Money.of("-9800.00", "PLN"));
    }

    @Test
    void keepsVatPeriodAndLedgerPeriodApart() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);
        desk.coded(company, id, UUID.randomUUID(), new CodingDraft(List.of(), "2027-01", LocalDate.of(2026, 10, 31)));
        desk.approve(company, id);
        desk.posted(company, id);

        InvoiceDetails details = desk.details(company, id);
        List<JournalEntryDetails> both = company.as(() -> entries.ofDocument(details.documentId()));
        assertThat(both).extracting(JournalEntryDetails::periodCode).containsExactly("2026-10", "2027-01");
        assertThat(lines(both.get(0))).contains("223-05 DEBIT 2254.00");
        assertThat(lines(both.get(1))).containsExactlyInAnyOrder("223-01 DEBIT 2254.00", "223-05 CREDIT 2254.00");
        assertThat(register(company, details)).containsExactly("INPUT Z23 9800.00 2254.00 2254.00 2027-01");
    }

    @Test
    void leavesTheVatPeriodEmptyUntilPaymentUnderTheCashMethod() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id =
                desk.carriedForward(company, ours(company).taxPointCode("432").build());

        InvoiceDetails details = desk.details(company, id);
        assertThat(lines(entryOf(company, details))).contains("223-05 DEBIT 2254.00");
        assertThat(register(company, details)).containsExactly("INPUT Z23 9800.00 2254.00 2254.00 -");
    }

    @Test
    void refusesToPostWhatIsNotWhatWasApproved() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);
        UUID accountant = UUID.randomUUID();
        desk.coded(company, id, accountant, null);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.NOT_APPROVED);
        desk.approve(company, id);

        desk.coded(company, id, accountant, new CodingDraft(List.of(), "2026-12", null));

        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.CONTENT_CHANGED);
        assertThat(company.as(() -> entries.ofDocument(desk.details(company, id).documentId())))
                .isEmpty();
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
    }

    @Test
    void approvalsFallWhenTheDayOfReceiptIsCorrected() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);
        desk.coded(company, id, UUID.randomUUID(), null);
        desk.approve(company, id);

        assertThatThrownBy(() -> company.run(() -> correctReceiptDate.correct(id, LocalDate.of(2026, 11, 19), null)))
                .isInstanceOf(RuleViolation.class);
        company.run(() -> correctReceiptDate.correct(id, LocalDate.of(2026, 11, 19), "it lay at the front desk"));

        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.CONTENT_CHANGED);
        assertThat(desk.details(company, id).dates().received()).isEqualTo("2026-11-19");
    }

    @Test
    void sendsBackAnInvoiceWhosePeriodWasClosedMeanwhile() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);
        desk.coded(company, id, UUID.randomUUID(), new CodingDraft(List.of(), null, LocalDate.of(2026, 10, 31)));
        desk.approve(company, id);
        company.run(() -> closePeriod.close("2026-10"));

        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.PERIOD_CLOSED);

        desk.coded(company, id, UUID.randomUUID(), null);
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
        assertThat(entryOf(company, desk.details(company, id)).periodCode()).isEqualTo("2026-11");
    }

    @Test
    void whoCodedAnInvoiceNeverApprovesIt() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, ours(company).build());
        desk.answerAll(company, id);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        desk.coded(company, id, first, null);
        desk.coded(company, id, second, null);

        assertThat(desk.details(company, id).coders()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void proposesWhatWasPostedForThisSupplierBefore() {
        TestCompany company = desk.company();
        PurchaseInvoiceId before = desk.received(
                company, ours(company).number("FV/1").issued("2026-09-01").build());
        desk.answerAll(company, before);
        desk.coded(
                company,
                before,
                UUID.randomUUID(),
                new CodingDraft(
                        List.of(
                                line("1", "402-03", "310", "Z23", "8600.00"),
                                line("2", "402-15", "320", "Z23-50", "1200.00")),
                        null,
                        null));
        desk.approve(company, before);
        desk.posted(company, before);

        PurchaseInvoiceId id = desk.carriedForward(company, ours(company).build());

        assertThat(desk.details(company, id).coding())
                .extracting(coded ->
                        coded.line() + " " + coded.account() + " " + coded.costCentre() + " " + coded.taxCode())
                .containsExactly("1 402-03 310 Z23", "2 402-15 320 Z23-50");
        assertThat(lines(entryOf(company, desk.details(company, id)))).contains("402-15 DEBIT 138.00");
    }

    @Test
    void aClosedInvoiceNeverChangesWhoeverWrites() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.carriedForward(company, ours(company).build());

        for (String attack : List.of(
                "update invoice.purchase_invoice set due = 1 where id = ?",
                "update invoice.purchase_invoice set state = 'CODED' where id = ?",
                "update invoice.coding_line set account = '402-01' where purchase_invoice_id = ?",
                "delete from invoice.coding_line where purchase_invoice_id = ?")) {
            assertThatThrownBy(() -> company.inTransaction(
                            () -> jdbc.sql(attack).param(id.value()).update()))
                    .hasStackTraceContaining("closed");
        }
        assertThatThrownBy(() -> desk.coded(company, id, UUID.randomUUID(), null))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("invoice.closed"));
    }

    @Test
    void nobodyElsesInvoiceIsThere() {
        TestCompany ours = desk.company();
        TestCompany theirs = desk.company();
        PurchaseInvoiceId id = desk.received(ours, ours(ours).build());

        assertThat(theirs.as(() -> desk.invoices.byId(id))).isEmpty();
        assertThatThrownBy(() -> theirs.as(() -> desk.questions.nextOpen(id))).isInstanceOf(NotFound.class);
    }

    private static String forward(Question question) {
        return switch (question) {
            case BUYER -> "ours";
            case SUPPLIER -> "create-supplier";
            case PAYEE -> "create-payee";
            case DUPLICATE -> "not-a-duplicate";
            case RATE -> "rate-added";
        };
    }

    private static CodingDraft.Line line(String line, String account, String centre, String code, String net) {
        return new CodingDraft.Line(line, account, centre, code, Money.of(net, "PLN"));
    }

    private void addRate(TestCompany company, String currency, String date, String mid) {
        company.run(() -> addExchangeRate.add(new AddExchangeRate.Draft(
                CurrencyCode.of(currency), LocalDate.parse(date), new BigDecimal(mid), "T/" + date, "NBP")));
    }

    private SampleInvoice ours(TestCompany company) {
        return SampleInvoice.to("PL" + company.taxId())
                .line("Transport krajowy, 4 kursy", "8600.00", "S", "23")
                .line("Postój", "1200.00", "S", "23");
    }

    private JournalEntryDetails entryOf(TestCompany company, InvoiceDetails details) {
        List<JournalEntryDetails> all = company.as(() -> entries.ofDocument(details.documentId()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> lines(JournalEntryDetails entry) {
        return entry.lines().stream()
                .map(line -> line.account() + " " + line.side() + " "
                        + line.amount().amount().toPlainString())
                .collect(Collectors.toList());
    }

    private List<String> register(TestCompany company, InvoiceDetails details) {
        return company.inTransaction(() ->
                jdbc.sql("""
                        select concat_ws(' ', direction, tax_code, round(base, 2), round(tax, 2),
                                         round(deductible_tax, 2), coalesce(vat_period, '-'))
                          from tax.vat_register_row where document_id = ? order by direction desc, tax_code""").param(details.documentId()).query(String.class).list());
    }
}
