package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.Simba;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Roles, conflicting duties, exceptions and document classes, as an administrator changes them. */
@BrowserTest
class WhoMayWhatTest {

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
    @ValueSource(strings = {"en", "pl"})
    void aRoleIsMadeChangedAndItsConflictsAreShownFirst(String language) {
        Page admin = chromium.signedIn("admin", language, 1440, 900);
        admin.navigate("/roles");
        Chromium.readable(admin, language + "-roles");
        admin.keyboard().press("c");
        admin.waitForURL("**/roles/new");
        admin.fill("input[name=code]", "archivist-" + language);
        admin.fill("input[name=nameEn]", "Archivist " + language);
        admin.fill("input[name=namePl]", "Archiwista " + language);
        admin.fill("input[name=reason]", "The archive moves in house");
        admin.check("input[name=duties][value=VIEW_DOCUMENT]");
        admin.check("input[name=duties][value=APPROVE_INVOICE]");
        admin.fill("input[name='upTo.APPROVE_INVOICE']", "1000");
        Chromium.readable(admin, language + "-role-new");
        save(admin);
        assertThat(admin.locator("[data-toast]")).isVisible();

        admin.navigate("/roles/archivist-" + language);
        assertThat(admin.locator("input[name='upTo.APPROVE_INVOICE']")).hasValue(Pattern.compile("1.?000.*"));
        admin.uncheck("input[name=duties][value=APPROVE_INVOICE]");
        admin.fill("input[name=reason]", "Archivists approve nothing");
        save(admin);
        admin.navigate("/roles/archivist-" + language);
        assertThat(admin.locator("input[name=duties][value=APPROVE_INVOICE]"))
                .not()
                .isChecked();
        assertThat(admin.locator("input[name=duties][value=VIEW_DOCUMENT]")).isChecked();

        admin.navigate("/roles/treasurer");
        admin.check("input[name=duties][value=APPROVE_PAYMENT]");
        admin.fill("input[name=reason]", "One person for everything");
        admin.click("button[value=preview]");
        Locator clashes = admin.locator("#clashes");
        assertThat(clashes.locator("tbody tr").first()).isVisible();
        Chromium.readable(admin, language + "-role-clashes");
        admin.navigate("/roles/treasurer");
        assertThat(admin.locator("input[name=duties][value=APPROVE_PAYMENT]"))
                .not()
                .isChecked();
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void aDocumentClassIsMadeAndItsDocumentsAreKeptFromOthers(String language) {
        String code = "training-" + language;
        Page admin = chromium.signedIn("admin", language, 1440, 900);
        admin.navigate("/document-classes/new");
        admin.fill("input[name=code]", code);
        admin.fill("input[name=nameEn]", "Training " + language);
        admin.fill("input[name=namePl]", "Szkolenia " + language);
        admin.check("input[name=openedBy][value=SEE_PERSONNEL_DOCUMENT]");
        Chromium.readable(admin, language + "-class-new");
        save(admin);
        Locator row = admin.locator("tr", new Page.LocatorOptions().setHasText(code));
        assertThat(row.locator(".is-warn, .warn").first()).isVisible();
        Chromium.readable(admin, language + "-classes");

        String document = simba.as("personnel")
                .upload(("Certificate " + language).getBytes(), "certificate.txt", "", Map.of("documentClass", code))
                .expect(201)
                .get("id");
        assertThat(statusFor("manager", document)).isEqualTo(404);

        row.locator("a").first().click();
        admin.uncheck("input[name=openedBy][value=SEE_PERSONNEL_DOCUMENT]");
        save(admin);
        admin.waitForURL("**/document-classes");
        assertThat(statusFor("manager", document)).isEqualTo(200);
        assertThat(chromium.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void aConflictIsPreviewedAddedAndRemovedAndAnExceptionIsTakenBack(String language) {
        Page director = chromium.signedIn("director", language, 1440, 900);
        director.navigate("/separation");
        choosePair(director, "PROPOSE_PAYMENT", "MAINTAIN_OWN_ACCOUNT");
        assertThat(director.locator("#pair .note.warn a").first()).isVisible();
        Chromium.readable(director, language + "-conflict-stops");

        director.navigate("/separation");
        choosePair(director, "OPERATE_CONNECTOR", "SEE_BOARD_DOCUMENT");
        assertThat(director.locator("#pair .note.good")).isVisible();
        director.click("#pair button.btn-primary");
        Locator pair = director.locator("tr", new Page.LocatorOptions().setHasText("Tried in " + language));
        assertThat(pair).isVisible();
        pair.locator("button[data-confirm]").click();
        director.fill("dialog[open] [name=comment]", "Only tried");
        director.click("dialog[open] .btn-primary");
        assertThat(pair).hasCount(0);

        Page admin = chromium.signedIn("admin", language, 1440, 900);
        admin.navigate("/people/" + treasurer(language));
        admin.selectOption("form[action$='/roles'] select[name=role]", "director");
        admin.click("form[action$='/roles'] button");
        Locator clash = admin.locator("#clashes tbody tr").first();
        clash.locator("summary").click();
        clash.locator("input[name=reason]").fill("For a day, " + language);
        clash.locator("input[name=endsOn]").fill("2026-12-31");
        clash.locator("form button").click();
        admin.waitForURL("**/separation");
        Locator asked = admin.locator("tr", new Page.LocatorOptions().setHasText("For a day, " + language));
        Chromium.readable(admin, language + "-exception-asked");
        asked.locator("button[data-confirm]").click();
        admin.click("dialog[open] .btn-primary");
        assertThat(asked.locator("button[data-confirm]")).hasCount(0);
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    private static void choosePair(Page page, String one, String other) {
        page.selectOption("#pair select[name=one]", one);
        page.selectOption("#pair select[name=other]", other);
        page.fill("#pair input[name=reason]", "Tried in " + page.evaluate("document.documentElement.lang"));
        page.click("#pair button.btn-primary");
    }

    private String treasurer(String language) {
        return simba.as("admin")
                .post(
                        "/api/v1/people",
                        Map.of(
                                "login",
                                "payer-" + language,
                                "name",
                                "Payer " + language,
                                "password",
                                "correct horse battery",
                                "role",
                                "treasurer"))
                .expect(201)
                .get("id");
    }

    private static void save(Page page) {
        page.waitForNavigation(() -> page.keyboard().press("Control+Enter"));
    }

    private int statusFor(String person, String document) {
        return simba.as(person).get("/api/v1/documents/" + document).status();
    }
}
