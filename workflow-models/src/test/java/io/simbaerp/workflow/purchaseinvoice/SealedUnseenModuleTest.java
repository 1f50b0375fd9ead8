package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.integrity.IntegrityProof;
import io.simbaerp.audit.integrity.SealRecords;
import io.simbaerp.audit.integrity.VerifyRecords;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.classification.ClassifyDocument;
import io.simbaerp.document.classification.DefineDocumentClass;
import io.simbaerp.document.classification.DocumentClassDraft;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.task.timing.KeepTime;
import io.simbaerp.task.timing.SetTimeRule;
import io.simbaerp.task.timing.TimeAct;
import io.simbaerp.task.timing.TimeRuleDraft;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminders about a confidential document in the sealed trail, sealed and counted by somebody who may not see it. */
@ModuleTest
class SealedUnseenModuleTest {

    @Autowired
    Business business;

    @Autowired
    SetTimeRule setRule;

    @Autowired
    KeepTime keepTime;

    @Autowired
    DefineDocumentClass defineClass;

    @Autowired
    ClassifyDocument classify;

    @Autowired
    SealRecords seal;

    @Autowired
    VerifyRecords verify;

    @Autowired
    TestClock clock;

    private final UUID auditor = UUID.randomUUID();
    private TestCompany company;

    @BeforeEach
    void remindTwice() {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
            DocumentClassDraft.usual().forEach(defineClass::define);
            for (int hours : List.of(-2, 16)) {
                setRule.set(new TimeRuleDraft(TimeAct.REMIND, null, null, null, hours, null));
            }
        });
        business.accountant(company);
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void whoSealsTheLogSealsWhatTheyMayNotSeeAsItIs() {
        DocumentView document = waitsForItsSupplier();
        remind(document, "2026-11-24T13:00:00Z", 1);
        sealed();
        company.run(() -> classify.classify(document.id(), "payroll", "About one's pay"));
        assertThat(findings()).as("sealed before it became confidential").isEmpty();
        remind(document, "2026-11-27T12:00:00Z", 2);
        sealed();
        IntegrityProof proof = asAuditor(verify::verify);
        assertThat(proof.findings()).as("sealed while it was confidential").isEmpty();
        assertThat(proof.waiting()).as("the line about the block").isEqualTo(1);
        assertThat(asAuditor(() -> count("audit.event_subject where subject_id = '" + document.id() + "'")))
                .as("what the auditor may see is no more than before")
                .isZero();
        company.run(() -> classify.classify(document.id(), null, "It is none"));
        assertThat(findings()).as("open again").isEmpty();
        sealed();
        assertThat(findings()).isEmpty();
        assertThat(company.as(() -> count("audit.business_event where name = 'records-sealed' and actor <> '"
                        + Actor.person(auditor) + "'")))
                .as("who asked for a seal has sealed")
                .isZero();
    }

    /** A task of the accountant stays open: nobody answers it. */
    private DocumentView waitsForItsSupplier() {
        DocumentView document = business.document(company);
        company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(),
                SampleInvoice.to("PL" + company.taxId())
                        .line("Transport krajowy", "8600.00", "S", "23")
                        .build(),
                List.of(),
                LocalDate.of(2026, 11, 20),
                null,
                document.sha256())));
        business.dueJobs.run();
        return document;
    }

    private void remind(DocumentView document, String moment, int reminders) {
        clock.set(Instant.parse(moment));
        keepTime.run(company.id());
        assertThat(company.as(() -> count("audit.business_event e join audit.event_subject s on s.event_id = e.id"
                        + " where e.name = 'task-reminded' and s.subject_id = '" + document.id() + "'")))
                .isEqualTo(reminders);
    }

    private void sealed() {
        assertThat(asAuditor(seal::seal)).isPositive();
    }

    private List<IntegrityProof.Finding> findings() {
        return asAuditor(verify::verify).findings();
    }

    private <T> T asAuditor(Supplier<T> work) {
        return company.asPerson(auditor, EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_AUDIT), work);
    }

    /** As whoever acts sees it. */
    private long count(String from) {
        return new TransactionTemplate(company.transactions()).execute(status -> business.jdbc
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single());
    }
}
