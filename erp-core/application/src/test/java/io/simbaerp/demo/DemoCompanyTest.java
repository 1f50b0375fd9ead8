package io.simbaerp.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.PageUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What somebody finds who starts the demo: every situation promised, and books that balance. */
@StoryTest
@TestPropertySource(properties = "simba.demo.documents=false")
class DemoCompanyTest {

    private static final List<String> PEOPLE = List.of("accountant", "manager", "director", "treasurer");
    private static boolean filled;

    @Autowired
    Simba simba;

    @Autowired
    DemoFilling filling;

    @Autowired
    DemoPeople people;

    @Autowired
    DemoSuppliers suppliers;

    @Autowired
    DemoIntake intake;

    @Autowired
    DemoDesk desk;

    @BeforeEach
    void fillOnce() {
        if (!filled) {
            run(this::stopInTheMiddleOfTheFirstDocument);
            AtomicInteger asked = new AtomicInteger();
            fill(() -> asked.incrementAndGet() <= 20);
            assertThat(documents()).as("stopped in the middle").hasSize(20);
            fill(() -> true);
            filled = true;
        }
    }

    /** The filling in the background, as at a start; the engine's jobs run here. */
    private void fill(BooleanSupplier wanted) {
        run(() -> filling.fill(wanted));
    }

    private void stopInTheMiddleOfTheFirstDocument() {
        people.watching(people.company().orElseThrow(), () -> {
            DemoSupplier.all().values().forEach(suppliers::take);
            List<DemoDocument> all = intake.all();
            DemoDocument first = all.get(0);
            desk.follow(
                    intake.receive(first, all),
                    first.steps().subList(0, 1),
                    first.lines().size());
        });
    }

    private void run(Runnable background) {
        CompletableFuture<Void> work = CompletableFuture.runAsync(background);
        while (!work.isDone()) {
            simba.runDueJobs();
        }
        work.join();
    }

