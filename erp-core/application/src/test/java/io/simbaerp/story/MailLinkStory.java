package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.task.mail.SendMails;
import io.simbaerp.task.notice.TellPeople;
import io.simbaerp.testing.TestClock;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An approver decides from the mail: by a page that asks, once, in their own name, and never because a program looked. */
@StoryTest
class MailLinkStory {

    private static final Pattern ADDRESS =
            Pattern.compile(Pattern.quote(SmtpInboxInitializer.ADDRESS) + "(/[^\\s\"<]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" (?:type=\"hidden\" )?value=\"([^\"]+)\"");

    @Autowired
    Simba simba;

    @Autowired
    MailPeople people;

    @Autowired
    TellPeople tellPeople;

    @Autowired
    SendMails sendMails;

    @Autowired
    TestClock clock;

    private MailPeople.Colleague manager;
    private CompanyId company;

    @BeforeEach
    void reachable() throws MessagingException, IOException {
        clock.set(TestClock.START);
        company = new CompanyId(UUID.fromString(people.company()));
        manager = people.register("manager");
        manager.giveAddress();
        tell();
        manager.rest()
                .post(
                        "/api/v1/notice-settings/address/confirm",
                        Map.of("code", people.letters(manager).get(0).code()))
                .expect(200);
        manager.rest()
                .put("/api/v1/notice-settings", Map.of("ways", Map.of("GROUP", "MAIL")))
                .expect(200);
    }

    @AfterEach
    void leave() {
        clock.set(TestClock.START);
        people.leave(manager);
    }

    @Test
    void aScannerThatFollowsEveryLinkDecidesNothingAndThePersonDecidesOnce()
            throws MessagingException, IOException, InterruptedException {
        String document = toApprove("LINK/1", "310.00");
        MailPeople.Letter letter = letter();
        assertThat(letter.html())
                .as("the card of the desk")
                .contains("310,00", "Naprawa wózka WZ-3")
                .doesNotContain("??");
        List<String> links = links(letter.text() + letter.html());
        assertThat(links).filteredOn(link -> link.startsWith("/mail/")).hasSizeGreaterThanOrEqualTo(2);
        HttpClient scanner = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(new CookieManager())
                .build();
        for (int round = 0; round < 2; round++) {
            for (String link : links) {
                for (String method : List.of("GET", "HEAD", "OPTIONS")) {
                    int status = ask(scanner, method, link, "").statusCode();
                    assertThat(status).as(method + " " + link).isLessThan(500);
                }
            }
        }
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        assertThat(simba.tasksOf("manager", document)).hasSize(1);

        String approve = link(letter, "approve");
        HttpClient person = visitor();
        HttpResponse<String> page = ask(person, "GET", approve, "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Nothing has happened yet", "310,00").doesNotContain("??");
        String path = approve.replaceFirst("\\?.*", "");
        assertThat(ask(person, "POST", path, "outcome=approve").statusCode())
                .as("a form of somebody else's page")
                .isEqualTo(403);
        assertThat(ask(person, "POST", path, "outcome=return&_csrf=" + token(page))
                        .statusCode())
                .as("returning asks for a reason")
                .isEqualTo(422);
        HttpResponse<String> done = ask(person, "POST", path, "outcome=approve&_csrf=" + token(page));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(simba.timelineOf(document)).contains("approval-given", "task-decided-by-mail");
        assertThat(ask(person, "GET", "/tasks", "")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("nobody is signed in by it")
                .endsWith("/login");
        assertThat(ask(person, "POST", path, "outcome=approve&_csrf=" + token(page))
                        .statusCode())
                .isEqualTo(409);
        assertThat(ask(person, "GET", approve, "").body()).contains("was used already");
    }

    @Test
    void aboveTheLimitThePersonSignsIn() throws MessagingException, IOException, InterruptedException {
        String document = toApprove("LINK/2", "5000.00");
        String approve = link(letter(), "approve");
        HttpClient person = visitor();
        HttpResponse<String> page = ask(person, "GET", approve, "");
        assertThat(page.body())
                .contains("sign in and decide there", "/tasks/")
                .doesNotContain("5 000,00", "5\u00a0000,00");
        String token = token(ask(person, "GET", "/login", ""));
        HttpResponse<String> refused =
                ask(person, "POST", approve.replaceFirst("\\?.*", ""), "outcome=approve&_csrf=" + token);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("sign in and decide there");
        assertThat(simba.as("manager")
                        .put("/api/v1/mail-limit", Map.of("amount", 9000))
                        .status())
                .isEqualTo(403);
        assertThat(simba.as("admin")
                        .put("/api/v1/mail-limit", Map.of("amount", -1))
                        .get("rule"))
                .isEqualTo("mail-link.limit-wrong");
        simba.as("admin").put("/api/v1/mail-limit", Map.of("amount", 9000)).expect(200);
        assertThat(ask(person, "GET", approve, "").body()).contains("Nothing has happened yet");
        simba.as("admin").put("/api/v1/mail-limit", Map.of("amount", 500)).expect(200);
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
        assertThat(ask(person, "GET", approve, "").body()).contains("was decided or is no longer needed");
    }

    @Test
    void aPageThatIsLongIsDecidedAsAShortOne() throws MessagingException, IOException, InterruptedException {
        InvoiceXml invoice = InvoiceXml.numbered("LINK/7").from("Wózkomir Serwis Sp. z o.o.", "5260250274");
        for (int line = 1; line <= 60; line++) {
            invoice = invoice.line("Przegląd wózka WZ-" + line + " według umowy serwisowej", "1.00", "23");
        }
        String document = sentToApproval(invoice);
        String approve = link(letter(), "approve");
        HttpClient person = visitor();
        HttpResponse<String> page = ask(person, "GET", approve, "");
        assertThat(page.body()).contains("Nothing has happened yet").hasSizeGreaterThan(10_000);
        assertThat(page.headers().allValues("Set-Cookie"))
                .as("the session the form's token is kept in")
                .isNotEmpty();
        HttpResponse<String> done =
                ask(person, "POST", approve.replaceFirst("\\?.*", ""), "outcome=approve&_csrf=" + token(page));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    @Test
    void whatBecameConfidentialAfterItWasMailedIsNeitherShownNorDecided()
            throws MessagingException, IOException, InterruptedException {
        MailPeople.Colleague director = people.register("director");
        try {
            director.giveAddress();
            tell();
            director.rest()
                    .post(
                            "/api/v1/notice-settings/address/confirm",
                            Map.of("code", people.letters(director).get(0).code()))
                    .expect(200);
            director.rest()
                    .put("/api/v1/notice-settings", Map.of("ways", Map.of("GROUP", "MAIL")))
                    .expect(200);
            simba.as("admin").put("/api/v1/mail-limit", Map.of("amount", 90000)).expect(200);
            becomesConfidential(director);
        } finally {
            simba.as("admin").put("/api/v1/mail-limit", Map.of("amount", 500));
            people.leave(director);
        }
    }

    private void becomesConfidential(MailPeople.Colleague director)
            throws MessagingException, IOException, InterruptedException {
        String document = toApprove("LINK/5", "31400.00");
        simba.decide("manager", document, Map.of("outcome", "approve")).expect(200);
        tell();
        String approve = link(people.news(director).get(0), "approve");
        HttpClient person = visitor();
        HttpResponse<String> page = ask(person, "GET", approve, "");
        assertThat(page.body()).contains("Nothing has happened yet", "LINK/5");
        String documentClass = "/api/v1/documents/" + document + "/class";
        simba.as("director")
                .put(documentClass, Map.of("code", "legal", "reason", "A dispute"))
                .expect(204);
        try {
            assertThat(ask(person, "GET", approve, "").body())
                    .contains("sign in and decide there")
                    .doesNotContain("LINK/5", "Wózkomir");
            HttpResponse<String> refused =
                    ask(person, "POST", approve.replaceFirst("\\?.*", ""), "outcome=approve&_csrf=" + token(page));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("sign in and decide there").doesNotContain("LINK/5", "Wózkomir");
        } finally {
            simba.as("director").put(documentClass, Map.of("reason", "Settled")).expect(204);
        }
        simba.decide("director", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
    }

    @Test
    void anotherContentThanTheMailedOneIsNotDecided() throws MessagingException, IOException, InterruptedException {
        String document = toApprove("LINK/4", "340.00");
        String approve = link(letter(), "approve");
        HttpClient person = visitor();
        String token = token(ask(person, "GET", approve, ""));
        String change = "update invoice.purchase_invoice set payee_account = %s where document_id = '" + document + "'";
        people.sql(change.formatted("'PL99' || coalesce(payee_account, '')"));
        assertThat(ask(person, "GET", approve, "").body()).contains("has changed since the mail was sent");
        HttpResponse<String> refused =
                ask(person, "POST", approve.replaceFirst("\\?.*", ""), "outcome=approve&_csrf=" + token);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("has changed since the mail was sent");
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");
        people.sql(change.formatted("substr(payee_account, 5)"));
        assertThat(ask(person, "GET", approve, "").body()).contains("Nothing has happened yet");
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
    }

    @Test
    void anAddressThatIsGivenUpTakesItsLinksAlong() throws MessagingException, IOException, InterruptedException {
        String document = toApprove("LINK/6", "360.00");
        String approve = link(letter(), "approve");
        HttpClient person = visitor();
        String token = token(ask(person, "GET", approve, ""));
        clock.advance(Duration.ofMinutes(2));
        manager.proveAgain();
        manager.rest()
                .put("/api/v1/notice-settings/address", Map.of("address", "other-" + manager.address()))
                .expect(200);
        assertThat(ask(person, "GET", approve, "").body()).contains("an address that is yours no longer");
        assertThat(ask(person, "POST", approve.replaceFirst("\\?.*", ""), "outcome=approve&_csrf=" + token)
                        .statusCode())
                .isEqualTo(409);
        clock.advance(Duration.ofMinutes(2));
        manager.giveAddress();
        tell();
        List<MailPeople.Letter> letters = people.letters(manager);
        manager.rest()
                .post(
                        "/api/v1/notice-settings/address/confirm",
                        Map.of("code", letters.get(letters.size() - 1).code()))
                .expect(200);
        assertThat(ask(person, "GET", approve, "").body())
                .as("confirmed anew, it gets links of its own")
                .contains("an address that is yours no longer");
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
    }

    @Test
    void aLinkIsItsPersonsAloneAndOnlyAsWeSignedIt() throws MessagingException, IOException, InterruptedException {
        String document = toApprove("LINK/3", "330.00");
        String approve = link(letter(), "approve");
        PageUser other = PageUser.signIn(simba.url(), "director", "director");
        assertThat(other.get(approve).status()).isEqualTo(403);
        assertThat(other.get(approve).text()).contains("somebody else than you");
        assertThat(other.post(approve, Map.of("outcome", List.of("approve"))).status())
                .isEqualTo(403);
        HttpClient person = visitor();
        clock.advance(Duration.ofHours(72).plusSeconds(1));
        assertThat(ask(person, "GET", approve, "").body()).contains("older than 72 hours");
        clock.set(TestClock.START);
        String path = approve.replaceFirst("\\?.*", "");
        int slowed = 0;
        for (int place = path.length() - 1; place > path.length() - 13; place--) {
            char[] changed = path.toCharArray();
            changed[place - 1] = changed[place - 1] == 'A' ? 'B' : 'A';
            int status = ask(person, "GET", new String(changed), "").statusCode();
            assertThat(status).isIn(404, 429);
            slowed += status == 429 ? 1 : 0;
        }
        assertThat(slowed).as("guessing is slowed down").isPositive();
        assertThat(ask(person, "GET", path, "").statusCode())
                .as("and disturbs nobody with a right link")
                .isEqualTo(200);
        simba.decide("manager", document, Map.of("outcome", "reject", "comment", "x"))
                .expect(200);
    }

    private static HttpClient visitor() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private HttpResponse<String> ask(HttpClient client, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simba.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(HttpResponse<String> page) {
        Matcher matcher = TOKEN.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return URLEncoder.encode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private static String link(MailPeople.Letter letter, String outcome) {
        return links(letter.text()).stream()
                .filter(link -> link.startsWith("/mail/") && link.endsWith("outcome=" + outcome))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> links(String text) {
        List<String> links = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            links.add(matcher.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    private MailPeople.Letter letter() throws MessagingException, IOException {
        tell();
        List<MailPeople.Letter> news = people.news(manager);
        assertThat(news).hasSize(1);
        return news.get(0);
    }

    private String toApprove(String number, String net) {
        return sentToApproval(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", net, "23"));
    }

    private String sentToApproval(InvoiceXml invoice) {
        String document = simba.receive(invoice);
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }

    private void tell() {
        tellPeople.run(company);
        sendMails.run(company);
    }
}
