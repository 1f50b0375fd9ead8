package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guessing passwords is slow, and guessing somebody's password takes nothing from them. */
@StoryTest
class SignInTest {

    @Autowired
    Simba simba;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void everybodyStartsAnew() {
        clock.set(TestClock.START);
        jdbc.sql("delete from identity.sign_in_pace").update();
    }

    @Test
    void aGuesserWaitsAndWhoeverWasHereBeforeDoesNot() {
        Stranger owner = new Stranger(simba.url());
        assertSignedIn(owner.signIn("treasurer", "treasurer"));

        Stranger guesser = new Stranger(simba.url());
        for (int guess = 0; guess < 5; guess++) {
            assertThat(guesser.signIn("treasurer", "guess" + guess).header("Location"))
                    .contains("/login?error");
        }
        Stranger.Answer slowed = guesser.signIn("treasurer", "treasurer");
        assertThat(slowed.header("Location"))
                .as("even the right password waits")
                .contains("/login?wait=");
        assertThat(guesser.get("/login?wait=90").text()).contains("2 minutes");
        assertThat(guesser.get("/documents").status()).isEqualTo(302);

        owner.post("/logout", "", owner.formToken("/more"));
        assertThat(owner.get("/more").status()).isEqualTo(302);
        assertSignedIn(owner.signIn("treasurer", "treasurer"));

        clock.advance(Duration.ofSeconds(5));
        assertSignedIn(guesser.signIn("treasurer", "treasurer"));
    }

    @Test
    void aNameNobodyHasIsAnsweredLikeOneSomebodyHas() {
        Stranger guesser = new Stranger(simba.url());
        for (String name : new String[] {"nobody-at-all", "manager"}) {
            for (int guess = 0; guess < 5; guess++) {
                assertThat(guesser.signIn(name, "guess" + guess).header("Location"))
                        .endsWith("/login?error");
            }
            assertThat(guesser.signIn(name, "guess").header("Location")).contains("/login?wait=");
        }
    }

    @Test
    void guessingByBasicIsAnswered429() {
        for (int guess = 0; guess < 5; guess++) {
            assertThat(token("director", "guess" + guess).status()).isEqualTo(401);
        }
        Stranger.Answer slowed = token("director", "director");
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 10);
        assertThat(slowed.header("Content-Type")).contains("problem+json");
        assertThat(slowed.text()).contains("request.too-many");
        assertThat(simba.as("auditor")
                        .get("/api/v1/audit-trail?event=sign-in-refused&channel=REST")
                        .expect(200)
                        .text())
                .contains("sign-in.wrong", "sign-in.throttled");
        clock.advance(Duration.ofSeconds(10));
        assertThat(token("director", "director").status()).isEqualTo(201);
    }

    @Test
    void aTokenMakesNoTokens() {
        assertThat(simba.as("accountant")
                        .post("/api/v1/tokens", java.util.Map.of())
                        .status())
                .isEqualTo(403);
    }

    private Stranger.Answer token(String name, String password) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Stranger(simba.url())
                .send(HttpRequest.newBuilder(URI.create(simba.url() + "/api/v1/tokens"))
                        .header("Authorization", "Basic " + basic)
                        .POST(BodyPublishers.noBody()));
    }

    private static void assertSignedIn(Stranger.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).doesNotContain("/login");
    }
}
