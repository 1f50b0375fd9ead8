package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Typing entries as an accountant does it all day: without a mouse, one after the other. */
@BrowserTest
class PostingDeskTest {

    @Autowired
    Simba simba;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"en, Pralnia Biel, 9542583988, pral, Posted as", "pl, Ogrody Łąka, 6342709934, łąk, Zaksięgowano jako"})
    void anEntryOfThreeLinesForAKnownSupplierTakesAtMostTwentyFiveKeystrokes(
            String language, String supplier, String taxId, String part, String posted) {
        known(supplier, taxId);
        Page page = chromium.signedIn("accountant", language, 1440, 900);
        page.navigate("/ledger/entries/new");
        assertThat(page.locator("[name=documentNumber]")).isFocused();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Keystrokes keys = new Keystrokes(page);

        keys.type("F/7");
        keys.press("Enter");
        keys.type("402-04");
        keys.press("Enter");
        assertThat(field(page, "debit", 0)).isFocused();
        keys.type("1000");
        keys.press("F9");
        keys.type(part);
        keys.press("Enter");
        assertThat(page.locator("tr.made")).hasCount(1);
        keys.press("F8");
        Locator credit = field(page, "credit", 2);
        assertThat(credit).hasValue(Pattern.compile("1.230[.,]00"));
        assertThat(credit).isFocused();
        assertThat(page.locator("[data-entry-state]")).hasClass(Pattern.compile("is-good"));
        Chromium.picture(page, language + "-posting-desk");
        keys.press("Control+Enter");
        assertThat(page.locator(".toast-s")).containsText(posted);

        assertThat(keys.count())
                .as("keystrokes from the empty form to the next one")
                .isLessThanOrEqualTo(25);
        assertThat(page.locator("[name=documentNumber]")).isFocused();
        JsonNode entry = latest();
        assertThat(entry.path("narration").asString()).isEqualTo(supplier + ", F/7");
        assertThat(entry.path("lines")).hasSize(3);
        assertThat(entry.path("lines").get(0).path("vatCode").asString()).isEqualTo("Z23");
        assertThat(entry.path("lines").get(1).path("debit").path("amount").asString())
                .isEqualTo("230.00");
        JsonNode owed = entry.path("lines").get(2);
        assertThat(owed.path("credit").path("amount").asString()).isEqualTo("1230.00");
        assertThat(owed.path("openItem").asBoolean()).isTrue();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void amountsAreWorkedOutLinesCopiedAndTakenOutAndTheRestIsShown() {
        Page page = desk();
        line(page, 0, "402-04");
        field(page, "debit", 0).focus();
        page.keyboard().type("120*1,23");
        assertThat(page.locator("[data-entry-says]")).hasText("= 147,60");
        page.keyboard().press("F4");
        assertThat(field(page, "debit", 0)).hasValue("147,60");
        page.keyboard().press("F7");
        assertThat(field(page, "account", 1)).hasValue("402-04");
        assertThat(field(page, "debit", 1)).isFocused();
        page.keyboard().type("(100+20)/7");
        page.keyboard().press("Enter");
        assertThat(field(page, "debit", 1)).hasValue("17,14");
        assertThat(page.locator("[data-entry-rest]")).hasText("164,74\u00a0PLN");
        page.keyboard().type("kasa");
        assertThat(page.locator(".typeahead .opt.off")).hasText("Nothing found");
        page.keyboard().press("Escape");
        field(page, "account", 2).fill("");
        page.keyboard().type("cash");
        page.keyboard().press("Enter");
        page.keyboard().press("F8");
        assertThat(page.locator("[data-entry-rest]")).hasText("");
        field(page, "debit", 1).focus();
        page.keyboard().press("Control+Delete");
        assertThat(page.locator("[data-entry-rest]")).hasText("\u221217,14\u00a0PLN");
        assertThat(page.locator("[data-entry-state]")).hasClass(Pattern.compile("is-bad"));
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("#help")).containsText("Rest to balance");
        assertThat(page.locator("#help")).containsText("Copy line");
        Chromium.picture(page, "posting-desk-keys");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void anEntryIsCopiedAndARefusalKeepsWhatWasTyped() {
        Page page = desk();
        page.locator("[name=narration]").fill("Moved to the bank");
        line(page, 0, "130-01");
        page.keyboard().type("50");
        page.keyboard().press("Enter");
        page.keyboard().type("100-01");
        page.keyboard().press("Enter");
        page.keyboard().type("40");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".note.bad")).containsText("journal-entry.unbalanced");
        assertThat(field(page, "credit", 1)).hasValue("40,00");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        field(page, "credit", 1).focus();
        page.keyboard().press("F8");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast-s")).containsText("Posted as");

        page.locator(".posting-again a").first().click();
        assertThat(page.locator("[name=narration]")).hasValue("Moved to the bank");
        assertThat(field(page, "debit", 0)).hasValue("50,00");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast-s")).containsText("Posted as");
        assertThat(latest().path("lines").get(1).path("credit").path("amount").asString())
                .isEqualTo("50.00");
    }

    @Test
    void aPlainDocumentIsPostedBesideItAndTheNextOneWaits() {
        String later = plain("later.txt", "Prowizja banku 7,00 PLN");
        String document = plain("fee.txt", "Prowizja banku 12,50 PLN");
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/documents/" + document);
        page.locator("a", new Page.LocatorOptions().setHasText("Post by hand")).click();
        assertThat(page.locator(".sub")).containsText("documents that wait");
        assertThat(page.locator("#paper-original")).containsText("Prowizja banku 12,50");
        page.locator("[name=narration]").fill("Bank fee");
        line(page, 0, "130-01");
        page.keyboard().type("12,50");
        page.keyboard().press("F7");
        field(page, "debit", 1).fill("");
        field(page, "account", 1).fill("100-01");
        field(page, "account", 1).press("Tab");
        field(page, "credit", 1).focus();
        page.keyboard().press("F8");
        Chromium.picture(page, "posting-desk-document");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast-s")).containsText("Posted as");
        assertThat(page.locator("[name=documentId]")).not().hasValue(document);
        assertThat(page.locator("[name=documentId]")).hasValue(Pattern.compile("[0-9a-f-]{36}"));
        assertThat(latest().path("documentId").asString()).isEqualTo(document);

        page.navigate("/ledger/entries/new?document=" + document);
        assertThat(page.locator(".note.warn")).containsText("already");
        assertThat(later).isNotEqualTo(document);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aTemplateFillsItsLinesForAnAmount() {
        simba.as("accountant")
                .post(
                        "/api/v1/entry-templates",
                        Map.of(
                                "code",
                                "DEPOSIT",
                                "name",
                                "Cash to the bank",
                                "journal",
                                "PK",
                                "narration",
                                "Paid in",
                                "lines",
                                List.of(
                                        Map.of("account", "130-01", "side", "DEBIT", "percent", 100),
                                        Map.of("account", "100-01", "side", "CREDIT"))))
                .expect(201);
        Page page = desk();
        page.locator("[name=documentNumber]").fill("KW/1");
        page.keyboard().press("F6");
        assertThat(page.locator("[name=template]")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().type("70");
        page.keyboard().press("Enter");
        assertThat(field(page, "account", 1)).hasValue("100-01");
        assertThat(field(page, "credit", 1)).hasValue("70,00");
        assertThat(page.locator("[name=narration]")).hasValue("Paid in");
        assertThat(page.locator("[name=documentNumber]")).hasValue("KW/1");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast-s")).containsText("Posted as");
        assertThat(latest().path("narration").asString()).isEqualTo("Paid in");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whatIsNotFinishedIsKeptListedGoneOnWithDiscardedAndTakenBack() {
        Page page = desk();
        page.locator("[name=narration]").fill("Half typed");
        line(page, 0, "130-01");
        page.keyboard().type("33,10");
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-draft-says]")).containsText("kept");
        int before = entries();

        page.navigate("/ledger/entries/drafts");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("Half typed"));
        assertThat(row).containsText("33,10");
        Chromium.picture(page, "entry-drafts");
        row.locator("button").click();
        assertThat(page.locator(".toast-s")).containsText("discarded");
        assertThat(row).hasCount(0);
        page.keyboard().press("u");
        assertThat(row).hasCount(1);
        row.locator("a").click();

        assertThat(page.locator(".draft-note")).containsText("goes on here");
        assertThat(field(page, "debit", 0)).hasValue("33,10");
        assertThat(entries()).as("entries in the books").isEqualTo(before);
        line(page, 1, "100-01");
        page.keyboard().press("F8");
        Chromium.picture(page, "posting-desk-draft");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".toast-s")).containsText("Posted as");
        assertThat(latest().path("narration").asString()).isEqualTo("Half typed");
        page.navigate("/ledger/entries/drafts");
        assertThat(row).hasCount(0);

        page.navigate("/ledger/entries/new");
        page.locator("[name=narration]").fill("For tomorrow");
        page.keyboard().press("Control+s");
        assertThat(page.locator(".toast-s")).containsText("Kept as a draft");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("For tomorrow")))
                .hasCount(1);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whatHasAProcessOfItsOwnIsNeverPostedByHand() {
        String invoice = simba.receive(InvoiceXml.numbered("BYHAND/1").line("Papier", "10.00", "23"));
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/ledger/entries/new?document=" + invoice);
        line(page, 0, "130-01");
        page.keyboard().type("1");
        page.keyboard().press("Alt+v");
        assertThat(page.locator(".note.bad")).containsText("journal-entry.document-has-its-process");
    }

    @Test
    void anEntryLeadsToItsNeighboursOfTheListAndToItsCopy() {
        twice("Neighbours");
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/ledger/entries?journal=PK");
        Locator links = page.locator("table [href*='/ledger/entries/']");
        String first = links.nth(0).textContent();
        String second = links.nth(1).textContent();
        links.nth(0).click();
        assertThat(page.locator("h1")).containsText(first);
        page.keyboard().press("Alt+PageDown");
        assertThat(page.locator("h1")).containsText(second);
        page.keyboard().press("Alt+PageUp");
        assertThat(page.locator("h1")).containsText(first);
        page.keyboard().press("c");
        assertThat(page.locator("[name=narration]")).hasValue("Neighbours");
    }

    @Test
    void theDeskFitsAPhoneAndTheDark() {
        Page page = chromium.signedIn("accountant", "pl", 390, 844);
        page.navigate("/ledger/entries/new");
        line(page, 0, "202");
        assertThat(page.locator("[data-entry-state]")).hasText("Pusty");
        assertThat(field(page, "party", 0)).isVisible();
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as("the page itself never scrolls sideways")
                .isTrue();
        Chromium.readable(page, "posting-desk-phone");
        page.setViewportSize(1440, 900);
        page.evaluate("() => { document.documentElement.dataset.bsTheme = 'dark'; }");
        page.waitForTimeout(400);
        Chromium.picture(page, "posting-desk-dark");
    }

    private String plain(String name, String text) {
        return simba.as("accountant")
                .upload(text.getBytes(StandardCharsets.UTF_8), name, "")
                .expect(201)
                .get("id");
    }

    private void twice(String narration) {
        for (int n = 0; n < 2; n++) {
            Page page = desk();
            page.locator("[name=narration]").fill(narration);
            line(page, 0, "130-01");
            page.keyboard().type("5");
            page.keyboard().press("Enter");
            page.keyboard().type("100-01");
            page.keyboard().press("Enter");
            page.keyboard().press("F8");
            page.keyboard().press("Control+Enter");
            assertThat(page.locator(".toast-s")).containsText("Posted as");
        }
    }

    private Page desk() {
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/ledger/entries/new");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /** The account of a line, typed and taken; the amount is next. */
    private static void line(Page page, int at, String account) {
        field(page, "account", at).focus();
        page.keyboard().type(account);
        page.keyboard().press("Enter");
    }

    private static Locator field(Page page, String name, int line) {
        return page.locator("[data-entry-line] [name=" + name + "]").nth(line);
    }

    private void known(String supplier, String taxId) {
        String document = simba.receive(
                InvoiceXml.numbered("KNOWN/" + taxId).from(supplier, taxId).line("Pranie", "100.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide(
                        "accountant",
                        document,
                        Map.of(
                                "outcome",
                                "send",
                                "coding",
                                Map.of(
                                        "lines",
                                        List.of(Map.of(
                                                "line",
                                                "1",
                                                "account",
                                                "402-04",
                                                "costCentre",
                                                "310",
                                                "taxCode",
                                                "Z23")))))
                .expect(200);
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    private int entries() {
        return simba.as("accountant")
                .get("/api/v1/journal-entries?limit=200")
                .expect(200)
                .body()
                .path("items")
                .size();
    }

    private JsonNode latest() {
        String id = simba.as("accountant")
                .get("/api/v1/journal-entries?limit=1")
                .expect(200)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return simba.as("accountant")
                .get("/api/v1/journal-entries/" + id)
                .expect(200)
                .body();
    }
}
