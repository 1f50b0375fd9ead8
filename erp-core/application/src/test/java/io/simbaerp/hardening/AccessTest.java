package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions and tokens: seen and ended by their owner, and by nobody else but an administrator. */
@StoryTest
class AccessTest {

    private static final Pattern TOKEN = Pattern.compile("value=\"(simba_[A-Za-z0-9_-]+)\"");
    private static final Pattern SESSION = Pattern.compile("action=\"(/access/sessions/[0-9a-f]{16}/end)\"");
    private static final Pattern END = Pattern.compile("action=\"(/access/tokens/[0-9a-f-]{36}/end)\"");

    @Autowired
    Simba simba;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void aSessionIsEndedFromAnotherOneAndByNobodyElse() {
        jdbc.sql("delete from identity.session where principal_name = 'manager'")
                .update();
        Stranger phone = signedIn("manager");
        Stranger desk = signedIn("manager");
        String page = desk.get("/access").text();
        List<String> others = all(SESSION, page);
        assertThat(others).hasSize(1);
        assertThat(page).contains("127.0.0.1").doesNotContain(sessionId(phone)).doesNotContain(sessionId(desk));

        Stranger stranger = signedIn("accountant");
        assertThat(stranger.post(others.get(0), "", stranger.formToken("/access"))
                        .status())
                .isEqualTo(404);
        assertThat(phone.get("/access").status()).isEqualTo(200);

        assertThat(desk.post(others.get(0), "", desk.formToken("/access")).status())
                .isEqualTo(302);
        assertThat(phone.get("/access").status()).as("signed out there").isEqualTo(302);
        assertThat(desk.get("/access").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorEndsSessionsOfPeople() {
        jdbc.sql("delete from identity.session where principal_name = 'director'")
                .update();
        Stranger person = signedIn("director");
        Stranger admin = signedIn("admin");
        Matcher form = Pattern.compile(
                        "action=\"(/signed-in/[0-9a-f]{16}/end)\"[^§]{0,400}?name=\"login\" value=\"director\"")
                .matcher(admin.get("/signed-in").text());
        assertThat(form.find()).isTrue();
        assertThat(person.get("/signed-in").status()).isEqualTo(403);
        assertThat(person.post(form.group(1), "login=director", person.formToken("/access"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(form.group(1), "login=director", admin.formToken("/signed-in"))
                        .status())
                .isEqualTo(302);
        assertThat(person.get("/access").status()).isEqualTo(302);
    }

    @Test
    void aSessionEndsUnusedAndAfterTheLongestTime() {
        Stranger idle = signedIn("treasurer");
        jdbc.sql(
                        "update identity.session set last_access_time = last_access_time - 7300000 where principal_name = 'treasurer'")
                .update();
        assertThat(idle.get("/access").status()).as("two hours unused").isEqualTo(302);

        Stranger busy = signedIn("treasurer");
        clock.advance(Duration.ofHours(11));
        assertThat(busy.get("/access").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(2));
        assertThat(busy.get("/access").status()).as("twelve hours long").isEqualTo(302);
    }

    @Test
    void aTokenIsMadeInASessionShownOnceAndEnded() {
        Stranger person = signedIn("accountant");
        String name = "till-" + UUID.randomUUID();
        Stranger.Answer made =
                person.post("/access/tokens", "name=" + name + "&reach=company&days=30", person.formToken("/access"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).contains("no-store");
        String token = all(TOKEN, made.text()).get(0);
        assertThat(person.get("/access").text()).contains(name, "never").doesNotContain(token);

        assertThat(asked(token, "/api/v1/documents").status()).isEqualTo(200);
        assertThat(asked(token, "/api/v1/documents", "Simba-Company", "0000000000")
                        .status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from identity.access_token t where t.name = ? and t::text like ?")
                        .params(name, "%" + token.substring(6) + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("""
                        select count(*) from identity.access_token t join identity.token_use u on u.token_id = t.id
                         where t.name = ?""").param(name).query(Long.class).single()).isOne();

        String page = person.get("/access").text();
        String end = all(END, page.substring(page.indexOf(name))).get(0);
        Stranger other = signedIn("manager");
        assertThat(other.post(end, "", other.formToken("/access")).status()).isEqualTo(404);
        assertThat(person.post(end, "", person.formToken("/access")).status()).isEqualTo(302);
        assertThat(asked(token, "/api/v1/documents").status()).isEqualTo(401);
    }

    @Test
    void aTokenExpires() {
        Stranger person = signedIn("accountant");
        Stranger.Answer made =
                person.post("/access/tokens", "name=short&reach=all&days=1", person.formToken("/access"));
        String token = all(TOKEN, made.text()).get(0);
        assertThat(asked(token, "/api/v1/documents").status()).isEqualTo(200);
        clock.advance(Duration.ofHours(25));
        assertThat(asked(token, "/api/v1/documents").status()).isEqualTo(401);
    }

    @Test
    void aTokenOfNonsenseIsRefusedByItsField() {
        Stranger person = signedIn("accountant");
        for (String form : List.of("name=&days=30", "name=x&days=0", "name=x&days=366", "name=x&days=many", "days=1")) {
            Stranger.Answer refused = person.post("/access/tokens", form, person.formToken("/access"));
            assertThat(refused.status()).as(form).isEqualTo(422);
            assertThat(refused.text()).as(form).contains("token.");
            assertThat(all(TOKEN, refused.text())).as(form).isEmpty();
        }
    }

    private Stranger signedIn(String person) {
        Stranger stranger = new Stranger(simba.url());
        assertThat(stranger.signIn(person, person).header("Location")).doesNotContain("/login");
        return stranger;
    }

    private Stranger.Answer asked(String token, String path, String... headers) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Authorization", "Bearer " + token),
                        java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return new Stranger(simba.url()).get(path, all);
    }

    private static String sessionId(Stranger person) {
        return person.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("simba-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
