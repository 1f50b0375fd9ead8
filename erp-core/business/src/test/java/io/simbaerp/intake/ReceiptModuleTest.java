package io.simbaerp.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestContentReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Chapter by chapter what receipt promises; the readers' part is played by {@link TestContentReader}. */
@ModuleTest
class ReceiptModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    ReceiveDocument receiveDocument;

    @Autowired
    KeepSubmission keepSubmission;

    @Autowired
    TakeUpWaiting takeUpWaiting;

    @Autowired
    RetryQuarantined retryQuarantined;

    @Autowired
    Documents documents;

    @Autowired
    OpenOriginal openOriginal;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestContentReader reader;

    private TestCompany ours;
    private String text;

    @BeforeEach
    void begin() {
        ours = companies.create();
        text = "text " + UUID.randomUUID();
    }

    @Test
    void aPlainDocumentIsRegisteredAndStaysReceived() {
        Receipt receipt = receive(text, null);

        assertThat(receipt.added()).isTrue();
        assertThat(receipt.repeat()).isFalse();
        assertThat(receipt.number()).isEqualTo("DOC/2026/000001");
        assertThat(receipt.kind()).isEqualTo("plain");
        assertThat(receipt.state()).isEqualTo(DocumentState.RECEIVED);
        DocumentView document = document(receipt);
        assertThat(document.mediaType()).isEqualTo("text/plain");
        assertThat(document.receivedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(ours.as(() -> openOriginal.content(document.sha256()))).isEqualTo(bytes(text));
    }

    @Test
    void numbersFollowOneAnotherWithoutGaps() {
        reader.when(text, () -> {
            throw new IllegalStateException("broken");
        });
        receive("first of " + text, null);
        receive(text, null);
        assertThat(receive("second of " + text, null).number()).isEqualTo("DOC/2026/000002");
    }

    @Test
    void theTimelineTellsWhoHandedItInAndForWhomItWasRegistered() {
        UUID user = UUID.randomUUID();
        Receipt receipt = ours.asPerson(
                user,
                Set.of(Duty.RECEIVE_DOCUMENT, Duty.BELONG_TO_COMPANY),
                () -> receiveDocument.receive(submission(text, null)));

        List<TrailEntry> history = ours.as(() -> trail.of(subject(receipt)));
        assertThat(history).extracting(TrailEntry::event).containsExactly("document-received", "document-registered");
        assertThat(history.get(0).actor()).isEqualTo(Actor.person(user));
        assertThat(history.get(1).actor()).isEqualTo(Actor.system("intake"));
        assertThat(history.get(1).onBehalfOf()).isEqualTo(Actor.person(user));
    }

    @Test
    void whoMayNotHandInIsRefused() {
        assertThatThrownBy(() -> ours.asPerson(
                        UUID.randomUUID(),
                        Set.of(Duty.VIEW_DOCUMENT),
                        () -> receiveDocument.receive(submission(text, null))))
                .isInstanceOf(MissingDuty.class);
        assertThat(all(ours)).isEmpty();
    }

    @Test
    void theSameContentUnderNoKeyIsARepeat() {
        Receipt first = receive(text, null);
        Receipt second = receive(text, null);

        assertThat(second.added()).isFalse();
        assertThat(second.repeat()).isTrue();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.number()).isEqualTo(first.number());
        assertThat(all(ours)).hasSize(1);
    }

    @Test
    void theSameContentUnderAnotherKeyIsARepeat() {
        Receipt first = receive(text, "key one");
        Receipt second = receive(text, "key two");
        assertThat(second.repeat()).isTrue();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(receive(text, "key two").repeat()).isFalse();
    }

    @Test
    void theSameKeyAndContentGetTheFirstAnswer() {
        AtomicInteger attempts = new AtomicInteger();
        reader.when(text, () -> {
            if (attempts.incrementAndGet() == 1) {
                throw new UnreadableContent("intake.failed", "once");
            }
            return new ReadContent.Plain("text/plain");
        });
        Receipt first = receive(text, "key");
        assertThat(first.state()).isEqualTo(DocumentState.QUARANTINED);
        ours.as(() -> retryQuarantined.retry(first.id()));

        Receipt replayed = receive(text, "key");
        assertThat(replayed).usingRecursiveComparison().ignoringFields("added").isEqualTo(first);
        assertThat(replayed.added()).isFalse();
        assertThat(receive(text, null).number()).isNotNull();
    }

    @Test
    void theSameKeyForOtherContentIsAConflictAndKeepsNothing() {
        receive(text, "key");
        assertThatThrownBy(() -> receive("other " + text, "key"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("intake.key-names-other-content");
        assertThat(all(ours)).hasSize(1);
    }

    @Test
    void keysOfOneCompanyMeanNothingToAnother() {
        receive(text, "key");
        TestCompany theirs = companies.create();
        Receipt receipt = theirs.as(() -> receiveDocument.receive(submission(text, "key")));

        assertThat(receipt.added()).isTrue();
        assertThat(receipt.number()).isEqualTo("DOC/2026/000001");
        assertThat(all(ours)).hasSize(1);
        assertThat(all(theirs)).hasSize(1);
        assertThat(ours.as(() -> documents.byId(receipt.id()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofSeveralAtOnceOneMakesTheDocument(boolean sameKey) throws Exception {
        reader.when(text, () -> {
            pause(50);
            return new ReadContent.Plain("text/plain");
        });
        List<Receipt> receipts = atOnce(6, () -> receive(text, sameKey ? "key" : null));

        assertThat(receipts).filteredOn(Receipt::added).hasSize(1);
        assertThat(receipts).filteredOn(Receipt::repeat).hasSize(sameKey ? 0 : 5);
        assertThat(receipts)
                .extracting(Receipt::id)
                .containsOnly(receipts.get(0).id());
        assertThat(receipts).extracting(Receipt::number).containsOnly("DOC/2026/000001");
        assertThat(all(ours)).hasSize(1);
    }

    @Test
    void ofTwoContentsAtOnceUnderOneKeyOneIsRefused() throws Exception {
        AtomicInteger count = new AtomicInteger();
        List<String> outcomes = atOnce(4, () -> {
            try {
                receive(text + " " + count.incrementAndGet(), "key");
                return "kept";
            } catch (Conflict e) {
                return "refused";
            }
        });
        assertThat(outcomes).containsExactlyInAnyOrder("kept", "refused", "refused", "refused");
        assertThat(all(ours)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsQuarantinedWithTheReasonAndItsOriginal() {
        reader.when(text, () -> {
            throw new UnreadableContent("format.entity-refused", "line 3");
        });
        Receipt receipt = receive(text, null);

        assertThat(receipt.added()).isTrue();
        assertThat(receipt.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(receipt.number()).isNull();
        assertThat(ours.as(() -> documents.quarantine(receipt.id())).orElseThrow())
                .satisfies(quarantined -> {
                    assertThat(quarantined.reason().rule()).isEqualTo("format.entity-refused");
                    assertThat(quarantined.reason().args()).containsExactly("line 3");
                    assertThat(quarantined.attempt()).isEqualTo(1);
                });
        assertThat(ours.as(() -> openOriginal.content(document(receipt).sha256())))
                .isEqualTo(bytes(text));
    }

    @Test
    void aFailureInTheMiddleOfRegistrationLeavesNoTraceButTheQuarantine() {
        reader.when(text, () -> {
            throw new IllegalStateException("a defect of ours");
        });
        Receipt receipt = receive(text, null);

        assertThat(receipt.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(receipt.reason().rule()).isEqualTo("intake.failed");
        assertThat(ours.as(() -> trail.of(subject(receipt))))
                .extracting(TrailEntry::event)
                .containsExactly("document-received", "document-quarantined");
    }

    @Test
    void aRetryThatFailsCountsTheAttemptAndOneThatSucceedsRegisters() {
        reader.when(text, () -> {
            throw new UnreadableContent("format.entity-refused");
        });
        Receipt receipt = receive(text, null);
        assertThat(ours.as(() -> retryQuarantined.retry(receipt.id())).state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(ours.as(() -> documents.quarantine(receipt.id()))
                        .orElseThrow()
                        .attempt())
                .isEqualTo(2);

        reader.when(text, () -> new ReadContent.Plain("text/plain"));
        UUID user = UUID.randomUUID();
        Receipt retried =
                ours.asPerson(user, Set.of(Duty.DECIDE_QUARANTINE), () -> retryQuarantined.retry(receipt.id()));
        assertThat(retried.number()).isEqualTo("DOC/2026/000001");
        assertThat(ours.as(() -> documents.quarantine(receipt.id()))).isEmpty();
        assertThat(ours.as(() -> trail.of(subject(receipt)))).last().satisfies(entry -> assertThat(entry.onBehalfOf())
                .isEqualTo(Actor.person(user)));
        assertThatThrownBy(() -> ours.as(() -> retryQuarantined.retry(receipt.id())))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("intake.not-in-quarantine");
    }

    @Test
    void theJobTakesUpWhatNobodyWorksOn() {
        KeptSubmission kept = ours.as(() -> keepSubmission.keep(submission(text, "key")));
        assertThat(kept.document().number()).isNull();

        takeUpWaiting.run();

        DocumentView document =
                ours.as(() -> documents.byId(kept.document().id())).orElseThrow();
        assertThat(document.number()).isEqualTo("DOC/2026/000001");
        assertThat(receive(text, "key").number()).isEqualTo("DOC/2026/000001");
    }

    @Test
    void theJobLeavesAloneWhatSomebodyWorksOn() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        reader.when(text, () -> {
            times.incrementAndGet();
            reading.countDown();
            await(goOn);
            return new ReadContent.Plain("text/plain");
        });
        ExecutorService sender = Executors.newSingleThreadExecutor();
        try {
            Future<Receipt> receipt = sender.submit(() -> receive(text, null));
            assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
            takeUpWaiting.run();
            goOn.countDown();
            assertThat(receipt.get(10, TimeUnit.SECONDS).number()).isEqualTo("DOC/2026/000001");
            assertThat(times).hasValue(1);
        } finally {
            sender.shutdownNow();
        }
    }

    @Test
    void theAnswerComesAfterFiveSecondsAtTheLatestAndTheWorkGoesOn() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        reader.when(text, () -> {
            await(goOn);
            return new ReadContent.Plain("text/plain");
        });
        long begun = System.nanoTime();
        Receipt receipt = receive(text, "key");

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isBetween(4_500L, 7_000L);
        assertThat(receipt.added()).isTrue();
        assertThat(receipt.state()).isEqualTo(DocumentState.RECEIVED);
        assertThat(receipt.number()).isNull();
        goOn.countDown();
        assertThat(receive(text, "key").number()).isEqualTo("DOC/2026/000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "C:\\fakepath\\passwd", "pas\u202eswd", "passwd\u0000"})
    void aFileNameIsANameAlone(String name) {
        Receipt receipt = ours.as(() ->
                receiveDocument.receive(new Submission(bytes(text), name, "text/plain", "upload", null, null, null)));
        assertThat(document(receipt).fileName()).isEqualTo("passwd");
    }

    @Test
    void refusesAChannelThatIsNoWord() {
        assertThatThrownBy(() -> ours.as(() -> receiveDocument.receive(
                        new Submission(bytes(text), "a", "x/y", "<b>mail</b>", null, null, null))))
                .hasMessageContaining("intake.channel-wrong");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> receive("", null))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("intake.empty-file");
    }

    @Test
    void refusesAFileAboveTheLimit() {
        assertThatThrownBy(() -> ours.as(() -> receiveDocument.receive(
                        new Submission(new byte[25 * 1024 * 1024 + 1], "big.bin", "x/y", "upload", null, null, null))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("intake.file-too-large");
    }

    @Test
    void anInvoiceOfKsefWasReceivedWhenItsNumberWasAssigned() {
        Receipt receipt = ours.as(() -> receiveDocument.receive(withKsef("5265877635-20261118-0100001AF629-78", null)));
        assertThat(document(receipt).receivedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(document(receipt).ksefNumber()).isEqualTo("5265877635-20261118-0100001AF629-78");
    }

    @Test
    void theDayOfReceiptMayBeGivenButNotInTheFuture() {
        Receipt receipt = ours.as(() -> receiveDocument.receive(withKsef(null, LocalDate.of(2026, 11, 2))));
        assertThat(document(receipt).receivedOn()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThatThrownBy(() -> ours.as(() -> receiveDocument.receive(withKsef(null, LocalDate.of(2026, 11, 21)))))
                .hasMessageContaining("intake.received-in-future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "5265877635-20261399-0100001AF629-AF", "5265877635-20261118-XXXXXXXXXXXX-AF"})
    void refusesAWrongKsefNumber(String number) {
        assertThatThrownBy(() -> ours.as(() -> receiveDocument.receive(withKsef(number, null))))
                .hasMessageContaining("intake.ksef-number-wrong");
    }

    @Test
    void aKsefNumberMayBeginWithLettersAndItsCheckSumIsCompared() {
        Receipt receipt = ours.as(() -> receiveDocument.receive(withKsef("ABC1234567-20261118-0100001AF629-8C", null)));
        assertThat(document(receipt).receivedOn()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThatThrownBy(() ->
                        ours.as(() -> receiveDocument.receive(withKsef("5265877635-20261118-0100001AF629-00", null))))
                .hasMessageContaining("intake.ksef-number-mistyped");
    }

    private Submission withKsef(@Nullable String number, @Nullable LocalDate receivedOn) {
        return new Submission(bytes(text), "a.xml", "text/xml", "rest", null, receivedOn, number);
    }

    private Receipt receive(String content, @Nullable String key) {
        return ours.as(() -> receiveDocument.receive(submission(content, key)));
    }

    private static Submission submission(String content, @Nullable String key) {
        return new Submission(bytes(content), "letter.txt", "text/plain", "upload", key, null, null);
    }

    private DocumentView document(Receipt receipt) {
        return ours.as(() -> documents.byId(receipt.id())).orElseThrow();
    }

    private List<DocumentView> all(TestCompany company) {
        return company.as(() -> documents.list(DocumentFilter.ALL, null, 100));
    }

    private static Subject subject(Receipt receipt) {
        return new Subject("document", receipt.id().value());
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(count);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> begun = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                begun.add(senders.submit(() -> {
                    await(start);
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : begun) {
                results.add(one.get(20, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            senders.shutdownNow();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(15, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
