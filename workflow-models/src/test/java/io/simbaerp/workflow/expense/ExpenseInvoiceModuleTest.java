package io.simbaerp.workflow.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.SetPeriodLocks;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.LineDraft;
import io.simbaerp.expense.policy.Finding;
import io.simbaerp.invoice.CodingDraft;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.PostOutcome;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.RegisteredInvoices;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The tax of a claimed invoice is deducted once, and in a month the law allows. */
@ModuleTest
class ExpenseInvoiceModuleTest extends ExpenseDesk {

    private static final String SELLER = "5260250274";

    @Autowired
    RegisterParty registerParty;

    @Autowired
    SetPeriodLocks locks;

    @Autowired
    AutowireCapableBeanFactory beans;

    @BeforeEach
    void seller() {
        company.run(() -> registerParty.register(new PartyDraft(
                "Hotel Sp. z o.o.",
                List.of(SELLER),
                new Address("Prosta 1", null, "00-001", "Warszawa", null, "PL"),
                true,
                false)));
    }

    @AfterEach
    void now() {
        clock.set(io.simbaerp.testing.TestClock.START);
    }

    @Test
    void aRegisteredPurchaseInvoiceIsNamedAndItsTaxNotDeductedAgain() throws Exception {
        registered("FV 2026/007");
        ClaimView claim = claim("Hotel");
        UUID line = add(claim, invoice("Hotel", "246.00", "PL 526-025-02-74", "fv/2026-7"));
        assertThat(now(claim).findings())
                .filteredOn(finding -> finding.kind() == Finding.Kind.REGISTERED)
                .singleElement()
                .satisfies(finding -> assertThat(finding.args()).containsExactly("fv/2026-7"));
        send(claim);
        approve();
        refused("expense.invoice-registered", () -> post(line, "Z23", null));
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            Attack attack = new Attack(database, company.id());
            assertThat(attack.refusal(role, coded("'" + SELLER + "', 'FV/2026/7'")))
                    .isEqualTo("invoice_is_deducted_once");
            assertThat(attack.refusal(role, coded("null, null"))).isEqualTo("deduction_names_its_invoice");
            assertThat(attack.refusal(role, coded("'" + SELLER + "', 'FV/2026/8'")))
                    .as("an invoice the line does not name")
                    .isEqualTo("deduction_names_its_invoice");
            assertThat(attack.refusal(role, coded("'5260001246', 'FV/2026/7'")))
                    .as("a seller the line does not name")
                    .isEqualTo("deduction_names_its_invoice");
            assertThat(attack.refusal(
                            role,
                            "insert into expense.coding (company_id, line_id, account, tax_code, coded_by, coded_at)"
                                    + " select company_id, id, '409-01', 'Z23', 'person:" + accountant
                                    + "', now() from expense.line"))
                    .as("nobody's tax")
                    .isEqualTo("deduction_names_its_invoice");
        }
        post(line, "NP", null);
        assertThat(now(claim).state()).isEqualTo(ClaimState.POSTED);
        assertThat(months(claim)).isEmpty();
    }

    @Test
    void whatIsRegisteredBetweenCodingAndPostingComesBackToWhoeverCodes() {
        ClaimView claim = claim("Hotel");
        UUID line = add(claim, invoice("Hotel", "246.00", SELLER, "FV/9"));
        send(claim);
        approve();
        UUID task = task().id();
        company.asPerson(accountant, ACCOUNTANT, () -> {
            completeTask.complete(new TaskCompletion(task, "post", null, coding(line, "Z23", null), null));
            return true;
        });
        registered("FV/9");
        dueJobs.run();
        assertThat(now(claim).state()).isEqualTo(ClaimState.APPROVED);
        assertThat(company.asPerson(accountant, () -> tasks.page(task().id(), Map.of()))
                        .orElseThrow()
                        .form()
                        .model()
                        .toString())
                .contains("FV/9 of this seller is registered");
        post(line, "NP", null);
        assertThat(now(claim).state()).isEqualTo(ClaimState.POSTED);
    }

    @Test
    void theTaxOfAnInvoiceIsDeductedByOneClaimAlone() throws Exception {
        ClaimView first = claim("First");
        UUID line = add(first, invoice("Room", "246.00", SELLER, "FV/11"));
        add(first, invoice("Breakfast of the same invoice", "24.60", SELLER, "FV/11"));
        send(first);
        approve();
        decide(director, DIRECTOR, "approve", null, null);
        post(line, "Z23", null);
        ClaimView second = claim("Second");
        UUID again = add(second, invoice("Room once more", "246.00", SELLER, "FV-0011"));
        send(second);
        decide(superior, APPROVER, "approve", null, null);
        refused("expense.invoice-claimed", () -> post(again, "Z23", null));
        assertThat(new Attack(database, company.id())
                        .refusal(TestDatabase.APPLICATION, coded("'" + SELLER + "', 'FV/11'", again)))
                .isEqualTo("invoice_is_deducted_once");
        decide(accountant, ACCOUNTANT, "reject", "Claimed before", null);
        assertThat(now(second).state()).isEqualTo(ClaimState.REJECTED);
    }

    @Test
    void theTaxOfAReceiptIsDeductedByOneLineAlone() throws Exception {
        ClaimView claim = claim("Twice");
        UUID line = add(claim, invoice("Room", "246.00", SELLER, "FV/51"));
        UUID again = add(claim, invoice("Room again", "246.00", SELLER, "FV/51"));
        send(claim);
        approve();
        decide(director, DIRECTOR, "approve", null, null);
        refused("expense.receipt-deducted-twice", () -> post(both(line, again, "Z23", "Z23-50")));
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            Attack attack = new Attack(database, company.id());
            assertThat(attack.refusal(role, coded("'" + SELLER + "', 'FV/51'"))).isEqualTo("receipt_is_deducted_once");
            assertThat(attack.refusal(role, coded("'" + SELLER + "', 'FV/51'", again)))
                    .isNull();
        }
        post(both(line, again, "Z23", "Z8"));
        assertThat(now(claim).state()).as("an invoice of two rates").isEqualTo(ClaimState.POSTED);
    }

    private static String both(UUID line, UUID again, String taxCode, String other) {
        return "{\"lines\":[" + coded(line, taxCode) + "," + coded(again, other) + "]}";
    }

    private static String coded(UUID line, String taxCode) {
        return "{\"line\":\"" + line + "\",\"account\":\"409-01\",\"costCentre\":\"200\",\"taxCode\":\"" + taxCode
                + "\"}";
    }

    private void post(String coding) {
        decide(accountant, ACCOUNTANT, "post", null, coding);
    }

    @Test
    void theMonthOfTheTaxIsTheLawsWithinAnOpenPeriodAndNoneToCome() {
        ClaimView october = taxed("FV/21", LocalDate.of(2026, 10, 30), "2026-10-30");
        assertThat(months(october)).as("sent in November").containsExactly("2026-11");
        ClaimView december = taxed("FV/22", DAY, "2026-12-01");
        assertThat(months(december)).as("posted in a month to come").containsExactly("2026-11");

        ClaimView late = claim("Late");
        UUID line = add(late, dated(invoice("Hotel", "246.00", SELLER, "FV/23"), DAY));
        send(late);
        approve();
        company.run(() -> locks.set("2026-11", LockLevel.OPEN, Map.of(LockArea.VAT, LockLevel.CLOSED)));
        UUID task = task().id();
        post(line, "Z23", "2026-11-20");
        assertThat(now(late).state()).as("November is declared").isEqualTo(ClaimState.APPROVED);
        assertThat(task().id()).isNotEqualTo(task);
        clock.set(Instant.parse("2026-12-02T09:00:00Z"));
        post(line, "Z23", "2026-11-20");
        assertThat(now(late).state()).isEqualTo(ClaimState.POSTED);
        assertThat(months(late)).as("the next one that is open").containsExactly("2026-12");
    }

    private ClaimView taxed(String number, LocalDate spentOn, @org.jspecify.annotations.Nullable String postingDate) {
        ClaimView claim = claim(number);
        UUID line = add(claim, dated(invoice("Hotel", "246.00", SELLER, number), spentOn));
        send(claim);
        approve();
        post(line, "Z23", postingDate);
        assertThat(now(claim).state()).isEqualTo(ClaimState.POSTED);
        return claim;
    }

    private static LineDraft dated(LineDraft draft, LocalDate day) {
        return new LineDraft(
                day,
                draft.category(),
                draft.description(),
                draft.merchant(),
                draft.merchantTaxId(),
                draft.documentNumber(),
                draft.gross(),
                draft.paidBy(),
                null,
                draft.receipt(),
                null,
                null,
                null);
    }

    @Test
    void anInvoiceThatComesAfterItsClaimIsPostedWithoutDeduction() throws Exception {
        taxed("FV/31", DAY, null);
        InvoiceDesk desk = beans.createBean(InvoiceDesk.class);
        PurchaseInvoiceId id = registered("fv 0031");
        desk.answerAll(company, id);
        UUID coder = UUID.randomUUID();
        refused("invoice.deducted-by-claim", () -> desk.coded(company, id, coder, null));
        List<CodingDraft.Line> lines = CodableLine.of(desk.details(company, id).invoice()).stream()
                .map(line -> new CodingDraft.Line(line.key(), "409-01", "200", Map.of(), "Z23-NO", line.net()))
                .toList();
        desk.coded(company, id, coder, new CodingDraft(lines, null, null));
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
    }

    /** Also where the claim was coded before invoices had keys to be compared by. */
    @Test
    void anInvoiceCodedWithDeductionIsNotPostedOnceAClaimDeductedIt() throws Exception {
        ClaimView claim = taxed("FV/32", DAY, null);
        InvoiceDesk desk = beans.createBean(InvoiceDesk.class);
        PurchaseInvoiceId id = registered("FV/33");
        desk.answerAll(company, id);
        desk.coded(company, id, UUID.randomUUID(), null);
        desk.approve(company, id);
        Attack attack = new Attack(database, company.id());
        String posted =
                "update invoice.purchase_invoice set state = 'POSTED', posted_at = now() where id = '" + id + "'";
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(attack.refusal(role, posted)).as("another invoice").isNull();
        }
        rewritten("update expense.line set document_number = 'fv 033' where claim_id = '" + claim.id() + "'");
        rewritten("update expense.coding set seller_digits = null, invoice_key = null");
        for (String role : List.of(TestDatabase.OWNER, TestDatabase.APPLICATION)) {
            assertThat(attack.refusal(role, posted)).isEqualTo("invoice_is_deducted_once");
        }
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.DEDUCTED_BY_CLAIM);
        assertThat(desk.details(company, id).state()).isNotEqualTo("POSTED");
    }

    @Test
    void numbersAndTaxIdsAreComparedInSqlAsInTheProgram() {
        for (String number : List.of(
                "FV 2026-11-0417",
                "fv/2026/11/417",
                "000",
                "00A-01b",
                "ŻÓŁW/007",
                "żółw 7",
                "№ 12",
                "--",
                "Ｆ１２",
                "a–b")) {
            for (String taxId : List.of("PL 526-025-02-74", "526 025 02 74", "DE 123.456.789", "pl5260250274")) {
                RegisteredInvoices.Key key = RegisteredInvoices.Key.of(taxId, number);
                assertThat(company.inTransaction(
                                () -> jdbc.sql("select expense.tax_digits(?) || ' ' || expense.invoice_key(?)")
                                        .params(taxId, number)
                                        .query(String.class)
                                        .single()))
                        .isEqualTo(key.sellerDigits() + " " + key.number());
            }
        }
    }

    /** What rules and the application don't let anybody write: as it stood before. */
    private void rewritten(String sql) throws Exception {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + company.id() + "', true)");
            statement.execute("alter table expense.line disable trigger user");
            statement.execute("alter table expense.coding disable trigger user");
            statement.execute(sql);
            statement.execute("alter table expense.line enable trigger user");
            statement.execute("alter table expense.coding enable trigger user");
            connection.commit();
        }
    }

    private PurchaseInvoiceId registered(String number) {
        InvoiceDesk desk = beans.createBean(InvoiceDesk.class);
        return desk.received(
                company,
                SampleInvoice.to(company.taxId())
                        .number(number)
                        .seller("Hotel Sp. z o.o.", "PL" + SELLER, "PL")
                        .line("Room", "200.00", "S", "23")
                        .build());
    }

    private void approve() {
        decide(superior, APPROVER, "approve", null, null);
    }

    private void post(UUID line, String taxCode, @org.jspecify.annotations.Nullable String postingDate) {
        decide(
                accountant,
                ACCOUNTANT,
                "post",
                null,
                Objects.requireNonNull(coding(line, taxCode, postingDate)).toString());
    }

    private static tools.jackson.databind.JsonNode coding(
            UUID line, String taxCode, @org.jspecify.annotations.Nullable String postingDate) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .readTree("{" + (postingDate == null ? "" : "\"postingDate\":\"" + postingDate + "\",")
                        + "\"lines\":[{\"line\":\"" + line
                        + "\",\"account\":\"409-01\",\"costCentre\":\"200\",\"taxCode\":\"" + taxCode + "\"}]}");
    }

    private String coded(String invoice) {
        return coded(invoice, null);
    }

    private String coded(String invoice, @org.jspecify.annotations.Nullable UUID line) {
        return "insert into expense.coding (company_id, line_id, account, tax_code, coded_by, coded_at, seller_id,"
                + " seller_digits, invoice_key) select l.company_id, l.id, '409-01', 'Z23', 'person:" + accountant
                + "', now(), (select party_id from party.tax_id t where t.company_id = l.company_id and t.number = '"
                + SELLER + "' limit 1), " + invoice + " from expense.line l"
                + (line == null ? "" : " where l.id = '" + line + "'");
    }

    private List<String> months(ClaimView claim) {
        return company.inTransaction(() -> jdbc.sql("select distinct vat_period from tax.vat_register_row"
                        + " where company_id = ? and posting_key = ?")
                .params(company.id().value(), "expense-claim:" + claim.id())
                .query(String.class)
                .list());
    }
}
