package io.simbaerp.identity.pace;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SignInPaceModuleTest {

    private static final String HERE = "192.0.2.7";

    @Autowired
    SignInPace pace;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String login = "somebody-" + UUID.randomUUID();

    @AfterEach
    void backToTheStart() {
        clock.set(TestClock.START);
    }

    @Test
    void fiveAttemptsAreFreeAndThenItGetsSlower() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(pace.wait(login, HERE)).as("attempt " + attempt).isEmpty();
        }
        List<Long> waits = new ArrayList<>();
        for (int attempt = 6; attempt <= 18; attempt++) {
            Duration wait = pace.wait(login, HERE).orElseThrow();
            waits.add(wait.toSeconds());
            clock.advance(wait);
            assertThat(pace.wait(login, HERE)).as("after waiting " + wait).isEmpty();
        }
        assertThat(waits).startsWith(2L, 3L, 5L, 9L, 17L, 33L).isSorted();
        assertThat(waits.get(waits.size() - 1)).isEqualTo(901L);
    }

    @Test
    void aDayOfGuessingFromOnePlaceIsHardlyMoreThanAHundredGuesses() {
        int guesses = 0;
        for (Duration day = Duration.ZERO; day.toHours() < 24; ) {
            Duration wait = pace.wait(login, HERE).orElse(Duration.ZERO);
            if (wait.isZero()) {
                guesses++;
            }
            clock.advance(wait);
            day = day.plus(wait);
        }
        System.out.println("Sign-in pace: " + guesses + " guesses of one name from one place in 24 hours");
        assertThat(guesses).isBetween(50, 115);
    }

    @Test
    void whoeverTriesSomebodyElsesNameLocksNobodyOutButThemselves() {
        for (int attempt = 1; attempt <= 50; attempt++) {
            pace.wait(login, "203.0.113.66");
        }
        assertThat(pace.wait(login, "203.0.113.66")).isPresent();
        assertThat(pace.wait(login, HERE)).isEmpty();
        assertThat(pace.wait(login, "device 00112233")).isEmpty();
        assertThat(pace.wait("another-" + login, "203.0.113.66")).isEmpty();
    }

    @Test
    void attemptsAtTheSameTimeDoNotSlipPast() throws Exception {
        ExecutorService attackers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> attempts = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                attempts.add(() -> pace.wait(login, HERE).isEmpty());
            }
            int through = 0;
            for (Future<Boolean> attempt : attackers.invokeAll(attempts)) {
                through += attempt.get() ? 1 : 0;
            }
            assertThat(through).isEqualTo(5);
        } finally {
            attackers.shutdown();
        }
    }

    @Test
    void provingWhoOneIsStartsAnewAndSoDoesADayWithoutAttempts() {
        for (int attempt = 1; attempt <= 6; attempt++) {
            pace.wait(login, HERE);
        }
        assertThat(pace.wait(login, HERE)).isPresent();
        pace.succeeded(login, HERE);
        assertThat(pace.wait(login, HERE)).isEmpty();
        for (int attempt = 2; attempt <= 6; attempt++) {
            pace.wait(login, HERE);
        }
        clock.advance(Duration.ofHours(25));
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(pace.wait(login, HERE)).isEmpty();
        }
    }

    @Test
    void whatIsTypedAsANameIsNotReadableInTheDatabase() {
        pace.wait("my-secret-password-in-the-wrong-field", HERE);
        assertThat(jdbc.sql("select count(*) from identity.sign_in_pace p where p::text like '%my-secret%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
