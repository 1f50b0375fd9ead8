package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.task.mail.SendMails;
import io.simbaerp.task.notice.TellPeople;
import io.simbaerp.testing.SmtpInbox;
import io.simbaerp.testing.TestClock;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People are told of what concerns them as they chose: in the application, by mail over SMTP, once a day, or not at all. */
@StoryTest
class NoticeStory {

    /** One, beside the place in the menu. */
    private static final Pattern UNREAD = Pattern.compile("Notices</span><em[^>]*>1</em>");

    @Autowired
    Simba simba;

    @Autowired
    SmtpInbox inbox;

    @Autowired
    MailPeople people;

    @Autowired
    TellPeople tellPeople;

    @Autowired
    SendMails sendMails;

    @Autowired
    TestClock clock;

    private MailPeople.Colleague manager;
    private MailPeople.Colleague coder;
    private CompanyId company;

    @BeforeEach
    void people() {
        clock.set(TestClock.START);
        manager = people.register("manager");
        coder = people.register("accountant");
        company = new CompanyId(UUID.fromString(people.company()));
    }

    @AfterEach
    void leave() {
        clock.set(TestClock.START);
        inbox.outOfOrder(false);
        people.leave(manager, coder);
    }

    @Test
    void nothingIsMailedToAnAddressNobodyConfirmed() throws MessagingException, IOException {
        JsonNode usual = settings(manager);
        assertThat(usual.path("mailReady").asBoolean()).isTrue();
        assertThat(usual.path("address").isNull() || usual.path("address").isMissingNode())
                .isTrue();
        assertThat(usual.path("ways").path("GROUP").asString()).isEqualTo("NOTHING");
        assertThat(manager.rest()
                        .put("/api/v1/notice-settings/address", Map.of("address", manager.address()))
                        .get("rule"))
                .as("a stolen token gives nobody the mail")
                .isEqualTo("sign-in.not-fresh");
        manager.proveAgain();
        for (String wrong : List.of("nobody", "a@b", "a b@example.com", "a@example.com\r\nBcc: b@example.com")) {
            assertThat(manager.rest()
                            .put("/api/v1/notice-settings/address", Map.of("address", wrong))
                            .get("rule"))
                    .isEqualTo("mail.address-wrong");
        }
        manager.giveAddress();
        choose(manager, Map.of("GROUP", "MAIL"));
        toApprove("NOTICE/1", "410.00");
        tell();
        List<MailPeople.Letter> letters = people.letters(manager);
        assertThat(letters).as("the code alone").hasSize(1);
        List<CompletableFuture<String>> tries = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> confirm("00000000x").get("rule")))
                .limit(12)
                .toList();
        assertThat(tries.stream().map(CompletableFuture::join).filter("mail.code-wrong"::equals))
                .as("however many try at once")
                .hasSize(5);
        assertThat(confirm(letters.get(0).code()).get("rule"))
                .as("tried too often")
                .isEqualTo("mail.code-over");
        manager.proveAgain();
        assertThat(manager.rest()
                        .put("/api/v1/notice-settings/address", Map.of("address", "stranger@example.com"))
                        .get("rule"))
                .isEqualTo("mail.code-soon");
        clock.advance(Duration.ofSeconds(61));
        manager.proveAgain();
        manager.rest()
                .put("/api/v1/notice-settings/address", Map.of("address", "stranger@example.com"))
                .expect(200);
        clock.advance(Duration.ofSeconds(61));
        manager.giveAddress();
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "CODE DROPPED 0", "CODE WAITING 0");
        tell();
        assertThat(confirm(people.letters(manager).get(1).code()).status()).isEqualTo(200);
        assertThat(settings(manager).path("confirmed").asBoolean()).isTrue();
    }

    @Test
    void aTaskIsMailedOnceHoweverManyNodesTellAndStandsInTheApplicationToo() throws MessagingException, IOException {
        reachable(manager);
        choose(manager, Map.of("GROUP", "MAIL"));
        String document = toApprove("NOTICE/2", "420.00");
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(this::tell))
                        .limit(4)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        tell();
        MailPeople.Letter letter = only(people.news(manager));
        assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(letter.header("List-Id")).isEqualTo("<notices.example.com>");
        assertThat(letter.subject())
                .isEqualTo("Approve invoice (NOTICE/2, Wózkomir Serwis Sp. z o.o.): can be taken by you");
        String task = simba.taskOf("manager", document).path("id").asString();
        assertThat(letter.text()).contains("516,60", SmtpInboxInitializer.ADDRESS + "/tasks/" + task);
        assertThat(letter.html())
                .contains("NOTICE/2", SmtpInboxInitializer.ADDRESS + "/tasks/" + task, "<style>")
                .doesNotContain("<script", "<form", "<svg", "??");
        JsonNode notices =
                manager.rest().get("/api/v1/notices").expect(200).body().path("items");
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0).path("act").asString()).isEqualTo("GROUP");
        assertThat(PageUser.signIn(simba.url(), manager.login(), manager.login())
                        .get("/notices")
                        .text())
                .contains("can be taken by you", "NOTICE/2", "/notices/settings")
                .doesNotContain("??");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        tell();
        assertThat(coder.rest().get("/api/v1/notices").expect(200).text())
                .as("whoever coded it hears of the decision")
                .contains("\"DECISION\"", "\"approve\"");
        assertThat(people.news(manager)).hasSize(1);
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgainAndWhatIsOverIsDropped() throws MessagingException, IOException {
        reachable(manager);
        choose(manager, Map.of("GROUP", "MAIL"));
        inbox.outOfOrder(true);
        String document = toApprove("NOTICE/3", "430.00");
        tell();
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "NOTICE WAITING 1");
        inbox.outOfOrder(false);
        tell();
        assertThat(people.news(manager)).as("not before its time").isEmpty();
        clock.advance(Duration.ofMinutes(6));
        tell();
        assertThat(people.news(manager)).hasSize(1);
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "NOTICE SENT 2");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);

        choose(manager, Map.of("GROUP", "DIGEST"));
        String decided = toApprove("NOTICE/4", "440.00");
        tell();
        simba.decide("manager", decided, Map.of("outcome", "approve")).expect(200);
        clock.set(Instant.parse("2026-11-23T07:01:00Z"));
        tell();
        clock.set(TestClock.START);
        assertThat(people.news(manager)).hasSize(1);
        assertThat(people.outbox(manager)).contains("DIGEST DROPPED 1");
    }

    @Test
    void whatSomebodyElseTookMeanwhileIsNotMailed() throws MessagingException, IOException {
        reachable(manager);
        choose(manager, Map.of("GROUP", "DIGEST"));
        String document = toApprove("NOTICE/11", "445.00");
        tell();
        String task = simba.taskOf("manager", document).path("id").asString();
        simba.as("manager").post("/api/v1/tasks/" + task + "/claim", Map.of()).expect(200);
        clock.set(Instant.parse("2026-11-23T07:01:00Z"));
        tell();
        clock.set(TestClock.START);
        assertThat(people.news(manager)).isEmpty();
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "DIGEST DROPPED 1");
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
    }

    @Test
    void whatNobodyCanBeToldOfIsTriedLaterAndLater() {
        String document = toApprove("NOTICE/12", "446.00");
        UUID poison = UUID.randomUUID();
        people.sql("""
                with told as (
                    insert into task.telling (company_id, id, kind, task_id, source, person, happened_at)
                    select company_id, '%1$s', 'TASK', id, '%1$s', '%1$s', now()
                      from task.task where document_id = '%2$s' and state = 'OPEN'
                    returning company_id, task_id)
                insert into task.notice (company_id, id, telling_id, task_id, person, given_at)
                select company_id, '%1$s', '%1$s', task_id, '%1$s', now() from told""".formatted(poison, document));
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
        String attempts = "select attempts::text from task.telling where id = '" + poison + "'";
        String beside = """
                select count(*)::text from task.telling join task.task on task.id = task_id
                 where document_id = '%s' and telling.id <> '%s' and told_at is null""".formatted(document, poison);
        assertThat(Integer.parseInt(people.texts(beside).get(0)))
                .as("others wait to be told of together with it")
                .isPositive();
        tell();
        assertThat(people.texts(beside)).as("they are told although it fails").containsExactly("0");
        assertThat(coder.rest().get("/api/v1/notices").expect(200).text()).containsOnlyOnce("\"DECISION\"");
        tell();
        assertThat(people.texts(attempts)).containsExactly("1");
        clock.advance(Duration.ofMinutes(6));
        tell();
        assertThat(people.texts(attempts)).containsExactly("2");
        assertThatThrownBy(() ->
                        people.sql("update task.telling set attempts = 0, next_at = null where id = '" + poison + "'"))
                .hasMessageContaining("stays on record");
    }

    @Test
    void quietHoursHoldMailBackAndTheSummaryComesOnceADay() throws MessagingException, IOException {
        reachable(manager);
        Map<String, Object> quiet = new HashMap<>(Map.of("ways", Map.of("GROUP", "MAIL"), "quietFrom", "10:00"));
        assertThat(manager.rest().put("/api/v1/notice-settings", quiet).get("rule"))
                .isEqualTo("notice.quiet-half");
        quiet.put("quietUntil", "12:00");
        manager.rest().put("/api/v1/notice-settings", quiet).expect(200);
        String first = toApprove("NOTICE/5", "450.00");
        tell();
        assertThat(people.news(manager)).isEmpty();
        clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        tell();
        assertThat(people.news(manager)).hasSize(1);
        clock.set(TestClock.START);

        choose(manager, Map.of("GROUP", "DIGEST"));
        String second = toApprove("NOTICE/6", "460.00");
        String third = toApprove("NOTICE/7", "470.00");
        tell();
        clock.set(Instant.parse("2026-11-21T07:05:00Z"));
        tell();
        assertThat(people.news(manager)).as("nobody works on Saturday").hasSize(1);
        clock.set(Instant.parse("2026-11-23T07:00:00Z"));
        tell();
        tell();
        clock.set(TestClock.START);
        List<MailPeople.Letter> news = people.news(manager);
        assertThat(news).hasSize(2);
        assertThat(news.get(1).subject()).isEqualTo("Simba: 2 notices");
        assertThat(news.get(1).text()).contains("NOTICE/6", "NOTICE/7").doesNotContain("NOTICE/5");
        for (String document : List.of(first, second, third)) {
            simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                    .expect(200);
        }
    }

    @Test
    void ofAConfidentialDocumentMailSaysOnlyThatSomethingWaits() throws MessagingException, IOException {
        MailPeople.Colleague director = people.register("director");
        reachable(director);
        choose(director, Map.of("GROUP", "MAIL"));
        String document = toApprove("NOTICE/8", "31400.00");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        simba.as("director")
                .put("/api/v1/documents/" + document + "/class", Map.of("code", "legal", "reason", "A dispute"))
                .expect(204);
        tell();
        MailPeople.Letter letter = only(people.news(director));
        assertThat(letter.subject()).isEqualTo("Approve invoice: can be taken by you");
        assertThat(letter.text() + letter.html())
                .contains("/tasks/", "Confidential")
                .doesNotContain("NOTICE/8", "Wózkomir", "31 400", "31\u00a0400");
        simba.as("director")
                .put("/api/v1/documents/" + document + "/class", Map.of("reason", "Settled"))
                .expect(204);
        simba.decide("director", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
        people.leave(director);
    }

    @Test
    void ofATaskNoLongerTheirsNeitherPartyNorNumberIsTold() throws MessagingException, IOException {
        choose(manager, Map.of("GROUP", "IN_APP"));
        String document = toApprove("NOTICE/13", "450.00");
        tell();
        PageUser page = PageUser.signIn(simba.url(), manager.login(), manager.login());
        assertThat(page.get("/notices").text()).contains("NOTICE/13", "Wózkomir");
        simba.as("admin")
                .put("/api/v1/people/" + manager.id() + "/roles/employee", Map.of())
                .expect(200);
        people.leave(manager);
        assertThat(page.get("/notices").text())
                .contains("can be taken by you")
                .doesNotContain("NOTICE/13")
                .doesNotContain("Wózkomir");
        assertThat(manager.rest().get("/api/v1/notices").expect(200).text())
                .contains("\"GROUP\"")
                .doesNotContain("NOTICE/13")
                .doesNotContain("Wózkomir");
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
        simba.as("admin").delete("/api/v1/people/" + manager.id() + "/roles/employee");
    }

    @Test
    void whoLeftOrWantsNothingGetsNothing() throws MessagingException, IOException {
        reachable(manager);
        choose(manager, Map.of("GROUP", "NOTHING"));
        String first = toApprove("NOTICE/9", "480.00");
        tell();
        assertThat(manager.rest().get("/api/v1/notices").expect(200).body().path("items"))
                .isEmpty();
        choose(manager, Map.of("GROUP", "DIGEST"));
        String second = toApprove("NOTICE/10", "490.00");
        tell();
        PageUser page = PageUser.signIn(simba.url(), manager.login(), manager.login());
        assertThat(page.get("/notices").text()).contains("NOTICE/10").containsPattern(UNREAD);
        choose(manager, Map.of("GROUP", "NOTHING"));
        assertThat(page.get("/notices").text()).doesNotContain("NOTICE/10").doesNotContainPattern(UNREAD);
        choose(manager, Map.of("GROUP", "DIGEST"));
        people.leave(manager);
        clock.set(Instant.parse("2026-11-23T07:01:00Z"));
        tell();
        clock.set(TestClock.START);
        assertThat(people.news(manager)).isEmpty();
        assertThat(people.outbox(manager)).containsExactly("CODE SENT 1", "DIGEST DROPPED 1");
        for (String document : List.of(first, second)) {
            simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                    .expect(200);
        }
    }

    @Test
    void theSettingsAreKeptOnTheirPageToo() {
        PageUser page = PageUser.signIn(simba.url(), manager.login(), manager.login());
        assertThat(page.get("/notices/settings").text())
                .contains("name=\"way.TASK\"", "name=\"quietFrom\"", "name=\"password\"")
                .doesNotContain("??", "names no mail server");
        assertThat(page.post(
                                "/notices/settings",
                                Map.of(
                                        "way.TASK",
                                        List.of("DIGEST"),
                                        "digestAt",
                                        List.of("09:15"),
                                        "quietFrom",
                                        List.of(""),
                                        "quietUntil",
                                        List.of("")))
                        .status())
                .isEqualTo(302);
        JsonNode kept = settings(manager);
        assertThat(kept.path("ways").path("TASK").asString()).isEqualTo("DIGEST");
        assertThat(kept.path("times").path("digestAt").asString()).startsWith("09:15");
        assertThat(kept.path("times").path("workingDaysOnly").asBoolean()).isFalse();
        for (Map<String, List<String>> wrong : List.of(
                Map.of("way.TASK", List.of("SHOUT")),
                Map.of("digestAt", List.of("soon")),
                Map.of("quietFrom", List.of("10:00")))) {
            assertThat(page.post("/notices/settings", wrong).status()).isEqualTo(422);
        }
        Map<String, List<String>> address = new HashMap<>(Map.of("address", List.of(manager.address())));
        address.put("password", List.of("wrong"));
        assertThat(page.post("/notices/settings/address", address).status()).isEqualTo(422);
        address.put("password", List.of(manager.login()));
        assertThat(page.post("/notices/settings/address", address).status()).isEqualTo(302);
        assertThat(page.get("/notices/settings").text()).contains("A code was sent to " + manager.address());
        assertThat(page.post("/notices/settings/address/confirm", Map.of("code", List.of("1")))
                        .status())
                .isEqualTo(422);
    }

    private void reachable(MailPeople.Colleague person) throws MessagingException, IOException {
        person.giveAddress();
        tell();
        List<MailPeople.Letter> letters = people.letters(person);
        person.rest()
                .post(
                        "/api/v1/notice-settings/address/confirm",
                        Map.of("code", letters.get(letters.size() - 1).code()))
                .expect(200);
    }

    private RestUser.Answer confirm(String code) {
        return manager.rest().post("/api/v1/notice-settings/address/confirm", Map.of("code", code));
    }

    private void choose(MailPeople.Colleague person, Map<String, String> ways) {
        person.rest()
                .put("/api/v1/notice-settings", Map.of("ways", ways, "workingDaysOnly", true))
                .expect(200);
    }

    private JsonNode settings(MailPeople.Colleague person) {
        return person.rest().get("/api/v1/notice-settings").expect(200).body();
    }

    private String toApprove(String number, String net) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", net, "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide(coder.login(), document, Map.of("outcome", "send")).expect(200);
        return document;
    }

    private void tell() {
        tellPeople.run(company);
        sendMails.run(company);
    }

    private static MailPeople.Letter only(List<MailPeople.Letter> letters) {
        assertThat(letters).as(Arrays.toString(letters.toArray())).hasSize(1);
        return letters.get(0);
    }
}
