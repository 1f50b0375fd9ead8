package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.task.live.LiveDesk;
import io.simbaerp.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever looks at a task learns within a second that somebody else took it, gave it back or decided it. */
@StoryTest
class LiveTasksStory {

    private static final String END = "the line ended";

    @Autowired
    Simba simba;

    @Autowired
    LiveDesk desk;

    @Autowired
    TestDatabase database;

    private final List<Line> lines = new ArrayList<>();

    @AfterEach
    void hangUp() throws IOException {
        for (Line line : lines) {
            line.body.close();
        }
    }

    @Test
    void anOpenPageLearnsThatATaskWasTakenGivenBackAndDecided() {
        String document = toCode("LIVE/1");
        String task = task(document);
        Line accountant = listen(PageUser.signIn(simba.url(), "accountant", "accountant"), task);
        assertThat(accountant.next()).contains(task, "\"free\"");

        // Two people hold the duty in the demo; the director looks as well and takes it.
        simba.as("accountant")
                .post("/api/v1/tasks/" + task + "/claim", Map.of())
                .expect(200);
        assertThat(accountant.next()).contains(task, "\"mine\"");
        simba.as("accountant")
                .post("/api/v1/tasks/" + task + "/release", Map.of())
                .expect(200);
        assertThat(accountant.next()).contains(task, "\"free\"");
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        assertThat(accountant.next()).contains(task, "\"done\"", "Decided meanwhile by");
    }

    @Test
    void aChangeByAnotherNodeIsHeardFromTheDatabaseAndSaysWho() throws SQLException {
        String task = task(toCode("LIVE/2"));
        Line accountant = listen(PageUser.signIn(simba.url(), "accountant", "accountant"), task);
        assertThat(accountant.next()).contains("\"free\"");
        long begun = System.nanoTime();
        elsewhere("update task.task set assignee = (select id from identity.user_account where login = 'manager')"
                + " where id = '" + task + "'");
        assertThat(accountant.next()).contains(task, "\"taken\"", "Taken by");
        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(1));

