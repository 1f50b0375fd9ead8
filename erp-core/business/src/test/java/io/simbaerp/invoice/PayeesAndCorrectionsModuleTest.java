package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.LinkedInvoices;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ModuleTest
class PayeesAndCorrectionsModuleTest {

    private static final String FACTOR = "Faktor Bałtycki S.A.";
    private static final String FACTOR_ID = "PL9990033445";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    OpenItems openItems;

    @Autowired
    Parties parties;

    @Autowired
    VatRegister vatRegister;

    @Autowired
    LinkedInvoices originals;

    InvoiceDesk desk = new InvoiceDesk();

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

    @Test
    void theOpenItemBelongsToThePayeeAndTheVatRowToTheSupplier() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.carriedForward(
                company,
                ours(company).payee(FACTOR, FACTOR_ID).prepaid("100.00").build());

        InvoiceDetails details = desk.details(company, id);
        UUID factor = partyOf(company, FACTOR_ID);
        assertThat(details.payeeId()).isEqualTo(factor).isNotEqualTo(details.supplierId());
        assertThat(company.as(() -> openItems.ofDocument(details.documentId())))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.partyId()).isEqualTo(factor);
                    assertThat(item.amount()).isEqualTo(Money.of("1130.00", "PLN"));
                });
        assertThat(company.as(() -> vatRegister.ofDocument(details.documentId())))
                .singleElement()
                .satisfies(row -> assertThat(row.partyId()).isEqualTo(details.supplierId()));
        PartyView payee = company.as(() -> parties.byId(new PartyId(factor))).orElseThrow();
        assertThat(payee.accounts()).singleElement().satisfies(account -> {
            assertThat(account.iban()).isEqualTo("PL61109010140000071219812874");
            assertThat(account.confirmed()).isFalse();
        });
        assertThat(company.as(() -> parties.byId(new PartyId(details.supplierId())))
                        .orElseThrow()
                        .accounts())
                .isEmpty();
    }

    @Test
    void aPayeeWeKnowIsNotAskedFor() {
        TestCompany company = desk.company();
        desk.carriedForward(company, ours(company).payee(FACTOR, FACTOR_ID).build());
        PurchaseInvoiceId next = desk.received(
                company, ours(company).number("FV/2").payee(FACTOR, FACTOR_ID).build());

        assertThat(desk.details(company, next).payeeId()).isEqualTo(partyOf(company, FACTOR_ID));
        assertThat(company.as(() -> desk.questions.nextOpen(next))).isNotEqualTo(java.util.Optional.of(Question.PAYEE));
    }

    @Test
    void aPayeeMayBePassedOver() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id =
                desk.received(company, ours(company).payee(FACTOR, FACTOR_ID).build());
        company.run(() -> {
            desk.answerQuestion.answer(id, Question.SUPPLIER, "create-supplier", null);
            assertThat(desk.questions.nextOpen(id)).hasValue(Question.PAYEE);
            desk.answerQuestion.answer(id, Question.PAYEE, "pay-supplier", null);
        });
        InvoiceDetails details = desk.details(company, id);
        assertThat(details.payeeId()).isEqualTo(details.supplierId());
    }

    @Test
    void thePayeeThatIsTheSellerIsNobodyElse() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(
                company,
                ours(company)
                        .payee("Transwolta Logistyka, rozliczenia", "5260250274")
                        .build());
        assertThat(desk.details(company, id).payee()).isNull();
    }

    @Test
    void aCorrectionCountsInAnotherMonthOnlyWithAReason() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(
                company,
                ours(company)
                        .creditNote()
                        .correcting("FV/2026/09/0001", "2026-09-20")
                        .build());
        desk.answerAll(company, id);
        assertThat(desk.details(company, id).vatPeriod()).isEqualTo("2026-11");

        assertThatThrownBy(
                        () -> company.run(() -> desk.code.code(id, new CodingDraft(List.of(), "2026-10", " ", null))))
                .hasMessageContaining("invoice.vat-period-reason-missing");
        company.run(() -> desk.code.code(id, new CodingDraft(List.of(), "2026-10", "Agreed in October", null)));
        InvoiceDetails details = desk.details(company, id);
        assertThat(details.vatPeriod()).isEqualTo("2026-10");
        assertThat(details.vatPeriodReason()).isEqualTo("Agreed in October");
    }

    @Test
    void aCorrectionIsLinkedWithEveryOriginalItNamesAlsoOneThatComesLater() {
        TestCompany company = desk.company();
        PurchaseInvoiceId first =
                desk.received(company, ours(company).number("FV/1").build());
        PurchaseInvoiceId correction = desk.received(
                company,
                ours(company)
                        .number("KOR/1")
                        .typeCode("384")
                        .correcting("FV/1", "2026-11-19")
                        .correcting("FV/2", "2026-11-19")
                        .correcting("FV/3", null)
                        .build());
        PurchaseInvoiceId second =
                desk.received(company, ours(company).number("FV/2").build());

        List<LinkedInvoices.Linked> named = company.as(() -> originals.of(correction.value()));
        assertThat(named).extracting(LinkedInvoices.Linked::number).containsExactly("FV/1", "FV/2", "FV/3");
        assertThat(named)
                .extracting(LinkedInvoices.Linked::documentId)
                .containsExactly(
                        desk.details(company, first).documentId(),
                        desk.details(company, second).documentId(),
                        null);
        assertThat(company.as(() -> originals.naming(first.value())))
                .singleElement()
                .satisfies(one -> assertThat(one.number()).isEqualTo("KOR/1"));
    }

    private UUID partyOf(TestCompany company, String taxId) {
        return company.as(() -> parties.byTaxId(taxId)).orElseThrow().id().value();
    }

    private static SampleInvoice ours(TestCompany company) {
        return SampleInvoice.to(company.taxId()).line("Fracht", "1000.00", "S", "23");
    }
}
