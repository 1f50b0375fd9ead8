package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.hardening.Stranger.Answer;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Passwords, tokens and session ids are followed through everything that goes well and wrong with them: they stand in no
 * line of the log, however much of it is switched on, no address, no answer, no trail and no table.
 */
@StoryTest
class SecretsTest {

    private static final Pattern TOKEN = Pattern.compile("value=\"(simba_[A-Za-z0-9_-]+)\"");
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|secret|token|credential|apikey).*");
    private static final String BROKEN = "/api/v1/broken-by-test";

    @Autowired
    Simba simba;

    @Autowired
    WebApplicationContext application;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient jdbc;

    private String login = "leaky" + UUID.randomUUID().toString().substring(0, 8);
    private final Secrets secrets = new Secrets();
    private final List<Answer> answers = new ArrayList<>();
    private final String password = secrets.keep("the password", "Geheim/" + UUID.randomUUID());
    private Leaks leaks;

    @BeforeEach
    void listen() throws Exception {
        jdbc.sql("delete from identity.sign_in_pace").update();
        leaks = Leaks.listen(application);
        breakADoor(true);
    }

    @AfterEach
    void stopListening() throws Exception {
        leaks.close();
        breakADoor(false);
        jdbc.sql("delete from identity.sign_in_pace").update();
    }

    @Test
    void secretsStandNowhereButWhereTheyAreAskedFor() throws SQLException {
        registered();
        Stranger person = signedInAfterMistakes();
        String token = tokenMade(person);
        tokenUsed(token);
        formsGoneWrong(person);

        assertThat(leaks.lines()).as("lines of the log").hasSizeGreaterThan(200);
        assertThat(leaks.requests()).as("lines of the access log").hasSizeGreaterThan(15);
        assertThat(secrets.in(leaks.lines())).as("log").isEmpty();
        assertThat(secrets.in(leaks.requests())).as("access log").isEmpty();
        assertThat(secrets.in(answers.stream().map(Answer::text).toList()))
                .as("answers")
                .isEmpty();
        assertThat(secrets.in(answers.stream()
                        .flatMap(answer -> answer.response().headers().map().entrySet().stream())
                        .filter(header -> !header.getKey().equalsIgnoreCase("Set-Cookie"))
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .toList()))
                .as("headers")
                .isEmpty();
        assertThat(secrets.inDatabase(database)).isEmpty();
        System.out.println("Secrets: " + secrets.count() + " followed through "
                + leaks.requests().size()
                + " requests; " + leaks.lines().size() + " lines of the log, " + answers.size() + " answers and "
                + secrets.tables() + " tables hold none");
    }

    private void registered() {
        Stranger nobody = new Stranger(simba.url());
        String admin = tokenByName("admin", "admin");
        for (String wrong : List.of(
                "{\"login\":\"" + login + "\",\"password\":\"" + password,
                "{\"login\":\"\",\"name\":\"X\",\"password\":\"" + password + "\",\"role\":\"accountant\"}",
                "{\"login\":\"x\",\"name\":\"X\",\"password\":\"" + password + "\",\"role\":\"no such role\"}",
                "{\"login\":\"x\",\"name\":{\"password\":\"" + password + "\"}}",
                "{\"login\":\"x\",\"" + password + "\":1,\"password\":[\"" + password + "\"]}")) {
            Answer refused = note(nobody.send(json("/api/v1/people", admin, wrong)));
            assertThat(refused.status()).as(wrong).isBetween(400, 499);
        }
        note(nobody.send(json(
                "/api/v1/people",
                admin,
                "{\"login\":\"" + login + "\",\"name\":\"Leaky\",\"password\":\"" + password
                        + "\",\"language\":\"en\",\"role\":\"accountant\"}")));
        assertThat(answers.get(answers.size() - 1).status()).isEqualTo(201);
        login = JsonPath.read(answers.get(answers.size() - 1).text(), "$.login");
        secrets.keepHash(jdbc.sql("select password_hash from identity.user_account where login = ?")
                .param(login)
                .query(String.class)
                .single());
    }

    private Stranger signedInAfterMistakes() {
        Stranger person = new Stranger(simba.url());
        String nearly = secrets.keep("a password mistyped", "Gehein/" + UUID.randomUUID());
        note(person.signIn(login, nearly));
        note(person.signIn(password, password));
        note(person.get("/login?error"));
        note(person.postWithoutToken("/login", "username=" + login + "&password=" + Stranger.encoded(password)));
        assertThat(note(person.signIn(login, password)).header("Location")).doesNotContain("/login");
        String cookie = person.cookies().getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("simba-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
        secrets.keepSession(cookie);
        note(person.get("/access"));
        return person;
    }

    private String tokenMade(Stranger person) {
        Answer made = person.post("/access/tokens", "name=till&reach=company&days=30", person.formToken("/access"));
        Matcher token = TOKEN.matcher(made.text());
        assertThat(token.find()).isTrue();
        secrets.keep("a token by name and password", tokenByName(login, password));
        return secrets.keep("a token made on the page", token.group(1));
    }

    private void tokenUsed(String token) {
        Stranger rest = new Stranger(simba.url());
        assertThat(note(rest.get("/api/v1/documents", "Authorization", "Bearer " + token))
                        .status())
                .isEqualTo(200);
        note(rest.get("/api/v1/documents/" + UUID.randomUUID(), "Authorization", "Bearer " + token));
        note(rest.get("/api/v1/documents", "Authorization", "Bearer " + token, "Simba-Company", "0000000000"));
        note(rest.get("/api/v1/documents", "Authorization", "Bearer x" + token));
        note(rest.get("/api/v1/documents", "Authorization", "Basic " + token));
        note(rest.get("/api/v1/documents", "Authorization", token));
        note(rest.send(json("/api/v1/people", token, "{}")));
        note(rest.send(json("/api/v1/e-invoices/validate", token, "{\"" + token + "\":")));
        Answer failed = note(rest.get(BROKEN, "Authorization", "Bearer " + token));
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.text()).doesNotContain("the cause", "IllegalState", "at io.simbaerp");
        assertThat(String.join("\n", leaks.lines()))
                .as("the log says what failed")
                .contains("the cause");
    }

    private void formsGoneWrong(Stranger person) {
        String csrf = person.formToken("/access");
        note(person.post("/people", "login=x&password=" + Stranger.encoded(password), csrf));
        note(person.post("/access/tokens", "name=" + "x".repeat(300) + "&days=many", csrf));
        note(person.get("/no-such-page"));
        Stranger admin = new Stranger(simba.url());
        admin.signIn("admin", "admin");
        Answer again = note(admin.post(
                "/people",
                "login=" + login + "&name=&role=accountant&password=" + Stranger.encoded(password),
                admin.formToken("/people/new")));
        assertThat(again.status()).isEqualTo(422);
    }

    @Test
    void noDoorTakesASecretInItsAddress() {
        List<String> addresses = new ArrayList<>();
        List<Door> doors = Doors.of(application).all();
        for (Door door : doors) {
            for (DoorInput input : door.inputs()) {
                boolean inAddress = input.place() == Place.PATH
                        || (door.reads() && (input.place() == Place.QUERY || input.place() == Place.FORM));
                if (inAddress && SECRET_NAME.matcher(input.name()).matches()) {
                    addresses.add(door + " takes " + input.name());
                }
            }
        }
        assertThat(addresses).isEmpty();
    }

    private String tokenByName(String name, String secret) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
        secrets.keep("name and password in Basic", basic);
        Answer made = new Stranger(simba.url())
                .send(HttpRequest.newBuilder(URI.create(simba.url() + "/api/v1/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.noBody()));
        Matcher token = Pattern.compile("simba_[A-Za-z0-9_-]+").matcher(made.text());
        assertThat(token.find()).as(made.text()).isTrue();
        return token.group();
    }

    private HttpRequest.Builder json(String path, String token, String body) {
        return HttpRequest.newBuilder(URI.create(simba.url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private Answer note(Answer answer) {
        answers.add(answer);
        return answer;
    }

    /** A door that fails on our side, which no door of ours does. */
    private void breakADoor(boolean open) throws NoSuchMethodException {
        RequestMappingHandlerMapping doors =
                application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        RequestMappingInfo door = RequestMappingInfo.paths(BROKEN)
                .options(doors.getBuilderConfiguration())
                .build();
        if (open) {
            doors.registerMapping(door, new Broken(), Broken.class.getDeclaredMethod("fail"));
        } else {
            doors.unregisterMapping(door);
        }
    }

    /** What the broken door does. */
    static final class Broken {

        String fail() {
            throw new IllegalStateException("the cause");
        }
    }
}
