package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.Memberships;
import io.simbaerp.ledger.bulk.EntryUploads;
import io.simbaerp.ledger.bulk.PostUploadedChunk;
import io.simbaerp.ledger.bulk.PostUploads;
import io.simbaerp.story.Simba;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file of entries: brought, watched while it is posted, taken up again after a stop, and put right where it was refused. */
@BrowserTest
class UploadingEntriesTest {

    private static final String HEAD = "key;journal;posting_date;narration;account;debit;credit\n";
    private static final int ENTRIES = 40;

    @Autowired
    Simba simba;

    @Autowired
    PostUploads postUploads;

    @Autowired
    PostUploadedChunk postChunk;

    @Autowired
    EntryUploads uploads;

    @Autowired
    Memberships memberships;

    @Autowired
    CompanyDirectory companies;

    @Autowired
    CurrentActor currentActor;

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
    void aFileIsWatchedGoesOnWhereItStoppedAndItsRefusedRowsAreSentAgain() throws IOException {
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        choose(page, file("11", "999"));
        page.locator("[formaction$='/check']").click();
        assertThat(page.locator("main"))
                .containsText("Of 40 entries 38 would be posted (debits 380,00\u00a0PLN, credits 380,00\u00a0PLN)");
        assertThat(page.locator("main")).containsText("journal-entry.account-unknown");
        Chromium.readable(page, "entry-upload-checked");
        bring(page, file("11", "999"));
        Locator progress = page.locator("#progress progress");
        assertThat(progress).hasAttribute("value", "0");
        page.evaluate("() => { window.stayed = true; }");

        // The node that posts is stopped after its first ten entries; the page goes on asking.
        UUID upload = UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
        CompanyId company = companyOf(upload);
        UUID accountant = uploadOf(upload, company).orElseThrow().uploadedBy();
        currentActor.run(memberships.acting(accountant, company).orElseThrow(), () -> postChunk.post(upload, 10, null));
        assertThat(progress).hasAttribute("value", "25");
        Chromium.picture(page, "entry-upload-moving");

        // Any node takes up what is left.
        postUploads.run(company);
        assertThat(progress).hasAttribute("value", "100");
        assertThat((Boolean) page.evaluate("() => window.stayed === true"))
                .as("the page moved without being loaded again")
                .isTrue();
        assertThat(page.locator("#progress"))
                .containsText("Of 40 entries 38 were posted, 0 were known already, 2 were refused.");
        assertThat(page.locator("#progress tbody tr")).hasCount(2);
        assertThat(page.locator("#progress tbody tr").first()).containsText("journal-entry.unbalanced");
        Chromium.readable(page, "entry-upload-refused");
        Download refused = page.waitForDownload(
                () -> page.locator("a[href$='/refused.csv']").click());
        assertThat(Files.readString(refused.path()))
                .contains("k7;", "journal-entry.unbalanced")
                .contains("k25;", "journal-entry.account-unknown");

        bring(page, file("10", "130-01"));
        postUploads.run(company);
        assertThat(progress).hasAttribute("value", "100");
        assertThat(page.locator("#progress"))
                .containsText("Of 40 entries 2 were posted, 38 were known already, 0 were refused.");
        assertThat(page.locator("#progress tbody tr")).hasCount(0);
        page.navigate("/ledger/entries/uploads");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(chromium.complaints()).isEmpty();
    }

    private CompanyId companyOf(UUID upload) {
        return companies.all().stream()
                .filter(company -> uploadOf(upload, company).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Optional<EntryUploads.Upload> uploadOf(UUID upload, CompanyId company) {
        return currentActor.as(Acting.system("test", company), () -> uploads.byId(upload));
    }

    private static void choose(Page page, String file) {
        page.navigate("/ledger/entries/uploads");
        page.setInputFiles(
                "input[name=file]", new FilePayload("november.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private static void bring(Page page, String file) {
        choose(page, file);
        page.locator("main form .btn-primary").click();
        page.waitForURL(Pattern.compile(".*/uploads/[0-9a-f-]{36}"));
    }

    /** Forty entries, the seventh with this credit and the twenty-fifth on this account. */
    private static String file(String credit, String account) {
        StringBuilder file = new StringBuilder(HEAD);
        for (int n = 1; n <= ENTRIES; n++) {
            file.append("k%d;PK;2026-11-18;Uploaded %d;100-01;10;\n".formatted(n, n));
            file.append(";;;;%s;;%s\n".formatted(n == 25 ? account : "130-01", n == 7 ? credit : "10"));
        }
        return file.toString();
    }
}
