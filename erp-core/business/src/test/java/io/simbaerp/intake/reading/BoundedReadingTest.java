package io.simbaerp.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.page.sheet.FileReading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.TransientDataAccessException;

@Timeout(30)
class BoundedReadingTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final ReadContent PLAIN = new ReadContent.Plain("text/plain");
    private static final byte[] FILE = {1};

    @Test
    void readsOnAnotherThreadThanTheOneThatAsks() {
        Thread[] reader = new Thread[1];
        BoundedReading reading = reading(1, () -> {
            reader[0] = Thread.currentThread();
            return PLAIN;
        });
        assertThat(reading.read(FILE, "x")).isEqualTo(PLAIN);
        assertThat(reader[0]).isNotNull().isNotSameAs(Thread.currentThread());
    }

    @Test
    void whatTakesTooLongIsEndedAndItsPlaceIsFreeAgain() {
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger turns = new AtomicInteger();
        BoundedReading reading = reading(1, () -> {
            if (turns.incrementAndGet() > 1) {
                return PLAIN;
            }
            try {
                while (true) {
                    ContentReader.goOn();
                }
            } finally {
                ended.incrementAndGet();
            }
        });
        assertRefused("content.too-slow", () -> reading.read(FILE, "x"));
        assertThat(reading.read(FILE, "y")).isEqualTo(PLAIN);
        assertThat(ended).hasValue(1);
    }

    @Test
    void readersThatDoNotListenAreFewAndNobodyWaitsForThem() throws InterruptedException {
        CountDownLatch stubborn = new CountDownLatch(1);
        BoundedReading reading = reading(2, () -> {
            while (stubborn.getCount() > 0) {
                Thread.onSpinWait();
            }
            return PLAIN;
        });
        long before = System.nanoTime();
        assertRefused("content.too-slow", () -> reading.read(FILE, "x"));
        assertRefused("content.too-slow", () -> reading.read(FILE, "y"));
        assertThatThrownBy(() -> reading.read(FILE, "z")).isInstanceOf(TransientDataAccessException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        stubborn.countDown();
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(reading.read(FILE, "z")).isEqualTo(PLAIN);
    }

    @Test
    void memoryThatRunsOutIsTheFilesFaultAndNotTheServers() {
        Duration enoughToCollectGarbage = Duration.ofSeconds(30);
        BoundedReading reading = new BoundedReading(
                (content, name) -> {
                    List<long[]> hoard = new ArrayList<>();
                    while (true) {
                        hoard.add(new long[Integer.MAX_VALUE - 8]);
                    }
                },
                new FileReading(enoughToCollectGarbage, 1),
                enoughToCollectGarbage);
        assertRefused("content.too-much-memory", () -> reading.read(FILE, "x"));
        assertRefused("content.too-much-memory", () -> reading.read(FILE, "x"));
    }

    @Test
    void filesThatTogetherNeedTooMuchMemoryAreReadOneAfterTheOther() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        BoundedReading reading = new BoundedReading(
                (content, name) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    try {
                        TimeUnit.MILLISECONDS.sleep(50);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        now.decrementAndGet();
                    }
                    return PLAIN;
                },
                new FileReading(Duration.ofSeconds(10), 4),
                Duration.ofSeconds(10));
        byte[] large = new byte[(int) (Runtime.getRuntime().maxMemory() / 3 / 8 * 2 / 3)];
        ExecutorService senders = Executors.newFixedThreadPool(4);
        List<Future<ReadContent>> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sent.add(senders.submit(() -> reading.read(large, "large")));
        }
        for (Future<ReadContent> one : sent) {
            assertThat(one.get()).isEqualTo(PLAIN);
        }
        senders.shutdown();
        assertThat(most).hasValue(1);
    }

    @Test
    void whatTheReaderSaysIsWhatTheCallerHears() {
        BoundedReading reading = reading(1, () -> {
            throw new UnreadableContent("content.empty");
        });
        assertRefused("content.empty", () -> reading.read(FILE, "x"));
        BoundedReading nested = reading(1, () -> {
            throw new StackOverflowError();
        });
        assertRefused("content.too-deep-inside", () -> nested.read(FILE, "x"));
    }

    private static BoundedReading reading(int readers, Supplier<ReadContent> reader) {
        return new BoundedReading((content, name) -> reader.get(), new FileReading(SHORT, readers), SHORT);
    }

    private static void assertRefused(String rule, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(UnreadableContent.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }
}
