package io.simbaerp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.Simba;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator grants a role that conflicts; the director's word makes it possible; then it is revoked. */
@BrowserTest
class GrantingARoleTest {

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
    void aConflictIsShownExceptedAndGranted(String language) {
        String person = simba.as("admin")
                .post(
                        "/api/v1/people",
                        Map.of(
                                "login",
                                "coder-" + language,
                                "name",
                                "Coder " + language,
                                "password",
                                "correct horse battery",
                                "language",
                                language,
                                "role",
                                "accountant"))
                .expect(201)
                .get("id");
        Page admin = chromium.signedIn("admin", language, 1440, 900);
        admin.navigate("/people");
        Chromium.readable(admin, language + "-duties-1-people");
        admin.locator("a", new Page.LocatorOptions().setHasText("Coder " + language))
                .click();
        admin.waitForURL("**/people/" + person);
        grantManager(admin);
        Locator clashes = admin.locator("#clashes");
        clashes.waitFor();
        Chromium.readable(admin, language + "-duties-2-clashes");
        int pairs = clashes.locator("tbody tr").count();
        assertThat(pairs).isGreaterThanOrEqualTo(2);
        assertThat(holds(person, "manager")).isFalse();

        for (int pair = 0; pair < pairs; pair++) {
            Locator row = clashes.locator("tbody tr").nth(pair);
            row.locator("summary").click();
            row.locator("input[name=reason]").fill("Holiday of the manager");
            row.locator("input[name=endsOn]").fill("2026-12-31");
            row.locator("form button").click();
            admin.waitForURL("**/separation");
            admin.navigate("/people/" + person);
            grantManager(admin);
            clashes.waitFor();
        }
        Page director = chromium.signedIn("director", language, 1440, 900);
        director.navigate("/separation");
        Chromium.readable(director, language + "-duties-3-waiting");
        for (int pair = 0; pair < pairs; pair++) {
            director.locator("form[action$='/approve'] button").first().click();
            director.locator("[data-toast]").waitFor();
        }
        admin.navigate("/people/" + person);
        grantManager(admin);
        admin.locator("[data-toast]").waitFor();
        Chromium.readable(admin, language + "-duties-4-granted");
        assertThat(holds(person, "manager")).isTrue();
        assertThat(admin.locator("main").innerText()).contains("5");

        admin.locator("button[data-confirm=revoke-manager]").click();
        admin.locator("dialog[open] button.btn-primary").click();
        admin.locator("[data-toast]").waitFor();
        assertThat(holds(person, "manager")).isFalse();
        assertThat(chromium.complaints())
                .as("the browser tells of the refused grants itself")
                .allMatch(complaint -> complaint.contains("status of 422"));
    }

    private static void grantManager(Page admin) {
        admin.selectOption("form[action$='/roles'] select[name=role]", "manager");
        admin.fill("form[action$='/roles'] input[name=upTo]", "5000");
        admin.locator("form[action$='/roles'] button").click();
    }

    private boolean holds(String person, String role) {
        return simba.as("admin")
                .get("/api/v1/people/" + person)
                .expect(200)
                .text()
                .contains("\"code\":\"" + role + "\"");
    }
}
