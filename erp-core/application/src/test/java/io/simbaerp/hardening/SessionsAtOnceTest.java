package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.PageUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Several forms of one session posted at the same moment, as from two tabs: each leaves its note, none fails. */
@StoryTest
class SessionsAtOnceTest {

    private static final int ROUNDS = 10;
    private static final int AT_ONCE = 4;

    @Autowired
    Simba simba;

    @Test
    void formsPostedAtOnceInOneSessionAllAnswer() throws Exception {
        ExecutorService tabs = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                PageUser person = PageUser.signIn(simba.url(), "accountant", "accountant");
                Callable<Integer> post =
                        () -> person.post("/ledger/plans/due", Map.of()).status();
                List<Future<Integer>> answers = tabs.invokeAll(
                        Stream.generate(() -> post).limit(AT_ONCE).toList());
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(302);
                }
            }
        } finally {
            tabs.shutdownNow();
        }
    }
}
