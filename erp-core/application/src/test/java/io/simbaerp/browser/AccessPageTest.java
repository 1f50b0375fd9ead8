package io.simbaerp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.simbaerp.story.Simba;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody looks after their own access; and what the browser holds of it is out of a script's reach. */
@BrowserTest
class AccessPageTest {

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
    void aTokenIsMadeSeenOnceAndEnded() {
        Page page = chromium.signedIn("accountant", "en", 1280, 900);
        page.navigate("/access");
        page.fill("input[name=name]", "Warehouse");
        page.click("text=Make a token");
        assertThat(page.inputValue("input[readonly]")).startsWith("simba_");
        Chromium.readable(page, "access-token");
        page.navigate("/access");
        assertThat(page.content()).contains("Warehouse").doesNotContain("value=\"simba_");
        Chromium.readable(page, "access");
        page.locator("tr", new Page.LocatorOptions().setHasText("Warehouse"))
                .locator("button[data-confirm]")
                .first()
                .click();
        page.click("dialog[open] .btn-primary");
        page.waitForSelector(".toast-s");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void thePageFitsAPhoneInPolish() {
        Page page = chromium.signedIn("admin", "pl", 390, 844);
        page.navigate("/access");
        Chromium.readable(page, "access-phone");
        page.navigate("/signed-in");
        Chromium.readable(page, "signed-in-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void scriptsReachNeitherTheSessionNorTheDevice() {
        Page page = chromium.signedIn("manager", "en", 1280, 900);
        assertThat((String) page.evaluate("document.cookie")).isEqualTo("simba-language=en");
        assertThat(page.context().cookies())
                .extracting(cookie -> cookie.name)
                .contains("simba-session", "simba-device");
        for (Cookie cookie : page.context().cookies()) {
            if (cookie.name.equals("simba-language")) {
                continue; // this test's own
            }
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
        }
    }

    @Test
    void theBrowserRefusesWhatIsInjectedIntoAPage() {
        Page page = chromium.signedIn("manager", "en", 1280, 900);
        page.evaluate("() => { const s = document.createElement('script'); s.textContent = 'window.injected = 1';"
                + " document.body.append(s); document.body.insertAdjacentHTML('beforeend',"
                + " '<img src=/nothing.png onerror=\"window.injected = 2\">');"
                + " const f = document.createElement('iframe'); f.src = '/more'; document.body.append(f); }");
        page.waitForTimeout(500);
        assertThat(page.evaluate("window.injected")).isNull();
        assertThat(chromium.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }
}
