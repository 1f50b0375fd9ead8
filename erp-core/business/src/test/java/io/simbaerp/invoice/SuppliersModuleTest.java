package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.SupplierChoice;
import io.simbaerp.invoice.registration.SupplierSuggestions;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SuppliersModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Parties parties;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ProposeBankAccount proposeBankAccount;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    IdentifySupplier identify;

    @Autowired
    SupplierSuggestions suggestions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

    @Test
    void twoPeopleWhoTakeTheSameSupplierInAtOnceTakeItInOnce() throws Exception {
        TestCompany company = desk.company();
        PurchaseInvoiceId one = desk.received(company, sample(company).build());
        PurchaseInvoiceId other = desk.received(
                company, sample(company).number("FV/2").issued("2026-09-01").build());
        CountDownLatch created = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> first = CompletableFuture.runAsync(
                    () -> company.inTransaction(() -> {
                        takeIn(one);
                        created.countDown();
                        waitUntilSomebodyWaits();
                        return null;
                    }),
                    people);
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> {
                        await(created);
                        company.asPerson(UUID.randomUUID(), () -> {
                            takeIn(other);
                            return null;
                        });
                    },
                    people);
            CompletableFuture.allOf(first, second).get(30, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }

        assertThat(desk.details(company, other).supplierId())
                .isNotNull()
                .isEqualTo(desk.details(company, one).supplierId());
        assertThat(company.as(() -> parties.search("Transwolta", null, 10))).hasSize(1);
    }

    @Test
    void recognisesASupplierByAnyOfItsTaxIds() {
        TestCompany company = desk.company();
        UUID party = party(company, "Hanzavia Spedition GmbH", "DE", List.of("DE811907980", "PL5260250274"));
        PurchaseInvoiceId id = desk.received(company, sample(company).build());

        assertThat(supplier(company, id)).isEqualTo(party + " TAX_ID");
        assertThat(company.as(() -> desk.questions.nextOpen(id))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            tax id of the party | confirmed | tax id on the invoice | payee | recognised
            -                   | true      | -                     | -     | IBAN
            -                   | true      | PL1111111111          | -     | IBAN
            DE811907980         | true      | -                     | -     | IBAN
            DE811907980         | true      | PL1111111111          | -     | -
            -                   | false     | -                     | -     | -
            -                   | true      | -                     | Bank  | -
            """, useHeadersInDisplayName = true)
    void recognisesASupplierByItsConfirmedAccountUnlessItStatesAnotherTaxId(
            @Nullable String partyTaxId,
            boolean confirmed,
            @Nullable String taxId,
            @Nullable String payee,
            @Nullable String recognised) {
        TestCompany company = desk.company();
        UUID party = party(company, "Altana Sp. z o.o.", "PL", partyTaxId == null ? List.of() : List.of(partyTaxId));
        account(company, party, confirmed);
        SampleInvoice invoice = sample(company).seller("Something Else Ltd", taxId, "PL");
        PurchaseInvoiceId id = desk.received(
                company, payee == null ? invoice.build() : invoice.payee(payee).build());

        assertThat(supplier(company, id)).isEqualTo(recognised == null ? "null null" : party + " " + recognised);
    }

    @Test
    void takesANameForASuggestionOnly() {
        TestCompany company = desk.company();
        UUID party = party(company, "TRANSWOLTA LOGISTYKA SPÓŁKA Z O.O.", "PL", List.of());
        party(company, "Transport Krajowy Sp. z o.o.", "PL", List.of());
        PurchaseInvoiceId id = desk.received(company, sample(company).build());

        assertThat(supplier(company, id)).isEqualTo("null null");
        assertThat(company.as(() -> desk.questions.nextOpen(id))).hasValue(Question.SUPPLIER);
        assertThat(suggested(company, id)).containsExactly(party + " [NAME]");
    }

    @Test
    void suggestsWhoseAccountItIsAndWhoIsCalledAlike() {
        TestCompany company = desk.company();
        UUID factor = party(company, "Faktorex S.A.", "PL", List.of("1111111111"));
        account(company, factor, true);
        UUID alike = party(company, "Transwolta Logistyka", "PL", List.of());
        PurchaseInvoiceId id = desk.received(company, sample(company).build());

        assertThat(suggested(company, id)).containsExactly(factor + " [IBAN]", alike + " [NAME]");
    }

    @Test
    void goesOnWithThePartyAPersonChoseAndKnowsTheTaxIdFromThenOn() {
        TestCompany company = desk.company();
        UUID party = party(company, "Transwolta Logistyka", "PL", List.of());
        PurchaseInvoiceId id = desk.received(company, sample(company).build());
        company.run(() -> identify.identify(id, new SupplierChoice(new PartyId(party), null), null));
        PurchaseInvoiceId next = desk.received(
                company, sample(company).number("FV/2").issued("2026-08-01").build());

        assertThat(supplier(company, id)).isEqualTo(party + " PERSON");
        assertThat(supplier(company, next)).isEqualTo(party + " EARLIER_DECISION");
    }

    @Test
    void takesInASupplierAsAPersonCorrectsIt() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, sample(company).build());
        PartyDraft corrected = new PartyDraft(
                "Transwolta Sp. z o.o.",
                List.of("PL5260250274", "DE811907980"),
                new Address("ul. Nowa 1", null, "80-001", "Gdańsk", null, "PL"),
                true,
                false);
        company.run(() -> identify.identify(id, new SupplierChoice(null, corrected), null));

        PartyId party = new PartyId(desk.details(company, id).supplierId());
        assertThat(company.as(() -> parties.byId(party))).hasValueSatisfying(taken -> {
            assertThat(taken.name()).isEqualTo("Transwolta Sp. z o.o.");
            assertThat(taken.taxIds()).containsExactly("5260250274", "DE811907980");
            assertThat(taken.address().city()).isEqualTo("Gdańsk");
        });
    }

    @Test
    void asksAboutADuplicateThatShowsOnlyOnceTheSupplierIsKnown() {
        TestCompany company = desk.company();
        UUID party = party(company, "Transwolta Logistyka", "PL", List.of("1111111111"));
        desk.received(
                company,
                sample(company).seller("Transwolta", "PL1111111111", "PL").build());
        PurchaseInvoiceId id = desk.received(company, sample(company).build());
        company.run(() -> identify.identify(id, new SupplierChoice(new PartyId(party), null), null));

        assertThat(company.as(() -> desk.questions.nextOpen(id))).hasValue(Question.DUPLICATE);
    }

    @Test
    void choosesNobodyWhoIsNotThere() {
        TestCompany company = desk.company();
        TestCompany other = desk.company();
        UUID theirs = party(other, "Somebody else", "PL", List.of());
        PurchaseInvoiceId id = desk.received(company, sample(company).build());

        assertThatThrownBy(() ->
                        company.run(() -> identify.identify(id, new SupplierChoice(new PartyId(theirs), null), null)))
                .isInstanceOf(NotFound.class);
        assertThat(supplier(company, id)).isEqualTo("null null");
    }

    private UUID party(TestCompany company, String name, String country, List<String> taxIds) {
        return company.as(() -> registerParty.register(
                        new PartyDraft(name, taxIds, new Address(null, null, null, null, null, country), true, false)))
                .value();
    }

    private void account(TestCompany company, UUID party, boolean confirmed) {
        UUID account = company.asPerson(
                UUID.randomUUID(),
                () -> proposeBankAccount.propose(
                        new BankAccountDraft(new PartyId(party), "PL61109010140000071219812874", null)));
        if (confirmed) {
            company.asPerson(UUID.randomUUID(), () -> {
                approveBankAccount.approve(account);
                return null;
            });
        }
    }

    private String supplier(TestCompany company, PurchaseInvoiceId id) {
        InvoiceDetails.Supplier supplier = desk.details(company, id).supplier();
        return supplier.partyId() + " " + supplier.matchedBy();
    }

    private List<String> suggested(TestCompany company, PurchaseInvoiceId id) {
        InvoiceDetails details = desk.details(company, id);
        return company.as(() -> suggestions.of(details.invoice(), details.account())).stream()
                .map(one -> one.partyId() + " " + one.reasons())
                .toList();
    }

    private void takeIn(PurchaseInvoiceId id) {
        desk.answerQuestion.answer(id, Question.SUPPLIER, "create-supplier", null);
    }

    /** The lock of a tax id is an advisory one; who waits for it shows in the server's own list. */
    private void waitUntilSomebodyWaits() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            boolean waits = jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class)
                    .single();
            if (waits) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The second person never waited for the first");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SampleInvoice sample(TestCompany company) {
        return SampleInvoice.to("PL" + company.taxId()).line("Transport", "100.00", "S", "23");
    }
}
