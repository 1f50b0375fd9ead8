package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.simbaerp.story.Simba;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator lets somebody new in, who chooses their password; and somebody makes a code for another company. */
@BrowserTest
class LettingPeopleInTest {

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

    @Test
    void aNewPersonChoosesThePasswordWithACodeShownOnce() {
        Page admin = chromium.signedIn("admin", "en", 1280, 900);
        admin.navigate("/people/new");
        admin.fill("input[name=name]", "Nina Nowicka");
        admin.fill("input[name=login]", "nina");
        admin.selectOption("select[name=role]", "auditor");
        Chromium.readable(admin, "person-new");
        admin.click(".body form .btn-primary");
        String code = admin.inputValue("input[readonly]");
        String login = admin.innerText("#login");
        assertThat(login).matches("nina\\.[a-z2-9]{4}");
        Chromium.readable(admin, "person-code");
        admin.click("text=Done");
        assertThat(admin.locator(".phead")).containsText("New sign-in code");

        admin.click(".who-menu > summary");
        admin.click("text=Sign out");
        Page nina = admin;
        nina.click("details summary");
        nina.click("text=I have a code for the first sign-in");
        nina.fill("input[name=code]", "AAAA-BBBB-CCCC-DDDD");
        nina.fill("input[name=password]", "three words of mine");
        nina.click("button.btn-primary");
        assertThat(nina.locator(".form-problem")).containsText("This code is not good");
        Chromium.readable(nina, "first-sign-in");
        nina.fill("input[name=code]", code.toLowerCase());
        nina.fill("input[name=password]", "three words of mine");
        nina.click("button.btn-primary");
        assertThat(nina.locator(".note.good")).containsText("Your password is set");
        nina.fill("input[name=username]", login);
        nina.fill("input[name=password]", "three words of mine");
        nina.click("button.btn-primary");
        assertThat(nina.locator(".who")).containsText("Nina Nowicka");
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    @Test
    void aCodeForAnotherCompanyIsMadeAndAskedForOnPagesThatFitAPhoneInPolish() {
        Page page = chromium.signedIn("admin", "pl", 390, 844);
        page.navigate("/access");
        page.click("#admission button");
        assertThat(page.inputValue("input[readonly]")).hasSize(19);
        Chromium.readable(page, "admission-code-phone");
        page.navigate("/people/admit");
        page.fill("input[name=code]", "AAAA-BBBB-CCCC-DDDD");
        page.selectOption("select[name=role]", "auditor");
        page.click(".body form .btn-primary");
        assertThat(page.locator(".form-problem")).containsText("Ten kod nie jest ważny");
        Chromium.readable(page, "admit-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("422"));
    }
}
