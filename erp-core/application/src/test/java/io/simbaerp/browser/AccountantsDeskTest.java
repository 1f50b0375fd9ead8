package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Coding as an accountant does it all day: with the keyboard, beside the document, one task after the other. */
@BrowserTest
class AccountantsDeskTest {

    @Autowired
    Simba simba;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
        Desks.clear(simba, "accountant");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void aKnownSuppliersInvoiceIsSentInTwelveKeystrokes(String language) {
        String nip = language.equals("en") ? "5260250274" : "5252344078";
        knownSupplier(invoice("DESK/1/" + language).from("Wózkomir " + language, nip));
        String document = simba.receive(InvoiceXml.numbered("DESK/2/" + language)
                .from("Wózkomir " + language, nip)
                .line("Transport", "1210.00", "23")
                .line("Postój", "80.00", "23"));
        Page page = chromium.signedIn("accountant", language, 1440, 900);
        page.navigate("/tasks");
        Keystrokes keys = new Keystrokes(page);

        keys.press("n");
        page.waitForURL("**/tasks/*-*");
        assertThat(page.locator("h1")).containsText("DESK/2/" + language);
        assertThat(page.locator("[name=account]").first()).isFocused();
        assertThat(page.locator("[name=account]").first()).isFocused();
        assertThat(page.locator("[data-coding-foot]")).containsText("0,00");
        keys.type("402-04");
        keys.press("Tab");
        keys.press("Alt+a");
        Chromium.picture(page, language + "-desk-coding");
        keys.press("Control+Enter");
        page.waitForURL("**/tasks");

        assertThat(keys.count()).as("keystrokes from the list to sent").isLessThanOrEqualTo(12);
        simba.runDueJobs();
        assertThat(simba.taskOf("manager", document).path("key").asString()).isEqualTo("Task_ApproveInvoice");
        assertThat(accountOf(document, 0)).isEqualTo("402-04");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aValueOfTheDocumentIsPutIntoAFieldByClickAndByLetters() {
        String document = coded("DESK/3");
        Page page = taskOf(document);
        Locator net = page.locator("[name=net]").first();
        net.focus();
        page.locator(".invoice-lines tr:nth-child(2) td:last-child [data-value]")
                .click();
        assertThat(net).hasValue("55,50");
        assertThat(net).isFocused();
        assertThat(page.locator("[data-coding-foot]")).hasClass(Pattern.compile("open"));

        page.locator("[name=postingDate]").focus();
        page.keyboard().press("Alt+v");
        assertThat(page.locator(".hints kbd").first()).isVisible();
        String letters = (String) page.evaluate(
                "() => { const place = document.querySelector('.invoice-dates [data-value]').getBoundingClientRect();"
                        + "return [...document.querySelectorAll('.hints kbd')].find(mark =>"
                        + " Math.abs(parseFloat(mark.style.left) - place.left) < 1"
                        + " && Math.abs(parseFloat(mark.style.top) - place.top) < 6).textContent; }");
        page.keyboard().type(letters);
        assertThat(page.locator("[name=postingDate]")).hasValue("2026-11-16");
        assertThat(page.locator(".hints")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aPdfStandsBesideTheFormAndItsWordsGoIntoIt() {
        byte[] pdf = InvoicePdf.of(
                invoice("DESK/4"), List.of("Faktura DESK/4 z 16.11.2026", "Razem netto 1 234,56 PLN", "koniec"));
        String document =
                simba.as("accountant").upload(pdf, "desk-4.pdf", "").expect(201).get("id");
        simba.runDueJobs();
        simba.answerQuestionsUntilCoding(document);
        Page page = taskOf(document);
        Locator net = page.locator("[name=net]").first();
        net.focus();
        page.keyboard().press("Alt+o");
        Locator words = page.locator(".pdf-text span", new Page.LocatorOptions().setHasText("Razem netto"));
        assertThat(words).isVisible();
        Chromium.picture(page, "desk-pdf");
        InvoicePdf.click(page, words, "234,56");
        assertThat(net).hasValue("1" + '\u00a0' + "234,56");
        page.locator("[name=postingDate]").focus();
        InvoicePdf.click(
                page, page.locator(".pdf-text span", new Page.LocatorOptions().setHasText("16.11.2026")), "11.2026");
        assertThat(page.locator("[name=postingDate]")).hasValue("2026-11-16");
        assertThat(chromium.complaints())
                .as("the security policy lets pdf.js work")
                .isEmpty();
    }

    @Test
    void linesAreSplitAndCopiedByKeyAndTheRestIsAlwaysShown() {
        String document = coded("DESK/5");
        Page page = taskOf(document);
        page.locator("[name=account]").first().focus();
        page.keyboard().press("Alt+s");
        assertThat(page.locator("[data-coding-row]")).hasCount(3);
        page.keyboard().type("400");
        assertThat(page.locator("[data-coding-left]:visible")).hasText("left −400,00");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("F8");
        assertThat(page.locator("[name=net]").first()).hasValue("600,00");
        assertThat(page.locator("[data-coding-foot]")).not().hasClass(Pattern.compile("open"));

        page.locator("[name=costCentre]").first().fill("320");
        page.keyboard().press("Tab");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Alt+Shift+c");
        assertThat(page.locator("[name=costCentre]").nth(2)).hasValue("320");
        page.locator("[name=account]").nth(1).focus();
        page.keyboard().type("402-04");
        page.keyboard().press("Enter");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> !url.contains("-"));
        simba.runDueJobs();
        assertThat(accountOf(document, 1)).isEqualTo("402-04");
        assertThat(simba.taskOf("manager", document).path("key").asString()).isEqualTo("Task_ApproveInvoice");
    }

    @Test
    void anAccountIsFoundByAnyPartOfItsName() {
        Page page = taskOf(coded("DESK/6"));
        page.locator("[name=account]").first().focus();
        page.keyboard().type("forw");
        assertThat(page.locator(".typeahead .opt.on")).containsText("402-04");
        page.keyboard().press("Tab");
        assertThat(page.locator("[name=account]").first()).hasValue("402-04");
        assertThat(page.locator("[data-coding-name]").first()).containsText("forwarding");
        assertThat(page.locator("[name=costCentre]").first()).isFocused();
        page.keyboard().press("Shift+Tab");
        page.keyboard().type("zzz");
        assertThat(page.locator(".typeahead .opt")).hasText("Nothing found");
        page.keyboard().press("Escape");
        assertThat(page.locator(".typeahead")).hasCount(0);
    }

    @Test
    void aLineGoesToAProjectByItsName() {
        Map<String, Object> axis = new HashMap<>(
                Map.of("code", "DESK", "nameEn", "Project", "namePl", "Projekt", "activeFrom", "2026-01-01"));
        String address = "/api/v1/axes";
        RestUser admin = simba.as("admin");
        admin.post(address, axis).expect(201);
        try {
            admin.post(
                            address + "/DESK/values",
                            Map.of("code", "P-7", "nameEn", "North bridge", "activeFrom", "2026-01-01"))
                    .expect(201);
            String document = coded("DESK/12");
            Page page = taskOf(document);
            Locator projects = page.locator("[name='axis.DESK']");
            page.locator("[name=costCentre]").first().focus();
            page.keyboard().press("Tab");
            assertThat(projects.first()).isFocused();
            page.keyboard().type("bridge");
            page.keyboard().press("Tab");
            assertThat(projects.first()).hasValue("P-7");
            projects.first().focus();
            page.keyboard().press("Alt+Shift+c");
            assertThat(projects.nth(1)).hasValue("P-7");
            page.keyboard().press("Alt+a");
            Chromium.picture(page, "desk-coding-axis");
            page.keyboard().press("Control+Enter");
            page.waitForURL(url -> !url.contains("-"));
            simba.runDueJobs();
            JsonNode coding = simba.as("accountant")
                    .get("/api/v1/documents/" + document + "/invoice")
                    .expect(200)
                    .body()
                    .path("coding");
            assertThat(coding.get(1).path("dimensions").path("DESK").asString()).isEqualTo("P-7");
            assertThat(chromium.complaints()).isEmpty();
        } finally {
            axis.putAll(Map.of("activeTo", "2026-01-02", "version", 0));
            admin.put(address + "/DESK", axis).expect(200);
        }
    }

    @Test
    void whatIsEnteredSurvivesAClosedWindow() {
        String document = coded("DESK/7");
        Page page = taskOf(document);
        page.locator("[name=account]").first().focus();
        page.keyboard().type("402-04");
        page.keyboard().press("Tab");
        page.keyboard().press("Alt+s");
        page.keyboard().type("55,5");
        assertThat(page.locator("[data-draft-says]")).containsText("saved");
        page.keyboard().press("Escape");
        page.keyboard().press("Alt+m");
        page.locator("#task-comment").fill("half way");
        page.close();

        Page again = taskOf(document);
        assertThat(again.locator("[data-coding-row]")).hasCount(3);
        assertThat(again.locator("[name=account]").first()).hasValue("402-04");
        assertThat(again.locator("[name=net]").nth(1)).hasValue("55,50");
        assertThat(again.locator("[data-coding-row] td.prop").first()).isVisible();
        assertThat(again.locator("#task-comment")).hasValue("half way");
        again.locator(".draft-note button").click();
        assertThat(again.locator("[data-coding-row]")).hasCount(2);
        assertThat(again.locator(".draft-note")).hasCount(0);
    }

    @Test
    void aRefusedCodingShowsItsSentenceAtTheField() {
        Page page = taskOf(coded("DESK/8"));
        page.locator("[name=account]").nth(1).fill("202");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".coding-wrong")).hasCount(1);
        assertThat(page.locator("[name=account]").nth(1)).isFocused();
        assertThat(page.locator("[name=account]").nth(1)).hasAttribute("aria-invalid", "true");
    }

