package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person is chosen by typing part of a name, with the keyboard alone, in a dialog and on a page. */
@BrowserTest
class ChoosingPeopleTest {

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

    @Test
    void theManagerAsksSomebodyFoundByThreeLetters() {
        Page manager = chromium.signedIn("manager", "en", 1440, 900);
        manager.navigate("/tasks/" + toApprove());
        manager.keyboard().press("q");
        Locator ask = manager.locator("#ask");
        assertThat(ask.locator("textarea")).isFocused();
        Locator field = ask.locator("[role=combobox]");
        assertThat(field).hasValue("Accountant");
        manager.keyboard().press("Shift+Tab");
        assertThat(field).isFocused();
        manager.keyboard().press("ArrowDown");
        assertThat(ask.locator("[role=option]").first()).hasText("Accountant");
        manager.keyboard().type("dir");
        assertThat(ask.locator("[role=option]")).hasCount(1);
        Chromium.readable(manager, "choosing-in-a-dialog");
        manager.keyboard().press("Enter");
        assertThat(field).hasValue("Director");
        assertThat(ask.locator("select option:checked")).hasText("Director");

        manager.keyboard().type("nobody at all");
        assertThat(ask.locator("[role=option]")).hasCount(0);
        assertThat(ask.locator(".typeahead")).containsText("Nobody of this name");
        manager.keyboard().press("Escape");
        assertThat(ask).isVisible();
        manager.keyboard().press("Control+Enter");
        assertThat(ask).isVisible();
        manager.keyboard().press("Tab");
        assertThat(field).hasValue("Director");
        manager.keyboard().type("Is it in the budget?");
        manager.keyboard().press("Control+Enter");
        assertThat(manager.locator(".asked")).containsText("to Director");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aPageOffersTheColleaguesOfTheCompanyAlone() {
        Page manager = chromium.signedIn("manager", "pl", 390, 844);
        manager.navigate("/substitutions");
        Locator field = manager.locator("label:has(select[name=substitute]) [role=combobox]");
        List<String> offered = manager.locator("select[name=substitute] option[value]:not([value=''])")
                .allTextContents();
        field.click();
        manager.keyboard().press("ArrowDown");
        assertThat(manager.locator("[role=option]").allTextContents()).containsExactlyElementsOf(offered);
        manager.keyboard().type("acc");
        Chromium.readable(manager, "choosing-on-a-phone");
        manager.locator("[role=option]", new Page.LocatorOptions().setHasText("Accountant"))
                .first()
                .click();
        assertThat(manager.locator("select[name=substitute] option:checked")).hasText("Accountant");
        field.fill("");
        manager.keyboard().press("Tab");
        assertThat(field).hasValue("");
        assertThat((String) manager.locator("select[name=substitute]").inputValue())
                .isEmpty();
        assertThat((int) manager.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(chromium.complaints()).isEmpty();
    }

    private String toApprove() {
        String document = simba.receive(InvoiceXml.numbered("PEOPLE/1")
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", "380.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return simba.taskOf("manager", document).path("id").asString();
    }
}
