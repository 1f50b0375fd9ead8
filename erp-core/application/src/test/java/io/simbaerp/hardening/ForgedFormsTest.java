package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import io.simbaerp.walls.Doors.Kind;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A page of somebody else's that makes a signed-in browser post our forms gets nothing done. */
@StoryTest
class ForgedFormsTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Simba simba;

    @Test
    void everyFormIsRefusedWithoutItsToken() {
        Stranger person = new Stranger(simba.url());
        person.signIn("admin", "admin");
        List<Door> forms = Doors.of(application).all().stream()
                .filter(door -> door.kind() == Kind.FORM)
                .toList();
        for (Door form : forms) {
            assertThat(person.postWithoutToken(
                                    Stranger.address(form, UUID.randomUUID().toString()), "name=x")
                            .status())
                    .as("plain " + form)
                    .isEqualTo(403);
            assertThat(person.postWithoutToken(
                                    Stranger.address(form, UUID.randomUUID().toString()),
                                    "name=x",
                                    "HX-Request",
                                    "true")
                            .status())
                    .as("htmx " + form)
                    .isEqualTo(403);
            assertThat(person.post(
                                    Stranger.address(form, UUID.randomUUID().toString()),
                                    "name=x",
                                    UUID.randomUUID().toString())
                            .status())
                    .as("guessed token " + form)
                    .isEqualTo(403);
        }
        System.out.println("Forged forms: " + forms.size() + " forms, three forgeries each, all refused");
        assertThat(forms).hasSizeGreaterThan(30);
    }

    @Test
    void theRestInterfaceDoesNotKnowTheSession() {
        Stranger person = new Stranger(simba.url());
        person.signIn("accountant", "accountant");
        List<Door> rest = Doors.of(application).rest();
        for (Door door : rest) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simba.url()
                            + Stranger.address(door, UUID.randomUUID().toString())))
                    .header("Content-Type", "application/json")
                    .method(door.method(), BodyPublishers.ofString("{}"));
            assertThat(person.send(request).status()).as(door.toString()).isEqualTo(401);
        }
        System.out.println("Forged REST: " + rest.size() + " doors, none takes the session's cookie");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        Stranger person = new Stranger(simba.url());
        Stranger.Answer before = person.get("/login");
        String given = before.header("Set-Cookie");
        assertThat(given).contains("simba-session=", "HttpOnly", "SameSite=Lax");
        String first = session(person);
        person.signIn("accountant", "accountant");
        assertThat(session(person))
                .as("a session set before sign-in is not the one after it")
                .isNotEqualTo(first);
    }

    private static String session(Stranger person) {
        return person.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("simba-session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
