package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.party.Parties;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class SuppliersModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Parties parties;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
    }

    @Test
    void twoPeopleWhoTakeTheSameSupplierInAtOnceTakeItInOnce() throws Exception {
        TestCompany company = desk.company();
        PurchaseInvoiceId one = desk.received(company, sample(company).build());
        PurchaseInvoiceId other = desk.received(
                company, sample(company).number("FV/2").issued("2026-09-01").build());
        CountDownLatch created = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> first = CompletableFuture.runAsync(
                    () -> company.inTransaction(() -> {
                        takeIn(one);
                        created.countDown();
                        waitUntilSomebodyWaits();
                        return null;
                    }),
                    people);
            CompletableFuture<Void> second = CompletableFuture.runAsync(
                    () -> {
                        await(created);
                        company.asPerson(UUID.randomUUID(), () -> {
                            takeIn(other);
                            return null;
                        });
                    },
                    people);
            CompletableFuture.allOf(first, second).get(30, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }

        assertThat(desk.details(company, other).supplierId())
                .isNotNull()
                .isEqualTo(desk.details(company, one).supplierId());
        assertThat(company.as(() -> parties.search("Transwolta", null, 10))).hasSize(1);
    }

    private void takeIn(PurchaseInvoiceId id) {
        desk.answerQuestion.answer(id, Question.SUPPLIER, "create-supplier", null);
    }

    /** The lock of a tax id is an advisory one; who waits for it shows in the server's own list. */
    private void waitUntilSomebodyWaits() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            boolean waits = jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class)
                    .single();
            if (waits) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The second person never waited for the first");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SampleInvoice sample(TestCompany company) {
        return SampleInvoice.to("PL" + company.taxId()).line("Transport", "100.00", "S", "23");
    }
}
