package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.task.live.LiveDesk;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An open list learns what others do, also once the program has been started anew behind it. */
@BrowserTest
class LiveDeskTest {

    @Autowired
    Simba simba;

    @Autowired
    LiveDesk desk;

    @Autowired
    TestDatabase database;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
        Desks.clear(simba, "accountant");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void whatIsStoppedAndStartedIsListenedToAgainWithoutAnybodyTouchingThePage() throws SQLException {
        String document = simba.receive(InvoiceXml.numbered("LIVE/BROWSER")
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka", "77.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        String task = simba.taskOf("accountant", document).path("id").asString();
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/tasks");
        Locator says = page.locator("tr[data-row='" + task + "'] .live-says");
        assertThat(page.locator("tr[data-row='" + task + "']")).isVisible();
        assign(task, "(select id from identity.user_account where login = 'manager')");
        assertThat(says).containsText("Taken by");

        // The half minute it waits is over at once.
        page.evaluate("() => { const wait = window.setTimeout;"
                + " window.setTimeout = (work, ms) => wait(work, ms === 30000 ? 200 : ms); }");
        desk.stop();
        desk.start();
        assign(task, "null");
        assertThat(says).hasCount(0);
    }

    private void assign(String task, String person) throws SQLException {
        try (Connection node = database.connect(TestDatabase.APPLICATION);
                Statement statement = node.createStatement()) {
            node.setAutoCommit(false);
            statement.execute("select set_config('simba.company', (select company_id from company.directory"
                    + " where tax_id = '9990045672')::text, true), set_config('simba.sees', '*', true)");
            statement.execute("update task.task set assignee = " + person + " where id = '" + task + "'");
            node.commit();
        }
    }
}
