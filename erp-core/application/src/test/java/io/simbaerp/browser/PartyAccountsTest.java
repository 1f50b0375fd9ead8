package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The accounts of partners: confirmed several at once from the list, and withdrawn with a reason. */
@StoryTest
class PartyAccountsTest {

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
    @CsvSource({
        "en, 9990068011, 9990068022, 2 of 2 can be done, 2 of 2 done, Withdrawn, no account of this partner",
        "pl, 9990068033, 9990068044, Da się wykonać: 2 z 2, Wykonano: 2 z 2, Wycofany, żaden rachunek tego kontrahenta"
    })
    void theTreasurerConfirmsSeveralAndWithdrawsOne(
            String language, String nip, String otherNip, String possible, String done, String withdrawn, String none) {
        String prefix = "Kontowy" + language;
        supplier("ACC/1/" + language, prefix + " A", nip);
        supplier("ACC/2/" + language, prefix + " B", otherNip);
        Page page = chromium.signedIn("treasurer", language, 1440, 900);
        choose(page, prefix);
        Chromium.readable(page, language + "-parties-preview");
        assertThat(page.locator("main")).containsText(possible);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("main")).containsText(done);
        choose(page, prefix);
        assertThat(page.locator("main").innerText().toLowerCase()).contains(none);

        page.navigate("/parties?text=" + prefix);
        page.locator("tr[data-row] td a").first().click();
        page.waitForURL("**/parties/*-*");
        page.locator("button[data-confirm^=withdraw]").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.locator("input[name=comment]").fill("The supplier closed it");
        Chromium.picture(page, language + "-party-withdraw");
        dialog.locator(".btn-primary").click();
        assertThat(page.locator("main")).containsText(withdrawn);
        assertThat(page.locator("main")).containsText("The supplier closed it");
        assertThat(page.locator("button[data-confirm^=withdraw]")).hasCount(0);
        Chromium.readable(page, language + "-party-withdrawn");
        page.setViewportSize(390, 844);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        Chromium.readable(page, language + "-party-withdrawn-phone");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** Their account is proposed with their first invoice. */
    private void supplier(String number, String name, String nip) {
        String document =
                simba.receive(InvoiceXml.numbered(number).from(name, nip).line("Praca", "10.00", "23"));
        simba.answerQuestionsUntilCoding(document);
    }

    private static void choose(Page page, String prefix) {
        page.navigate("/parties?text=" + prefix);
        page.locator("[data-select-all]").check();
        page.locator("[data-bulk] button[formaction$='/confirm-accounts']").click();
        page.waitForURL("**/bulk/confirm-accounts");
    }
}