    @Test
    void goesOnAfterAStopAndPreparesNothingTwice() {
        Map<String, List<JsonNode>> before = documents();
        assertThat(before.keySet()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(before.values()).allSatisfy(same -> assertThat(same).hasSize(1));

        fill(() -> true);

        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void documentsStandAtEveryPointOfTheirWay() {
        assertThat(inState("POSTED")).hasSizeGreaterThan(40).contains("czynsz-1.xml", "it-2.xml", "maszyny-1.xml");
        assertThat(inState("REJECTED")).containsExactly("it-3.xml");
        assertThat(inState("QUARANTINED")).containsExactly("plik-uszkodzony.xml");
        assertThat(inState("IN_PROCESS")).hasSizeGreaterThan(15);
        assertThat(inState("RECEIVED")).hasSize(4).allSatisfy(plain -> assertThat(plain)
                .matches(".*\\.(pdf|png)"));
    }

    @Test
    void everyPromisedSituationWaitsForItsPerson() {
        assertThat(taskAbout("accountant", "biuro-4-powtorka.xml").path("key").asString())
                .isEqualTo("Task_DecideDuplicate");
        assertThat(taskAbout("accountant", "osprzet-3.xml").path("key").asString())
                .isEqualTo("Task_ProvideRate");
        assertThat(taskAbout("accountant", "druk-1.xml").path("key").asString()).isEqualTo("Task_DecideSupplier");
        assertThat(taskAbout("accountant", "nie-nasza.xml").path("key").asString())
                .isEqualTo("Task_DecideBuyer");
        assertThat(taskAbout("accountant", "it-4.xml").path("key").asString()).isEqualTo("Task_CodeInvoice");
        assertThat(simba.timelineOf(id("it-4.xml"))).contains("approval-returned");
        assertThat(taskAbout("manager", "transport-9.xml").path("key").asString())
                .isEqualTo("Task_ApproveInvoice");
        assertThat(taskAbout("director", "kancelaria-3.xml").path("key").asString())
                .isEqualTo("Task_ApproveInvoice");
    }

    @Test
    void whatIsConfidentialIsSeenByWhomItConcerns() {
        assertThat(documents()).doesNotContainKey("lista-plac.pdf");
        JsonNode seen = simba.as("personnel")
                .get("/api/v1/documents?limit=100&text=lista-plac")
                .expect(200)
                .body()
                .path("items");
        assertThat(seen).hasSize(1);
        assertThat(simba.as("personnel")
                        .get("/api/v1/documents/" + seen.get(0).path("id").asString() + "/class")
                        .expect(200)
                        .get("code"))
                .isEqualTo("payroll");
    }

    @Test
    void oneEntryAboveTheLimitWaitsForASecondPersonAndOneCameBack() {
        List<String> states = new ArrayList<>();
        simba.as("accountant")
                .get("/api/v1/entry-proposals")
                .expect(200)
                .body()
                .forEach(proposal -> states.add(proposal.path("state").asString()));
        assertThat(states).containsExactlyInAnyOrder("PROPOSED", "RETURNED");
    }

    @Test
    void oneTaskIsLate() {
        List<String> late = new ArrayList<>();
        for (String person : PEOPLE) {
            for (JsonNode task : simba.as(person)
                    .get("/api/v1/tasks?view=mine&state=open&limit=100")
                    .expect(200)
                    .body()
                    .path("items")) {
                if (task.path("dueAt").asString().compareTo("2026-11-20T09:47") < 0) {
                    late.add(task.path("documentId").asString());
                }
            }
        }
        assertThat(late).containsExactly(id("hotel-3.xml"));
    }

    @Test
    void anInvoiceAsksToBePaidOnAnotherAccountThanTheConfirmedOne() {
        JsonNode supplier = null;
        for (JsonNode party :
                simba.as("treasurer").get("/api/v1/parties?limit=100").body().path("items")) {
            supplier = party.path("name").asString().startsWith("Mewex") ? party : supplier;
        }
        List<Boolean> confirmed = new ArrayList<>();
        simba.as("treasurer")
                .get("/api/v1/parties/" + supplier.path("id").asString())
                .expect(200)
                .body()
                .path("accounts")
                .forEach(account -> confirmed.add(account.path("confirmed").asBoolean()));
        assertThat(confirmed).containsExactlyInAnyOrder(true, false);
    }

    /** Whoever opens a troubled document, or its task, reads there what the trouble is; the late one stands on the desk. */
    @Test
    void everyTroubleIsSaidOnTheDocumentItself() {
        assertThat(shown("kurier-5.xml")).as("changed account").contains("an account the supplier has not used before");
        assertThat(shown("kurier-5.xml").replaceAll("[^0-9]", "")).contains("90999000010000555000111222");
        assertThat(finding("biuro-4-powtorka.xml", "duplicate")).as("duplicate").contains("FS/812/");
        assertThat(PageUser.signIn(simba.url(), "accountant", "accountant")
                        .get("/tasks/"
                                + taskAbout("accountant", "osprzet-3.xml")
                                        .path("id")
                                        .asString())
                        .text())
                .as("missing rate")
                .contains("AUD", "rate");
        assertThat(shown("it-3.xml")).as("rejected").contains("<span class=\"pill is-bad\">Rejected</span>");
    }

    /** The text of a document's page. */
    private String shown(String fileName) {
        return PageUser.signIn(simba.url(), "accountant", "accountant")
                .get("/documents/" + id(fileName))
                .text();
    }

    private String finding(String fileName, String rule) {
        JsonNode findings = simba.as("accountant")
                .get("/api/v1/documents/" + id(fileName))
                .expect(200)
                .body()
                .path("findings");
        for (JsonNode finding : findings) {
            if (finding.toString().contains(rule)) {
                return finding.toString();
            }
        }
        throw new AssertionError(fileName + " does not say " + rule + ": " + findings);
    }

    @Test
    void aPaymentRunWaitsForItsApproverAndShowsWhatIsBlocked() {
        JsonNode runs = simba.as("treasurer")
                .get("/api/v1/payment-runs")
                .expect(200)
                .body()
                .path("items");
        assertThat(runs).hasSize(1);
        JsonNode run = simba.as("treasurer")
                .get("/api/v1/payment-runs/" + runs.get(0).path("id").asString())
                .expect(200)
                .body();
        assertThat(run.path("state").asString()).isEqualTo("IN_APPROVAL");
        assertThat(run.path("orders")).isNotEmpty();
        assertThat(run.path("blocked")).isNotEmpty();
    }

    @Test
    void theOfficesClientHasItsOwnDocumentsAndBothAreCountedOnOnePage() {
        List<String> states = new ArrayList<>();
        simba.as("accountant")
                .ask("GET", "/api/v1/documents?limit=100", "", "Simba-Company", "9990077904")
                .expect(200)
                .body()
                .path("items")
                .forEach(document -> states.add(document.path("state").asString()));
        assertThat(states).hasSize(8);
        assertThat(states.stream().filter("POSTED"::equals)).hasSize(5);
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        String office = accountant.get("/companies").text().replaceAll("\\s+", " ");
        int ours = documents().size();
        assertThat(office)
                .contains("Korabia Handel", "Szanta Bistro")
                .contains("<td class=\"r\">" + ours + "</td>", "<td class=\"r\">8</td>")
                .contains("<td class=\"r\">" + (ours + 8) + "</td>");
        assertThat(PageUser.signIn(simba.url(), "auditor", "auditor")
                        .get("/companies")
                        .status())
                .as("who has no tasks looks at it as well")
                .isEqualTo(200);
        assertThat(simba.as("manager")
                        .ask("GET", "/api/v1/documents", "", "Simba-Company", "9990077904")
                        .status())
                .as("the bistro is nothing to the office's manager")
                .isEqualTo(404);
    }

    /** Each posted invoice proposed once more from nothing but those before it: what the machine would have got right. */
    @Test
    void moreThanHalfOfItsCodingWouldHaveBeenProposedRightFromSoShortAPast() {
        JsonNode report = simba.as("accountant")
                .get("/api/v1/reports/coding-hit-rate")
                .expect(200)
                .body();
        System.out.printf(
                "Coding hit rate of the demo company: %s invoices, %s lines, right in all three %s %% (account %s, cost"
                        + " centre %s, VAT code %s); %s lines with a precedent, %s %% of them; invoices without a change %s %%%n",
                report.path("invoices"),
                report.path("all").path("lines"),
                report.path("all").path("right"),
                report.path("all").path("account"),
                report.path("all").path("costCentre"),
                report.path("all").path("taxCode"),
                report.path("followed").path("lines"),
                report.path("followed").path("right"),
                report.path("unchanged"));
        assertThat(report.path("invoices").asInt()).isGreaterThan(40);
        assertThat(report.path("all").path("right").decimalValue()).isGreaterThan(new BigDecimal("55"));
        assertThat(report.path("followed").path("right").decimalValue()).isGreaterThan(new BigDecimal("90"));
    }

    @Test
    void theBooksBalanceAndAreAlive() {
        BigDecimal debit = BigDecimal.ZERO;
        BigDecimal credit = BigDecimal.ZERO;
        List<String> used = new ArrayList<>();
        for (JsonNode row : simba.as("accountant")
                .get("/api/v1/reports/trial-balance?from=2026-01-01&to=2026-12-31")
                .expect(200)
                .body()
                .path("rows")) {
            BigDecimal turnover = amount(row.path("debit")).add(amount(row.path("credit")));
            debit = debit.add(amount(row.path("debit")));
            credit = credit.add(amount(row.path("credit")));
            if (turnover.signum() != 0) {
                used.add(row.path("account").asString());
            }
        }
        assertThat(debit).isEqualByComparingTo(credit).isGreaterThan(new BigDecimal("100000"));
        assertThat(used).contains("202", "223-01", "222-02", "223-02", "402-03", "401-02", "080-01");
    }

    private Map<String, List<JsonNode>> documents() {
        Map<String, List<JsonNode>> found = new TreeMap<>();
        String next = "";
        do {
            JsonNode page = simba.as("accountant")
                    .get("/api/v1/documents?limit=100" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200)
                    .body();
            page.path("items").forEach(document -> found.computeIfAbsent(
                            document.path("fileName").asString(), name -> new ArrayList<>())
                    .add(document));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return found;
    }

    private List<String> inState(String state) {
        return documents().entrySet().stream()
                .filter(document ->
                        document.getValue().get(0).path("state").asString().equals(state))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String id(String fileName) {
        return documents()
                .getOrDefault(fileName, Collections.emptyList())
                .get(0)
                .path("id")
                .asString();
    }

    private JsonNode taskAbout(String person, String fileName) {
        return simba.taskOf(person, id(fileName));
    }

    private static BigDecimal amount(JsonNode money) {
        return money.isObject() ? new BigDecimal(money.path("amount").asString()) : BigDecimal.ZERO;
    }
}
