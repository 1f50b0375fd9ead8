package io.simbaerp.story;

import static io.simbaerp.story.Treasury.blockedOf;
import static io.simbaerp.story.Treasury.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What becomes of a posted invoice until the bank has the order to pay it. Each story brings a supplier of its own. */
@StoryTest
class PaymentStory {

    private static final String FIRST = "PL61109010140000071219812874";
    private static final String SECOND = "PL27114020040000300201355387";

    @Autowired
    Simba simba;

    @Autowired
    MailPeople people;

    private Treasury treasury;

    @BeforeEach
    void open() {
        treasury = new Treasury(simba);
    }

    @Test
    void aPostedInvoiceIsPaidByAFileASecondPersonApproved() {
        String document = posted("Bednarz", "9990066011", "1", "1000.00");
        treasury.confirmAccounts("Bednarz");

        JsonNode run = treasury.propose("PLN");
        assertThat(run.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(run.path("number").asString()).matches("PAY/\\d{4}/\\d{6}");
        assertThat(amount(orderOf(run, document))).isEqualTo("1230.00");
        assertThat(orderOf(run, document).path("iban").asString()).isEqualTo(FIRST);

        treasury.send(run);
        assertThat(state(run)).isEqualTo("IN_APPROVAL");
        treasury.decide("manager", run, Map.of("outcome", "approve")).expect(200);
        assertThat(state(run)).isEqualTo("RELEASED");
        assertThat(treasury.file(run)).contains("pain.001.001.09", "1230.00", "PAYS/1/2026", FIRST);
        assertThat(simba.timelineOf(document)).containsSubsequence("payment-run-proposed", "payment-run-released");
        treasury.cancel(run);
    }

    @Test
    void anItemIsOrderedOnceUntilItsRunIsCancelled() {
        String document = posted("Kaletnik", "9990066022", "2", "200.00");
        treasury.confirmAccounts("Kaletnik");
        JsonNode first = treasury.approved(treasury.propose("PLN"));
        assertThat(first.path("state").asString()).isEqualTo("RELEASED");

        JsonNode second = treasury.propose("PLN");
        assertThat(blockedOf(second, document).path("reason").asString()).isEqualTo("IN_ANOTHER_RUN");
        assertThat(blockedOf(second, document).path("text").asString())
                .contains(first.path("number").asString());
        Map<String, ?> refusedByBank = Map.of("reason", "The bank refused the file", "confirmed", true);
        assertThat(treasury.move("treasurer", first, "cancel", refusedByBank)
                        .expect(422)
                        .get("rule"))
                .as("its file may be with the bank")
                .isEqualTo("payment-run.released-needs-approver");
        treasury.move("treasurer", first, "cancel-released", refusedByBank).expect(403);
        for (Map.Entry<String, Map<String, ?>> wrong : Map.<String, Map<String, ?>>of(
                        "payment-run.reason-missing", Map.of("reason", " ", "confirmed", true),
                        "payment-run.cancel-unconfirmed", Map.of("reason", "The bank refused the file"))
                .entrySet()) {
            assertThat(treasury.move("director", first, "cancel-released", wrong.getValue())
                            .expect(422)
                            .get("rule"))
                    .isEqualTo(wrong.getKey());
        }
        treasury.move("director", first, "cancel-released", refusedByBank).expect(200);
        assertThat(simba.timelineOf(document)).containsSubsequence("payment-run-released", "payment-run-cancelled");
        JsonNode third = treasury.propose("PLN");
        assertThat(amount(orderOf(third, document))).isEqualTo("246.00");
        treasury.cancel(third);
        treasury.cancel(second);
    }

    @Test
    void whoProposedOrCodedNeverApproves() {
        String document = posted("Zdun", "9990066033", "3", "300.00");
        treasury.confirmAccounts("Zdun");
        JsonNode run = treasury.propose("PLN");
        assertThat(orderOf(run, document)).isNotNull();
        treasury.send(run);
        assertThat(treasury.tasksOf("treasurer", run)).isEmpty();
        assertThat(treasury.tasksOf("accountant", run)).isEmpty();
        simba.as("accountant")
                .post("/api/v1/payment-runs", Map.of("dueUntil", "2026-12-31", "accountId", treasury.ownAccount("PLN")))
                .expect(403);
        treasury.cancel(run);
        assertThat(treasury.tasksOf("manager", run)).isEmpty();
    }

    /** They coded an invoice of the run as an accountant, and are a manager since. */
    @Test
    void whoeverCodedWhatARunPaysIsRefusedThoughTheyMayApproveRuns() {
        MailPeople.Colleague both = people.register("accountant");
        String document = simba.receive(
                InvoiceXml.numbered("PAYS/3C/2026").from("Zdun", "9990066033").line("Towar", "310.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide(both.login(), document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        treasury.confirmAccounts("Zdun");
        JsonNode run = treasury.propose("PLN");
        assertThat(orderOf(run, document)).isNotNull();
        both = people.changed(both, "manager");
        treasury.send(run);
        JsonNode task = treasury.tasksOf("manager", run).get(0);
        RestUser.Answer answer = both.rest()
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/complete",
                        Map.of(
                                "outcome",
                                "approve",
                                "contentHash",
                                task.path("contentHash").asString()))
                .expect(422);
        assertThat(answer.get("rule")).isEqualTo("approval.own-work-coded");
        assertThat(state(run)).isEqualTo("IN_APPROVAL");
        treasury.decide("manager", run, Map.of("outcome", "approve")).expect(200);
        assertThat(state(run)).isEqualTo("RELEASED");
        treasury.cancel(run);
        people.leave(both);
    }

    @Test
    void anAccountNobodyConfirmedBlocksTheItem() {
        String document = posted("Garncarz", "9990066044", "4", "400.00");
        JsonNode run = treasury.propose("PLN");
        assertThat(blockedOf(run, document).path("reason").asString()).isEqualTo("ACCOUNT_UNCONFIRMED");
        treasury.send(run);
        String item = blockedOf(run, document).path("openItemId").asString();
        assertThat(treasury.move("manager", run, "blocked/" + item + "/let-through", Map.of("reason", "It is urgent"))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("payment-run.never-let-through");
        treasury.cancel(run);

        treasury.confirmAccounts("Garncarz");
        JsonNode next = treasury.propose("PLN");
        assertThat(amount(orderOf(next, document))).isEqualTo("492.00");
        treasury.cancel(next);
    }

    @Test
    void aDifferentAccountOnTheInvoiceIsAFindingAndAProposedChange() {
        posted("Rymarz", "9990066055", "5", "50.00");
        treasury.confirmAccounts("Rymarz");
        String document = treasury.posted(InvoiceXml.numbered("PAYS/5B/2026")
                .from("Rymarz", "9990066055")
                .account(SECOND)
                .line("Pasy", "500.00", "23"));

        JsonNode proposed = account(SECOND);
        assertThat(proposed.path("confirmed").asBoolean()).isFalse();
        assertThat(proposed.path("source").asString()).isEqualTo("document:" + document);
        JsonNode shown = simba.as("accountant")
                .get("/api/v1/documents/" + document)
                .expect(200)
                .body();
        assertThat(shown.path("findings").toString()).contains("supplier.new-account", "5387");
        JsonNode run = treasury.propose("PLN");
        assertThat(blockedOf(run, document).path("reason").asString()).isEqualTo("ACCOUNT_UNCONFIRMED");
        treasury.cancel(run);

        treasury.confirmAccounts("Rymarz");
        JsonNode next = treasury.propose("PLN");
        assertThat(orderOf(next, document).path("iban").asString()).isEqualTo(SECOND);
        treasury.cancel(next);
    }

    @Test
    void anAccountThatIsWithdrawnWhileItsRunWaitsIsNotPaidTo() {
        String withdrawn = posted("Snycerz", "9990067011", "W1", "100.00");
        String paid = posted("Stolarz", "9990067022", "W2", "200.00");
        treasury.confirmAccounts("Snycerz");
        treasury.confirmAccounts("Stolarz");
        JsonNode run = treasury.propose("PLN");
        assertThat(orderOf(run, withdrawn)).isNotNull();
        treasury.send(run);
        simba.as("accountant")
                .post(withdrawal("Snycerz"), Map.of("reason", "Not mine to say"))
                .expect(403);
        assertThat(simba.as("treasurer")
                        .post(withdrawal("Snycerz"), Map.of("reason", " "))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("bank-account.reason-missing");
        String address = withdrawal("Snycerz");
        simba.as("treasurer")
                .post(address, Map.of("reason", "The supplier called: stolen mailbox"))
                .expect(200);
        assertThat(simba.as("treasurer")
                        .post(address, Map.of("reason", "Again"))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("bank-account.withdrawn-already");

        treasury.decide("manager", run, Map.of("outcome", "approve")).expect(200);
        JsonNode released = treasury.run(run.path("id").asString());
        assertThat(released.path("state").asString()).isEqualTo("RELEASED");
        assertThat(treasury.file(run)).contains("PAYS/W2/2026").doesNotContain("PAYS/W1/2026");
        assertThat(orderOf(released, paid)).isNotNull();
        assertThat(blockedOf(released, withdrawn).path("reason").asString()).isEqualTo("ACCOUNT_WITHDRAWN");

        JsonNode next = treasury.propose("PLN");
        assertThat(blockedOf(next, withdrawn).path("reason").asString()).isEqualTo("ACCOUNT_NEW");
        treasury.cancel(next);
        String party = treasury.party("Snycerz").path("id").asString();
        simba.as("accountant")
                .post("/api/v1/parties/" + party + "/accounts", Map.of("iban", FIRST, "documentId", withdrawn))
                .expect(201);
        treasury.confirmAccounts("Snycerz");
        JsonNode last = treasury.propose("PLN");
        assertThat(orderOf(last, withdrawn).path("iban").asString()).isEqualTo(FIRST);
        treasury.cancel(last);
        treasury.cancel(run);
    }

    private String withdrawal(String supplier) {
        JsonNode party = treasury.party(supplier);
        return "/api/v1/parties/" + party.path("id").asString() + "/accounts/"
                + party.path("accounts").get(0).path("id").asString() + "/withdraw";
    }

    private JsonNode account(String iban) {
        for (JsonNode account : treasury.party("Rymarz").path("accounts")) {
            if (account.path("iban").asString().equals(iban)) {
                return account;
            }
        }
        throw new AssertionError(iban + " was not proposed");
    }

    @Test
    void aboveTheWhiteListLimitTheApproverLetsOneThroughAloneWithAReason() {
        String document = posted("Ludwisarz", "9990066066", "6", "12200.00");
        treasury.confirmAccounts("Ludwisarz");
        JsonNode run = treasury.propose("PLN");
        JsonNode blocked = blockedOf(run, document);
        assertThat(blocked.path("reason").asString()).isEqualTo("WHITE_LIST");
        assertThat(blocked.path("mayBeLetThrough").asBoolean()).isTrue();
        treasury.send(run);
        String through = "blocked/" + blocked.path("openItemId").asString() + "/let-through";
        treasury.move("treasurer", run, through, Map.of("reason", "I know them"))
                .expect(403);
        assertThat(treasury.move("manager", run, through, Map.of()).expect(422).get("rule"))
                .isEqualTo("payment-run.reason-missing");
        String seen =
                treasury.tasksOf("manager", run).get(0).path("contentHash").asString();
        treasury.move("manager", run, through, Map.of("reason", "Asked the tax office by phone"))
                .expect(200);

        treasury.decide("manager", run, Map.of("outcome", "approve", "contentHash", seen))
                .expect(409);
        treasury.decide("manager", run, Map.of("outcome", "approve")).expect(200);
        JsonNode released = treasury.run(run.path("id").asString());
        assertThat(released.path("state").asString()).isEqualTo("RELEASED");
        JsonNode order = orderOf(released, document);
        assertThat(order.path("items").size()).isEqualTo(1);
        assertThat(order.path("letThrough").path("comment").asString()).isEqualTo("Asked the tax office by phone");
        assertThat(treasury.file(run)).contains("15006.00");
        treasury.cancel(run);
    }

    @Test
    void aSplitPaymentIsShownAsBlockedAndCarriesItsTitleWhenLetThrough() {
        String document = treasury.posted(InvoiceXml.numbered("PAYS/7/2026")
                .from("Gwozdzarz", "9990066077")
                .note("Mechanizm podzielonej płatności")
                .line("Gwoździe", "600.00", "23"));
        treasury.confirmAccounts("Gwozdzarz");
        JsonNode run = treasury.propose("PLN");
        JsonNode blocked = blockedOf(run, document);
        assertThat(blocked.path("reason").asString()).isEqualTo("SPLIT_PAYMENT");
        treasury.send(run);
        treasury.move(
                        "manager",
                        run,
                        "blocked/" + blocked.path("openItemId").asString() + "/let-through",
                        Map.of("reason", "The VAT account is theirs"))
                .expect(200);
        treasury.decide("manager", run, Map.of("outcome", "approve")).expect(200);
        JsonNode order = orderOf(treasury.run(run.path("id").asString()), document);
        assertThat(order.path("title").asString()).startsWith("/VAT/138,00/IDC/9990066077/INV/PAYS/7/2026/TXT/");
        assertThat(order.path("kind").asString()).isEqualTo("SPLIT");
        assertThat(treasury.file(run)).contains(order.path("title").asString());
        treasury.cancel(run);
    }

    @Test
    void creditsAreNettedAndNoOrderIsNegative() {
        String invoice = posted("Powroznik", "9990066088", "8", "1000.00");
        String credit = treasury.posted(InvoiceXml.numbered("PAYS/8K/2026")
                .from("Powroznik", "9990066088")
                .creditNote()
                .line("Zwrot lin", "100.00", "23"));
        String tooMuch = treasury.posted(InvoiceXml.numbered("PAYS/8L/2026")
                .from("Powroznik", "9990066088")
                .creditNote()
                .line("Zwrot partii", "5000.00", "23"));
        treasury.confirmAccounts("Powroznik");
        JsonNode run = treasury.propose("PLN");
        assertThat(orderOf(run, invoice)).isEqualTo(orderOf(run, credit));
        assertThat(amount(orderOf(run, invoice))).isEqualTo("1107.00");
        assertThat(blockedOf(run, tooMuch).path("reason").asString()).isEqualTo("CREDIT_LEFT");
        treasury.cancel(run);
    }

    @Test
    void euroGoBySepaAndOtherCurrenciesAreRefusedWithTheReason() {
        String euro = treasury.posted(InvoiceXml.numbered("PAYS/9/2026")
                .in("EUR")
                .from("Platnerz", "9990066099")
                .line("Pancerz", "100.00", "23"));
        String dollar = treasury.posted(InvoiceXml.numbered("PAYS/9U/2026")
                .in("USD")
                .from("Platnerz", "9990066099")
                .line("Armor", "100.00", "23"));
        treasury.confirmAccounts("Platnerz");
        JsonNode run = treasury.propose("EUR");
        assertThat(orderOf(run, euro).path("kind").asString()).isEqualTo("SEPA");
        assertThat(blockedOf(run, dollar).path("reason").asString()).isEqualTo("CURRENCY_REFUSED");
        assertThat(blockedOf(run, dollar).path("text").asString()).contains("USD");
        treasury.approved(run);
        assertThat(treasury.file(run)).contains("<Cd>SEPA</Cd>", "Ccy=\"EUR\">123.00");
        treasury.cancel(run);
    }

    @Test
    void aReturnedRunIsAProposalAgainAndARejectedOneEnds() {
        String document = posted("Kolodziej", "9990066100", "10", "70.00");
        treasury.confirmAccounts("Kolodziej");
        JsonNode run = treasury.propose("PLN");
        treasury.send(run);
        treasury.decide("manager", run, Map.of("outcome", "return")).expect(422);
        treasury.decide("manager", run, Map.of("outcome", "return", "comment", "Leave the wheels for later"))
                .expect(200);
        JsonNode returned = treasury.run(run.path("id").asString());
        assertThat(returned.path("state").asString()).isEqualTo("PROPOSED");
        assertThat(returned.path("note").asString()).isEqualTo("Leave the wheels for later");

        String order = orderOf(returned, document).path("id").asString();
        simba.as("treasurer")
                .delete("/api/v1/payment-runs/" + run.path("id").asString() + "/orders/" + order)
                .expect(200);
        String other = posted("Kolodziej", "9990066100", "10B", "80.00");
        JsonNode second = treasury.propose("PLN");
        assertThat(amount(orderOf(second, document))).isEqualTo("86.10");
        assertThat(amount(orderOf(second, other))).isEqualTo("98.40");
        treasury.send(second);
        treasury.decide("director", second, Map.of("outcome", "reject", "comment", "Not this month"))
                .expect(200);
        JsonNode rejected = treasury.run(second.path("id").asString());
        assertThat(rejected.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(rejected.path("cancelReason").asString()).isEqualTo("Not this month");
        treasury.cancel(run);
    }

    @Test
    void whatTheSupplierSaysWasPaidIsNotPaidAgain() {
        StructuredXml paid = StructuredXml.numbered("PAYS/PAID/2026")
                .from("Kiosk Portowy", "9990067017")
                .totals("100.00", "23.00", "123.00")
                .line(1, "Znaczki", "100.00", false)
                .paid();
        String document = simba.as("accountant")
                .upload(paid.bytes(), "paid.xml", "")
                .expect(201)
                .get("id");
        simba.runDueJobs();
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);

        JsonNode run = treasury.propose("PLN");
        JsonNode blocked = blockedOf(run, document);
        assertThat(blocked.path("reason").asString()).isEqualTo("PAID_BEFORE");
        assertThat(blocked.path("text").asString()).contains("bank");
        assertThat(blocked.path("amount").path("amount").asString()).isEqualTo("123.00");
        JsonNode said = simba.as("accountant")
                .get("/api/v1/open-items?paidBefore=yes&text=PAYS/PAID/2026")
                .expect(200)
                .body()
                .path("items");
        assertThat(said).singleElement().satisfies(item -> {
            assertThat(item.path("paidBefore").path("amount").asString()).isEqualTo("123.00");
            assertThat(item.path("remaining").path("amount").asString()).isEqualTo("123.00");
        });
        treasury.cancel(run);
    }

    /** Said to be paid, above the limit of the White List and to be split: the approver sees all of it and decides about all. */
    @Test
    void everyReasonIsShownAndLettingThroughCoversThemAll() {
        posted("Kuznicarz", "9990067076", "K1", "10.00");
        treasury.confirmAccounts("Kuznicarz");
        StructuredXml paid = StructuredXml.numbered("PAYS/K2/2026")
                .from("Kuznicarz", "9990067076")
                .totals("20000.00", "4600.00", "24600.00")
                .line(1, "Kowadło", "20000.00", false)
                .splitPayment()
                .paid();
        String received = simba.as("accountant")
                .upload(paid.bytes(), "paid.xml", "")
                .expect(201)
                .get("id");
        simba.runDueJobs();
        String document = treasury.posted(received);

        JsonNode run = treasury.propose("PLN");
        JsonNode blocked = blockedOf(run, document);
        assertThat(blocked.path("reasons"))
                .extracting(reason -> reason.path("reason").asString())
                .containsExactly("PAID_BEFORE", "SPLIT_PAYMENT", "WHITE_LIST");
        assertThat(blocked.path("text").asString()).contains("bank statement", "split payment", "White List");
        assertThat(PageUser.signIn(simba.url(), "manager", "manager")
                        .get("/payment-runs/" + run.path("id").asString())
                        .text())
                .contains("bank statement", "split payment mechanism", "no proof from the White List today");
        treasury.send(run);
        treasury.move(
                        "manager",
                        run,
                        "blocked/" + blocked.path("openItemId").asString() + "/let-through",
                        Map.of("reason", "The cash was never handed over"))
                .expect(200);
        treasury.decide("manager", run, Map.of("outcome", "approve")).expect(200);
        JsonNode released = treasury.run(run.path("id").asString());
        assertThat(released.path("state").asString()).isEqualTo("RELEASED");
        assertThat(orderOf(released, document).path("letThrough").path("reasons"))
                .extracting(JsonNode::asString)
                .containsExactly("PAID_BEFORE", "SPLIT_PAYMENT", "WHITE_LIST");
        assertThat(treasury.file(run)).contains("24600.00", "/VAT/4600,00/");
        assertThat(PageUser.signIn(simba.url(), "treasurer", "treasurer")
                        .get("/payment-runs/" + run.path("id").asString())
                        .text())
                .contains(
                        "let it through: The cash was never handed over",
                        "In spite of: Paid according to the supplier",
                        "In spite of: To be paid by the split payment mechanism",
                        "In spite of: The invoice is above");
        treasury.cancel(run);
    }

    @Test
    void whatIsWrongWithAProposalIsSaidByItsField() {
        RestUser treasurer = simba.as("treasurer");
        assertThat(treasurer
                        .post("/api/v1/payment-runs", Map.of("dueUntil", "2026-12-31"))
                        .expect(422)
                        .get("field"))
                .isEqualTo("accountId");
        assertThat(treasurer
                        .post(
                                "/api/v1/payment-runs",
                                Map.of("dueUntil", "tomorrow", "accountId", treasury.ownAccount("PLN")))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("payment-run.day-unreadable");
        assertThat(treasurer
                        .post(
                                "/api/v1/payment-runs",
                                Map.of("dueUntil", "2020-01-01", "accountId", treasury.ownAccount("EUR")))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("payment-run.nothing-due");
        assertThat(treasurer
                        .post(
                                "/api/v1/bank-accounts",
                                Map.of("name", "Wrong", "iban", "PL61109010140000071219812875", "currency", "PLN"))
                        .expect(422)
                        .get("rule"))
                .isEqualTo("own-account.iban-wrong");
    }

    private String posted(String supplier, String taxId, String number, String net) {
        return treasury.posted(InvoiceXml.numbered("PAYS/" + number + "/2026")
                .from(supplier, taxId)
                .line("Towar", net, "23"));
    }

    private String state(JsonNode run) {
        return treasury.run(run.path("id").asString()).path("state").asString();
    }

    private static String amount(JsonNode order) {
        return order.path("amount").path("amount").asString();
    }
}
