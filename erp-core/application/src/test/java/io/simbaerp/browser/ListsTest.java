package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.story.Treasury;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists as people use them: searched, filtered, sorted and selected by keyboard, kept as a view, taken as a file. */
@BrowserTest
class ListsTest {

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
    void aListIsSearchedFilteredSortedAndKept() {
        simba.receive(InvoiceXml.numbered("LIST/1/2026")
                .from("Żubrówka Las", "5260250274")
                .line("Papier", "40.00", "23"));
        simba.receive(InvoiceXml.numbered("LIST/2/2026")
                .from("Żubrówka Las", "5260250274")
                .line("Papier", "90.00", "23"));
        simba.receive(InvoiceXml.numbered("LIST/3/2026")
                .from("Inny Dostawca", "5252344078")
                .line("Papier", "70.00", "23"));
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/documents");
        page.keyboard().press("/");
        page.keyboard().type("zubrowka list");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*text=zubrowka.*"));
        Locator rows = page.locator("tbody tr[data-row]");
        assertThat(rows).hasCount(2);
        assertThat(page.locator(".chip:has-text('zubrowka list')")).isVisible();

        page.locator("th a:has-text('Amount')").click();
        page.waitForURL(Pattern.compile(".*sort=amount.*"));
        assertThat(rows.first()).containsText("LIST/1/2026");
        page.locator("th a:has-text('Amount')").click();
        page.waitForURL(Pattern.compile(".*sort=-amount.*"));
        assertThat(rows.first()).containsText("LIST/2/2026");

        page.locator("summary[data-key=v]").click();
        page.locator("input[name=name]").fill("Forest");
        page.locator("button:has-text('Save view')").click();
        assertThat(page.locator("[data-toast]")).containsText("Forest");
        assertThat(page.locator("summary[data-key=v]")).containsText("Forest");
        assertThat(rows).hasCount(2);

        page.locator(".chip:has-text('zubrowka list')").click();
        assertThat(page.locator(".chip:has-text('zubrowka list')")).hasCount(0);
        Chromium.picture(page, "en-list-documents");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void rowsAreSelectedByKeyboardAndThePreviewChangesNothing() {
        simba.receive(InvoiceXml.numbered("LIST/4/2026")
                .from("Klawiatura", "5260250274")
                .line("Papier", "40.00", "23"));
        simba.receive(InvoiceXml.numbered("LIST/5/2026")
                .from("Klawiatura", "5260250274")
                .line("Papier", "90.00", "23"));
        Page page = chromium.signedIn("accountant", "pl", 1440, 900);
        page.navigate("/documents?text=klawiatura");
        Locator bulk = page.locator("[data-bulk]");
        assertThat(bulk).isHidden();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("Shift+X");
        assertThat(bulk).isVisible();
        assertThat(page.locator("[data-bulk-count]")).hasText("2");
        page.locator("[data-bulk] button:has-text('Do archiwum')").click();
        assertThat(page.locator("h1")).containsText("Do archiwum");
        assertThat(page.locator("main")).containsText("0 z 2");
        page.keyboard().press("Escape");
        page.waitForURL(Pattern.compile(".*/documents.*"));
        assertThat(page.locator("tbody tr[data-row]")).hasCount(2);
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/documents/[0-9a-f-]{36}"));
        assertThat(chromium.complaints()).isEmpty();
    }

    /** Words give way, amounts don't: the last column stays in sight on a small screen, too. */
    @Test
    void openItemsOfLongNamesShowWhatIsLeftWithoutScrollingSideways() {
        new Treasury(simba)
                .posted(InvoiceXml.numbered("FAKTURA/SPRZEDAZ/KRAJ/0001234/11/2026")
                        .from(
                                "Przedsiębiorstwo Wielobranżowe Długonazwowe i Wspólnicy Spółka Komandytowa",
                                "8992367273")
                        .line("Konstrukcje", "1000000.00", "23"));
        for (String language : List.of("en", "pl")) {
            for (int width : new int[] {1280, 1400}) {
                Page page = chromium.signedIn("accountant", language, width, 900);
                page.navigate("/open-items");
                Locator left = page.locator("tr[data-row]:has-text('Przedsiębiorstwo Wielobranżowe') td.w-amount")
                        .last();
                var box = left.boundingBox();
                assertThat(box.x + box.width).as(language + " at " + width).isLessThanOrEqualTo(width);
                assertThat((Boolean) left.evaluate("cell => cell.scrollWidth <= cell.clientWidth"))
                        .as("the amount is whole")
                        .isTrue();
                assertThat((Boolean) page.locator(".list-form .pane")
                                .evaluate("pane => pane.scrollWidth <= pane.clientWidth"))
                        .as(language + " at " + width + " scrolls sideways")
                        .isTrue();
                Chromium.picture(page, language + "-open-items-" + width);
            }
        }
    }

    @Test
    void theListIsTakenAsASpreadsheet() {
        simba.receive(
                InvoiceXml.numbered("LIST/6/2026").from("Arkusz", "5260250274").line("Papier", "40.00", "23"));
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/documents?text=arkusz");
        page.keyboard().press("e");
        Download file = page.waitForDownload(
                () -> page.locator("a[href*='export.xlsx']").click());
        assertThat(file.suggestedFilename()).isEqualTo("documents.xlsx");
        assertThat(file.failure()).isNull();
    }

    @Test
    void everyListFitsAPhone() {
        Page phone = chromium.signedIn("accountant", "pl", 390, 844);
        for (String path : List.of("/documents", "/tasks", "/parties", "/open-items")) {
            assertThat(phone.navigate(path).status()).as(path).isEqualTo(200);
            int wide = (int) phone.evaluate("document.documentElement.scrollWidth");
            assertThat(wide).as(path + " scrolls sideways").isLessThanOrEqualTo(390);
            phone.locator("summary.chip.add").click();
            assertThat(phone.locator(".filter-pop button.btn-primary").first()).isVisible();
        }
        assertThat(chromium.complaints()).isEmpty();
    }
}