        elsewhere("update task.task set assignee = null where id = '" + task + "'; rollback");
        assertThat(accountant.quiet())
                .as("what was not committed did not happen")
                .isTrue();
        elsewhere("update task.task set state = 'WITHDRAWN', ended_at = now(), assignee = null where id = '" + task
                + "'");
        assertThat(accountant.next()).contains(task, "\"gone\"");
    }

    @Test
    void whoMayNotSeeATaskIsToldNothingOfIt() throws SQLException {
        String task = task(toCode("LIVE/3"));
        String nowhere = UUID.randomUUID().toString();
        Line manager = listen(PageUser.signIn(simba.url(), "manager", "manager"), task, nowhere);
        String told = manager.next();
        assertThat(told.replace(task, "X").replace(nowhere, "X"))
                .as("a task of others is as gone as one that never was")
                .isEqualTo("data:["
                        + "{\"id\":\"X\",\"state\":\"gone\",\"words\":\"No longer on the desk\"},"
                                .repeat(2)
                                .replaceAll(",$", "]"));
        elsewhere("update task.task set assignee = (select id from identity.user_account where login = 'accountant')"
                + " where id = '" + task + "'");
        assertThat(manager.next()).contains("\"gone\"").doesNotContain("taken", "Taken");
    }

    @Test
    void itEndsWithTheSession() throws SQLException {
        String task = task(toCode("LIVE/4"));
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        Line line = listen(accountant, task);
        assertThat(line.next()).contains("\"free\"");
        accountant.post("/logout", Map.of());
        desk.beat();
        assertThat(line.next()).isEqualTo("data:left");
        assertThat(line.next()).isEqualTo(END);
    }

    @Test
    void itEndsWithTheMembership() throws SQLException {
        String task = task(toCode("LIVE/5"));
        Line line = listen(PageUser.signIn(simba.url(), "accountant", "accountant"), task);
        assertThat(line.next()).contains("\"free\"");
        String accountant = "(select id from identity.user_account where login = 'accountant')";
        elsewhere(
                TestDatabase.OWNER,
                "create table public.kept as select * from identity.membership where user_id = " + accountant
                        + "; delete from identity.membership where user_id = " + accountant);
        try {
            elsewhere("update task.task set assignee = (select id from identity.user_account where login = 'manager')"
                    + " where id = '" + task + "'");
            assertThat(line.next()).isEqualTo("data:left");
            assertThat(line.next()).isEqualTo(END);
        } finally {
            elsewhere(
                    TestDatabase.OWNER,
                    "insert into identity.membership select * from public.kept; drop table public.kept");
        }
    }

    @Test
    void ofOnePersonTheOldestLineGivesWay() {
        String task = task(toCode("LIVE/6"));
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        List<Line> open = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            open.add(listen(accountant, task));
            assertThat(open.get(n).next()).contains("\"free\"");
        }
        assertThat(open.get(0).next()).isEqualTo("data:replaced");
        assertThat(open.get(0).next()).isEqualTo(END);
        assertThat(open.get(4).quiet()).isTrue();
    }

    @Test
    void aNodeThatStopsEndsEveryLineAtOnceAndWhoeverComesAgainIsToldHowThingsStand() {
        String task = task(toCode("LIVE/7"));
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        Line line = listen(accountant, task);
        assertThat(line.next()).contains("\"free\"");
        long begun = System.nanoTime();
        desk.stop();
        try {
            assertThat(line.next()).isEqualTo("data:stopped");
            assertThat(line.next()).isEqualTo(END);
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(3));
            assertThat(accountant.listen("/tasks/live?task=" + task).statusCode())
                    .isEqualTo(503);
            simba.as("accountant")
                    .post("/api/v1/tasks/" + task + "/claim", Map.of())
                    .expect(200);
        } finally {
            desk.start();
        }
        assertThat(listen(accountant, task).next()).contains("\"mine\"");
    }

    @Test
    void nothingIsHeldOpenForWhoeverDoesNotAskForEvents() {
        String task = task(toCode("LIVE/8"));
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        assertThat(accountant.get("/tasks/live?task=" + task).status()).isEqualTo(406);
        assertThat(PageUser.signIn(simba.url(), "auditor", "auditor")
                        .listen("/tasks/live?task=" + task)
                        .statusCode())
                .as("no duty at the desk")
                .isEqualTo(403);
    }

    private String toCode(String number) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka", "1" + number.replaceAll("\\D", "") + ".00", "23"));
        simba.answerQuestionsUntilCoding(document);
        return document;
    }

    private String task(String document) {
        return simba.taskOf("accountant", document).path("id").asString();
    }

    /** As another node of the same application would. */
    private void elsewhere(String sql) throws SQLException {
        elsewhere(TestDatabase.APPLICATION, sql);
    }

    private void elsewhere(String role, String sql) throws SQLException {
        try (Connection node = database.connect(role);
                Statement statement = node.createStatement()) {
            node.setAutoCommit(false);
            statement.execute("select set_config('simba.company', (select company_id from company.directory"
                    + " where tax_id = '9990045672')::text, true), set_config('simba.sees', '*', true)");
            statement.execute(sql);
            node.commit();
        }
    }

    private Line listen(PageUser user, String... tasks) {
        HttpResponse<InputStream> answer = user.listen("/tasks/live?task=" + String.join("&task=", tasks));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        Line line = new Line(answer.body());
        lines.add(line);
        return line;
    }

    /** What comes, data by data. */
    private static final class Line {

        private final InputStream body;
        private final BlockingQueue<String> data = new LinkedBlockingQueue<>();

        Line(InputStream body) {
            this.body = body;
            Thread reading = new Thread(this::read);
            reading.setDaemon(true);
            reading.start();
        }

        private void read() {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                for (String line = text.readLine(); line != null; line = text.readLine()) {
                    if (line.startsWith("data:")) {
                        data.add(line);
                    }
                }
            } catch (IOException closed) {
                data.add("closed: " + closed.getMessage());
                return;
            }
            data.add(END);
        }

        String next() {
            try {
                String next = data.poll(10, TimeUnit.SECONDS);
                return next == null ? "nothing came" : next;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean quiet() {
            try {
                return data.poll(1500, TimeUnit.MILLISECONDS) == null;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