    @Test
    void aFindingStandsAtTheFieldItConcerns() {
        Page page = taskOf(coded("DESK/11"));
        Locator account = page.locator("#paper-reading [data-place=account]");
        assertThat(account.locator(".remark")).containsText("not confirmed yet");
        page.locator(".note.leads").first().click();
        assertThat(account).isInViewport();
    }

    @Test
    void theNextTaskComesWithoutTheList() {
        String first = coded("DESK/9");
        String second = coded("DESK/10");
        Page page = taskOf(first);
        assertThat(page.locator(".phead")).containsText("1 of 2");
        page.keyboard().press("Alt+PageDown");
        page.waitForURL("**/" + id(second));
        page.keyboard().press("Alt+PageUp");
        page.waitForURL("**/" + id(first));
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/" + id(second));
        assertThat(page.locator(".toast-s")).containsText("Sent for approval: DESK/9");
    }

    private Page taskOf(String document) {
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/tasks/" + id(document));
        return page;
    }

    private String id(String document) {
        return simba.taskOf("accountant", document).path("id").asString();
    }

    private String coded(String number) {
        return coded(invoice(number));
    }

    private String coded(InvoiceXml invoice) {
        String document = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(document);
        return document;
    }

    private void knownSupplier(InvoiceXml invoice) {
        String document = coded(invoice);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    private static InvoiceXml invoice(String number) {
        return InvoiceXml.numbered(number).line("Transport", "1000.00", "23").line("Postój", "55.50", "23");
    }

    private String accountOf(String document, int line) {
        JsonNode invoice = simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice")
                .expect(200)
                .body();
        return invoice.path("coding").get(line).path("account").asString();
    }
}
