package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.story.Treasury;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Several payment runs at once: sent, approved, taken back, approved again, carried to the bank, cancelled. */
@StoryTest
class SeveralRunsTest {

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
    void twoRunsGoTheirWayTogether() throws IOException {
        Treasury treasury = new Treasury(simba);
        List<JsonNode> runs = List.of(proposed(treasury, "SEV/1"), proposed(treasury, "SEV/2"));

        Page treasurer = chromium.signedIn("treasurer", "en", 1440, 900);
        choose(treasurer, runs);
        press(treasurer, "send");
        Chromium.readable(treasurer, "en-several-runs-1-preview");
        assertThat(treasurer.locator("main")).containsText("2 of 2 can be done");
        treasurer.keyboard().press("Control+Enter");
        assertThat(treasurer.locator("main")).containsText("2 of 2 done");
        simba.runDueJobs();

        Page manager = chromium.signedIn("manager", "pl", 1440, 900);
        approve(manager, runs);
        Chromium.readable(manager, "pl-several-runs-2-approved");
        manager.keyboard().press("u");
        assertThat(manager.locator("main")).containsText("cofnięto");
        simba.runDueJobs();
        assertThat(states(treasury, runs)).containsOnly("IN_APPROVAL");

        approve(manager, runs);
        simba.runDueJobs();
        assertThat(states(treasury, runs)).containsOnly("RELEASED");
        manager.keyboard().press("u");
        assertThat(manager.locator("main")).containsText("Wykonano: 0 z 2");
        assertThat(states(treasury, runs)).containsOnly("RELEASED");

        choose(treasurer, runs);
        press(treasurer, "files");
        Download files = treasurer.waitForDownload(() -> treasurer.keyboard().press("Control+Enter"));
        try (ZipFile zip = new ZipFile(files.path().toFile())) {
            assertThat(zip.size()).isEqualTo(3);
            String contents =
                    new String(zip.getInputStream(zip.getEntry("contents.csv")).readAllBytes(), StandardCharsets.UTF_8);
            for (JsonNode run : runs) {
                JsonNode file = treasury.run(run.path("id").asString()).path("file");
                assertThat(contents)
                        .contains(
                                run.path("number").asString(),
                                file.path("sha256").asString());
                assertThat(zip.getEntry(file.path("name").asString())).isNotNull();
            }
        }

        choose(treasurer, runs);
        press(treasurer, "cancel");
        assertThat(treasurer.locator("main")).containsText("0 of 2 can be done");
        assertThat(treasurer.locator("main")).containsText("had no hand in the run cancels it");
        runs.forEach(treasury::cancel);
        assertThat(states(treasury, runs)).containsOnly("CANCELLED");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theBarOfActionsFitsAPhone() {
        Treasury treasury = new Treasury(simba);
        JsonNode run = proposed(treasury, "SEV/3");
        Page phone = chromium.signedIn("treasurer", "pl", 390, 844);
        choose(phone, List.of(run));
        Chromium.picture(phone, "pl-several-runs-phone");
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        treasury.move("treasurer", run, "cancel", java.util.Map.of("reason", "Only looked at"))
                .expect(200);
    }

    private static void approve(Page manager, List<JsonNode> runs) {
        choose(manager, runs);
        press(manager, "approve");
        assertThat(manager.locator("main")).containsText("Da się wykonać: 2 z 2");
        manager.keyboard().press("Control+Enter");
        assertThat(manager.locator("main")).containsText("Wykonano: 2 z 2");
    }

    private static void choose(Page page, List<JsonNode> runs) {
        page.navigate("/payment-runs");
        for (JsonNode run : runs) {
            page.locator("tr[data-row='" + run.path("id").asString() + "'] input[type=checkbox]")
                    .check();
        }
    }

    private static void press(Page page, String action) {
        page.locator("[data-bulk] button[formaction$='/" + action + "']").click();
        page.waitForURL("**/bulk/" + action);
    }

    private static List<String> states(Treasury treasury, List<JsonNode> runs) {
        return runs.stream()
                .map(run ->
                        treasury.run(run.path("id").asString()).path("state").asString())
                .toList();
    }

    private static JsonNode proposed(Treasury treasury, String number) {
        String supplier = "WspolnyPrzewoz";
        treasury.posted(InvoiceXml.numbered(number).from(supplier, "9990077033").line("Transport", "100.00", "23"));
        treasury.confirmAccounts(supplier);
        return treasury.propose("PLN");
    }
}
