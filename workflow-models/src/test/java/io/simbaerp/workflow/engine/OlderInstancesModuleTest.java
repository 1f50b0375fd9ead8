package io.simbaerp.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Subject;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.policy.SetEntryLimit;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.ledger.proposal.WithdrawProposedEntry;
import io.simbaerp.money.Money;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries that were proposed while the first version of their model was in force, after the program was started anew. */
@ModuleTest
class OlderInstancesModuleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    SetEntryLimit setLimit;

    @Autowired
    ProposeEntry propose;

    @Autowired
    WithdrawProposedEntry withdraw;

    @Autowired
    EntryProposals proposals;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    OurModels models;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private final UUID accountant = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private TestCompany company;

    @BeforeEach
    void theFirstVersionInForce() throws IOException {
        company = companies.create();
        company.run(() -> {
            installChart.install();
            setLimit.set(Money.of("1000.00", "PLN"));
        });
        try (InputStream first =
                Objects.requireNonNull(getClass().getResourceAsStream("/models/JournalEntryApprovalFirst.bpmn"))) {
            repository
                    .createDeployment()
                    .name("Simba ERP")
                    .addInputStream("JournalEntryApproval.bpmn", first)
                    .deploy();
        }
    }

    @AfterEach
    void thePresentOne() {
        models.start();
    }

    @Test
    void whatWaitedByTheFirstVersionIsWithdrawnApprovedAndPostedByThePresentOne() {
        UUID withdrawn = proposed("taken back");
        UUID posted = proposed("posted");
        UUID decided = proposed("decided before the start");
        TaskView before = task(posted);
        assertThat(before.outcomes()).as("the first version").containsExactlyInAnyOrder("approve", "reject");
        complete(decided, "approve");
        String first = definition(posted);

        models.start();
        assertThat(definition(posted))
                .as("the present version")
                .isNotEqualTo(first)
                .isEqualTo(present());
        assertThat(task(posted).id()).as("nobody is asked anew").isEqualTo(before.id());

        dueJobs.run();
        assertThat(state(decided)).isEqualTo(EntryProposals.State.POSTED);
        company.asPerson(accountant, () -> {
            withdraw.withdraw(withdrawn, "Entered twice");
            return true;
        });
        assertThat(open(withdrawn))
                .as("the first version left its task on the desk")
                .isEmpty();
        complete(posted, "approve");
        dueJobs.run();
        assertThat(state(posted)).isEqualTo(EntryProposals.State.POSTED);
        for (UUID proposal : List.of(withdrawn, posted, decided)) {
            assertThat(runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(proposal.toString())
                            .count())
                    .isZero();
        }
    }

    private UUID proposed(String key) {
        UUID proposal = company.asPerson(accountant, () -> propose.propose(entry(key)));
        dueJobs.run();
        return proposal;
    }

    private void complete(UUID proposal, String outcome) {
        UUID task = task(proposal).id();
        company.asPerson(manager, () -> completeTask.complete(new TaskCompletion(task, outcome, null, null, null)));
    }

    private TaskView task(UUID proposal) {
        assertThat(open(proposal)).hasSize(1);
        return open(proposal).get(0);
    }

    private List<TaskView> open(UUID proposal) {
        return company.as(() -> tasks.openAbout(new Subject("entry-proposal", proposal)));
    }

    private EntryProposals.State state(UUID proposal) {
        return company.as(() -> proposals.byId(proposal)).state();
    }

    private String definition(UUID proposal) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(proposal.toString())
                .singleResult()
                .getProcessDefinitionId();
    }

    private String present() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("JournalEntryApproval")
                .withoutTenantId()
                .latestVersion()
                .singleResult()
                .getId();
    }

    private static JournalEntryDraft entry(String key) {
        return new JournalEntryDraft(
                "PK",
                DAY,
                DAY,
                DAY,
                "2026-11",
                EntryKind.ORDINARY,
                "Provision",
                null,
                null,
                key,
                List.of(
                        LineDraft.of("100-01", Side.DEBIT, Money.of("1200.00", "PLN")),
                        LineDraft.of("130-01", Side.CREDIT, Money.of("1200.00", "PLN"))));
    }
}
