package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk, the card and the home page for whoever sees little or works without a mouse, as axe judges them. */
@BrowserTest
class AccessibilityTest {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    @Autowired
    Simba simba;

    private final List<String> objections = new ArrayList<>();
    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void theDeskAndTheCardHaveNoGraveFault() {
        InvoiceXml invoice = InvoiceXml.numbered("AXE/1").line("Transport", "731.00", "23");
        byte[] pdf = InvoicePdf.of(invoice, List.of("Faktura AXE/1", "Razem 731,00 PLN"));
        String document =
                simba.as("accountant").upload(pdf, "axe-1.pdf", "").expect(201).get("id");
        simba.runDueJobs();
        simba.answerQuestionsUntilCoding(document);

        Page desk = chromium.signedIn("accountant", "en", 1440, 900);
        look(desk, "/", "home");
        look(desk, "/tasks/" + task("accountant", document), "coding");
        desk.keyboard().press("Alt+o");
        assertThat(desk.locator(".pdf-text span").first()).isVisible();
        judge(desk, "the PDF");
        desk.keyboard().press("Shift+Tab");
        desk.locator("button[value=reject]").click();
        judge(desk, "the sheet for a reason");
        look(desk, "/ledger/entries/new?document=" + document, "posting desk");
        desk.locator("[name=account]").first().fill("202");
        judge(desk, "posting desk with a party");
        dark(desk);
        look(desk, "/ledger/entries/new", "posting desk in the dark");
        look(desk, "/tasks/" + task("accountant", document), "coding in the dark");

        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        Page phone = chromium.signedIn("manager", "pl", 390, 844);
        look(phone, "/", "home on a phone");
        look(phone, "/tasks/" + task("manager", document), "card");
        dark(phone);
        look(phone, "/tasks/" + task("manager", document), "card in the dark");
        Chromium.picture(phone, "card-dark");
        assertThat(objections).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
    }

    private String task(String person, String document) {
        return simba.taskOf(person, document).path("id").asString();
    }

    private void dark(Page page) {
        page.context().addCookies(List.of(new Cookie("simba-theme", "dark").setUrl(simba.url())));
    }

    private void look(Page page, String path, String name) {
        page.navigate(path);
        judge(page, name);
    }

    private void judge(Page page, String name) {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations();
        violations.stream().filter(rule -> GRAVE.contains(rule.getImpact())).forEach(rule -> rule.getNodes()
                .forEach(node ->
                        objections.add(name + ": " + rule.getId() + " " + node.getTarget() + " " + node.getHtml())));
    }
}
