package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Asking the coder before deciding: the card stays, the answer comes to it. */
@BrowserTest
class AskingTest {

    @Autowired
    Simba simba;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
        Desks.clear(simba, "manager");
        Desks.clear(simba, "accountant");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Waits for an answer, 'waits for an answer', Manager asks, A question was asked",
        "pl, Czeka na odpowiedź, 'czeka na odpowiedź', Manager pyta, Zadano pytanie"
    })
    void theManagerAsksWithOneKeyAndTheAnswerComesToTheCard(
            String language, String waits, String listed, String asks, String told) {
        String document = toApprove("ASK/" + language);
        Page manager = chromium.signedIn("manager", language, 1440, 900);
        manager.navigate("/tasks/" + task("manager", document));
        manager.keyboard().press("q");
        assertThat(manager.locator("#ask")).isVisible();
        assertThat(manager.locator("#ask select option:checked")).hasText("Accountant");
        manager.locator("#ask textarea").fill("Why twice in a week?");
        Chromium.readable(manager, language + "-asking");
        manager.keyboard().press("Control+Enter");
        assertThat(manager.locator(".asked .pill")).hasText(waits);
        assertThat(manager.locator(".asked")).containsText("Why twice in a week?");
        Chromium.readable(manager, language + "-asked");
        manager.navigate("/tasks");
        assertThat(manager.locator("tr", new Page.LocatorOptions().setHasText("ASK/" + language)))
                .containsText(listed);

        Page phone = chromium.signedIn("accountant", language, 390, 844);
        phone.navigate("/tasks/next");
        assertThat(phone.locator(".question-card")).containsText(asks);
        assertThat(phone.locator(".question-card")).containsText("Why twice in a week?");
        assertThat(phone.locator(".paper, .invoice-paper, .desk-paper").first()).containsText("Naprawa wózka WZ-3");
        phone.locator("[name=answer]").fill("Two trucks, two repairs.");
        Chromium.readable(phone, language + "-answering-phone");
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        phone.locator("button[value=answer]").click();
        phone.waitForURL("**/tasks");
        simba.runDueJobs();

        manager.navigate("/tasks/" + task("manager", document));
        assertThat(manager.locator(".asked")).containsText("Two trucks, two repairs.");
        assertThat(manager.locator(".asked .pill")).hasCount(0);
        manager.navigate("/documents/" + document);
        assertThat(manager.locator(".tl")).containsText(told + ": Accountant: Why twice in a week?");
        assertThat(manager.locator(".tl")).containsText("Two trucks, two repairs.");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void programsAskAndAnswerAndNobodyElseIsAsked() {
        String document = toApprove("ASK/REST");
        String task = task("manager", document);
        RestUser manager = simba.as("manager");
        String questions = "/api/v1/tasks/" + task + "/questions";
        assertThat(manager.post(questions, Map.of("text", " "))
                        .expect(422)
                        .body()
                        .path("rule")
                        .asString())
                .isEqualTo("question.missing");
        JsonNode asked = manager.post(questions, Map.of("text", "Which truck?"))
                .expect(201)
                .body();
        String own = asked.path("askedBy").asString();
        assertThat(manager.post(questions, Map.of("text", "Me?", "person", own))
                        .expect(422)
                        .body()
                        .path("rule")
                        .asString())
                .isEqualTo("question.nobody");
        assertThat(task("manager", document)).as("it stays theirs").isEqualTo(task);
        String answering = asked.path("answerTaskId").asString();
        simba.as("director").get("/api/v1/tasks/" + answering).expect(404);
        RestUser accountant = simba.as("accountant");
        accountant.post("/api/v1/tasks/" + answering + "/release", Map.of()).expect(422);
        accountant
                .post("/api/v1/tasks/" + answering + "/complete", Map.of("outcome", "answer"))
                .expect(422);
        accountant
                .post(
                        "/api/v1/tasks/" + answering + "/complete",
                        Map.of("outcome", "answer", "input", Map.of("answer", "WZ-3")))
                .expect(200);
        JsonNode answered =
                manager.get(questions).expect(200).body().path("items").get(0);
        assertThat(answered.path("answer").asString()).isEqualTo("WZ-3");
        assertThat(simba.timelineOf(document)).contains("question-asked", "question-answered");
    }

    @Test
    void whatWasAskedEndsWithTheDecision() {
        String document = toApprove("ASK/END");
        String task = task("manager", document);
        String answering = simba.as("manager")
                .post("/api/v1/tasks/" + task + "/questions", Map.of("text", "Still needed?"))
                .expect(201)
                .get("answerTaskId");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.tasksOf("accountant", document)).isEmpty();
        simba.as("accountant")
                .post("/api/v1/tasks/" + answering + "/complete", Map.of("outcome", "answer", "comment", "Too late"))
                .expect(409);
    }

    private String task(String person, String document) {
        return simba.taskOf(person, document).path("id").asString();
    }

    private String toApprove(String number) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", "380.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }
}
