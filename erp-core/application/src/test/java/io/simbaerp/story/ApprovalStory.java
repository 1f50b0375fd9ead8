package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Approvals as companies need them: what a decision binds to, how far it reaches, and who is asked. */
@StoryTest
class ApprovalStory {

    @Autowired
    Simba simba;

    @Test
    void theNextApproverSeesFieldByFieldWhatHasChangedSinceSomebodyDecided() {
        String document = coded("APPROVAL/1/2026", "200.00");
        JsonNode first = task("manager", document);
        assertThat(first.path("changes").isMissingNode()
                        || first.path("changes").isNull())
                .as("nobody has decided before")
                .isTrue();
        simba.decide("manager", document, Map.of("outcome", "return", "comment", "Cost centre 200, please"))
                .expect(200);
        simba.decide("accountant", document, Map.of("outcome", "send", "coding", coding("402-03", "200", "200.00")))
                .expect(200);

        JsonNode again = task("manager", document);
        assertThat(changes(again)).containsKey("invoice.changed.line-cost-centre");
        assertThat(changes(again).get("invoice.changed.line-cost-centre")).endsWith(" -> 200");
        assertThat(again.path("changes").get(0).path("label").asString()).doesNotStartWith("invoice.");
        String card = page("manager", again);
        assertThat(card)
                .contains("Cost centre 200, please", "<ins class=\"strong\">200")
                .doesNotContain("??");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void whatChangesWhileAnApproverIsAskedIsAskedAnewAndThePriorApprovalFalls() {
        String document = coded("APPROVAL/2/2026", "30000.00");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        String before = simba.taskOf("director", document).path("id").asString();
        simba.as("accountant")
                .put(
                        "/api/v1/documents/" + document + "/invoice/receipt",
                        Map.of("receivedOn", "2026-11-16", "reason", "It lay in another department"))
                .expect(200);
        simba.runDueJobs();

        assertThat(simba.tasksOf("director", document))
                .as("the first level is asked anew")
                .noneMatch(task -> task.path("id").asString().equals(before));
        JsonNode again = task("manager", document);
        assertThat(changes(again).get("invoice.content.received")).endsWith(" -> 2026-11-16");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.decide("director", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void aRollingLimitSeesThroughASplitInvoice() {
        String first = coded(ofSplitter("APPROVAL/3/2026"));
        String supplier = supplierOf("Dzielnik Sp. z o.o.");
        JsonNode limit = simba.as("admin")
                .post(
                        "/api/v1/rolling-limits",
                        Map.of(
                                "duty",
                                "APPROVE_INVOICE",
                                "persons",
                                "EACH",
                                "suppliers",
                                "ONE",
                                "partyId",
                                supplier,
                                "costCentres",
                                "TOGETHER",
                                "days",
                                30,
                                "amount",
                                Map.of("amount", "10000.00", "currency", "PLN"),
                                "reason",
                                "Nobody splits invoices"))
                .expect(201)
                .body();
        assertThat(left(task("manager", first))).isEqualTo("10000.00");
        simba.decide("manager", first, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(first)).isEqualTo("POSTED");

        String second = coded(ofSplitter("APPROVAL/4/2026"));
        JsonNode task = task("manager", second);
        assertThat(left(task)).isEqualTo("4000.00");
        assertThat(task.path("limits").get(0).path("exceeded").asBoolean()).isTrue();
        assertThat(page("manager", task))
                .contains("This goes beyond your limit")
                .doesNotContain("??");
        simba.decide("manager", second, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(second)).isEqualTo("IN_PROCESS");
        assertThat(simba.as("director")
                        .post(
                                "/api/v1/tasks/"
                                        + task("director", second).path("id").asString() + "/approvers",
                                Map.of("reason", "x"))
                        .get("rule"))
                .as("whoever is asked above a limit may add somebody too")
                .isEqualTo("approval.added-person-missing");
        simba.decide("director", second, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(second)).isEqualTo("POSTED");

        String end = "/api/v1/rolling-limits/" + limit.path("id").asString() + "/end";
        simba.as("admin").post(end, Map.of("reason", "The contract is signed")).expect(200);
        simba.as("admin").post(end + "/agree", Map.of()).expect(403);
        simba.as("director").post(end + "/agree", Map.of()).expect(200);
        String third = coded(ofSplitter("APPROVAL/5/2026"));
        assertThat(task("manager", third).path("limits").isArray()).isFalse();
        assertThat(PageUser.signIn(simba.url(), "director", "director")
                        .get("/rolling-limits")
                        .text())
                .contains("Dzielnik", "Nobody splits invoices", "The contract is signed")
                .doesNotContain("??");
    }

    @Test
    void ownersBudgetsAndRiskAreKeptByThoseWhoMayAndShownToApprovers() {
        String manager = personOf("manager");
        String owner = "/api/v1/cost-centre-owners/200";
        simba.as("accountant").put(owner, Map.of()).expect(403);
        simba.as("admin").put(owner, Map.of("from", "2020-01-01")).expect(422);
        simba.as("admin").put(owner, Map.of("person", personOf("admin"))).expect(422);
        simba.as("admin").put(owner, Map.of("person", manager)).expect(200);
        assertThat(simba.as("auditor")
                        .get("/api/v1/cost-centre-owners")
                        .expect(200)
                        .body()
                        .path("items")
                        .toString())
                .contains("\"code\":\"200\"", manager);
        PageUser admin = PageUser.signIn(simba.url(), "admin", "admin");
        assertThat(admin.get("/ledger/cost-centre-owners").text())
                .contains("Manager")
                .doesNotContain("??");
        simba.as("admin")
                .put(
                        "/api/v1/budgets",
                        Map.of(
                                "budgets",
                                List.of(Map.of(
                                        "costCentre",
                                        "200",
                                        "from",
                                        "2026-11",
                                        "to",
                                        "2026-11",
                                        "amount",
                                        Map.of("amount", "150.00", "currency", "PLN")))))
                .expect(200);
        assertThat(admin.get("/ledger/budgets").text()).contains("2026-11").doesNotContain("??");

        String document = simba.receive(InvoiceXml.numbered("APPROVAL/6/2026")
                .from("Szkoły Nowe Sp. z o.o.", "9981122344")
                .line("Szkolenie", "200.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        String supplier = simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice")
                .expect(200)
                .body()
                .path("supplier")
                .path("partyId")
                .asString();
        simba.as("manager")
                .put("/api/v1/parties/" + supplier + "/risk", Map.of("risk", "HIGH", "reason", "x"))
                .expect(403);
        simba.as("accountant")
                .put("/api/v1/parties/" + supplier + "/risk", Map.of("risk", "HIGH", "reason", " "))
                .expect(422);
        simba.as("accountant")
                .put("/api/v1/parties/" + supplier + "/risk", Map.of("risk", "HIGH", "reason", "In a restructuring"))
                .expect(200);
        simba.decide("accountant", document, Map.of("outcome", "send", "coding", coding("402-03", "200", "200.00")))
                .expect(200);
        JsonNode task = task("manager", document);
        JsonNode budget = task.path("budgets").get(0);
        assertThat(budget.path("added").path("amount").asString()).isEqualTo("200.00");
        assertThat(budget.path("left").path("amount").asString())
                .as("others were posted there before")
                .startsWith("-");
        JsonNode why = simba.as("manager")
                .get("/api/v1/tasks/" + task.path("id").asString() + "/why")
                .expect(200)
                .body()
                .path("inputs");
        assertThat(why.path("supplier-risk").asString()).isEqualTo("HIGH");
        assertThat(why.path("over-budget").asString()).isEqualTo("true");
        assertThat(why.path("cost-owners").asString()).isEqualTo("manager");
        assertThat(page("manager", task))
                .contains("Over budget", "Supplier risk")
                .doesNotContain("??");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.as("admin").put(owner, Map.of()).expect(200);
        simba.as("accountant")
                .put("/api/v1/parties/" + supplier + "/risk", Map.of("risk", "NORMAL", "reason", "It is over"))
                .expect(200);
    }

    private String personOf(String login) {
        for (JsonNode person :
                simba.as("admin").get("/api/v1/people").expect(200).body().path("items")) {
            if (person.path("login").asString().equals(login)) {
                return person.path("id").asString();
            }
        }
        throw new AssertionError("There is no " + login);
    }

    private static InvoiceXml ofSplitter(String number) {
        return InvoiceXml.numbered(number)
                .from("Dzielnik Sp. z o.o.", "9981122338")
                .line("Szkolenie", "6000.00", "23");
    }

    private String supplierOf(String name) {
        for (JsonNode party : simba.as("accountant")
                .get("/api/v1/parties?q=Dzielnik")
                .expect(200)
                .body()
                .path("items")) {
            if (party.path("name").asString().equals(name)) {
                return party.path("id").asString();
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private static String left(JsonNode task) {
        return task.path("limits").get(0).path("left").path("amount").asString();
    }

    private String coded(String number, String net) {
        return coded(InvoiceXml.numbered(number)
                .from("Szkoły Nowe Sp. z o.o.", "9981122344")
                .line("Szkolenie", net, "23"));
    }

    private String coded(InvoiceXml invoice) {
        String document = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }

    private static Map<String, Object> coding(String account, String costCentre, String net) {
        return Map.of(
                "lines",
                List.of(Map.of(
                        "line", "1", "account", account, "costCentre", costCentre, "taxCode", "Z23", "net", net)));
    }

    /** The person's one task about the document, with everything it tells. */
    private JsonNode task(String person, String document) {
        String id = simba.taskOf(person, document).path("id").asString();
        return simba.as(person).get("/api/v1/tasks/" + id).expect(200).body();
    }

    private static Map<String, String> changes(JsonNode task) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (JsonNode change : task.path("changes")) {
            changes.put(
                    change.path("key").asString(),
                    change.path("before").asString() + " -> "
                            + change.path("after").asString());
        }
        return changes;
    }

    private String page(String person, JsonNode task) {
        return PageUser.signIn(simba.url(), person, person)
                .get("/tasks/" + task.path("id").asString())
                .text();
    }
}
