package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.story.Treasury;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Choosing what to pay where it stands: in the list of open items. */
@BrowserTest
class PayFromOpenItemsTest {

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
        "en, 6260181591, 2 of 3, waits for confirmation by a second person, put on the proposal, Already in run",
        "pl, 1830166138, 2 z 3, czeka na potwierdzenie przez drugą osobę, dodano do propozycji, Jest już w zestawie"
    })
    void whatCanBePaidGoesOnOneProposalAndTheRestSaysWhyNot(
            String language, String nip, String possible, String unconfirmed, String done, String held) {
        Treasury treasury = new Treasury(simba);
        String paid = "Oplacalna" + language;
        String waiting = "Czekajaca" + language;
        treasury.posted(InvoiceXml.numbered("PAY/1/" + language).from(paid, nip).line("Transport", "100.00", "23"));
        treasury.posted(InvoiceXml.numbered("PAY/2/" + language).from(paid, nip).line("Transport", "250.00", "23"));
        treasury.confirmAccounts(paid);
        treasury.posted(InvoiceXml.numbered("PAY/3/" + language)
                .from(waiting, language.equals("en") ? "2860913907" : "7030824620")
                .line("Transport", "70.00", "23"));

        Page page = chromium.signedIn("treasurer", language, 1440, 900);
        page.navigate("/open-items");
        for (String supplier : new String[] {paid, waiting}) {
            for (var row : page.locator("tr[data-row]", new Page.LocatorOptions().setHasText(supplier))
                    .all()) {
                row.locator("input[type=checkbox]").check();
            }
        }
        assertThat(page.locator("[data-bulk-count]")).hasText("3");
        page.locator("[data-bulk] button.first").click();
        assertThat(page.locator("main")).containsText(possible);
        assertThat(page.locator("main")).containsText(unconfirmed);
        Chromium.readable(page, language + "-open-items-preview");
        page.locator("main .btn-primary").click();
        assertThat(page.locator("main")).containsText(done);
        Chromium.readable(page, language + "-open-items-result");

        page.navigate("/open-items");
        for (var row : page.locator("tr[data-row]", new Page.LocatorOptions().setHasText(paid))
                .all()) {
            row.locator("input[type=checkbox]").check();
        }
        page.locator("[data-bulk] button.first").click();
        assertThat(page.locator("main")).containsText(held);
        assertThat(Pattern.compile("PAY/\\d{4}/\\d{6}")
                        .matcher(page.locator("main").innerText())
                        .results()
                        .map(MatchResult::group)
                        .distinct())
                .as("both stand on one proposal")
                .hasSize(1);
        assertThat(chromium.complaints()).isEmpty();
    }
}
