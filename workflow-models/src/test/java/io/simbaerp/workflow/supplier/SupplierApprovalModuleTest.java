package io.simbaerp.workflow.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.creation.CreationState;
import io.simbaerp.party.creation.GiveSupplierProof;
import io.simbaerp.party.creation.SendSupplierAgain;
import io.simbaerp.party.creation.SetCreationApproval;
import io.simbaerp.party.creation.SupplierChecks;
import io.simbaerp.party.creation.SupplierCreation;
import io.simbaerp.party.creation.SupplierCreations;
import io.simbaerp.party.creation.WithdrawSupplier;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import io.simbaerp.workflow.model.OwnModels;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Every way through the model SupplierApproval, on the real engine, and the ways around it that are closed. */
@ModuleTest
class SupplierApprovalModuleTest {

    private static final EnumSet<Duty> SECOND =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.APPROVE_SUPPLIER, Duty.VIEW_PARTY);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SetCreationApproval setApproval;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    GiveSupplierProof prove;

    @Autowired
    SendSupplierAgain sendAgain;

    @Autowired
    WithdrawSupplier withdraw;

    @Autowired
    SupplierCreations creations;

    @Autowired
    SupplierChecks checks;

    @Autowired
    Parties parties;

    @Autowired
    ProposeBankAccount proposeAccount;

    @Autowired
    ApproveBankAccount approveAccount;

    @Autowired
    ProposePaymentRun proposeRun;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    OwnModels own;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    HistoryService history;

    @Autowired
    TestDatabase database;

    private final Payables payables = new Payables();
    private final UUID accountant = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
    private final UUID treasurer = UUID.randomUUID();
    private TestCompany company;
    private PartyId before;
    private PartyId party;

    @BeforeEach
    void proposed() {
        beans.autowireBean(payables);
        company = payables.company();
        before = payables.supplier(company, "Tekturo Sp. z o.o.");
        company.run(() -> setApproval.set(true));
        party = registered("Karton S.A.", List.of("9990083015"), true);
    }

    @Test
    void aNewSupplierIsApprovedByASecondPersonWithItsProof() {
        assertThat(company.as(() -> creations.find(before)))
                .as("from before the company asked")
                .isEmpty();
        assertThat(view().approved()).isFalse();
        TaskView task = task();
        assertThat(task.key()).isEqualTo("Task_ApproveSupplier");
        assertThat(task.candidateDuties()).containsExactly(Duty.APPROVE_SUPPLIER);
        assertThat(task.facts().partyName()).isEqualTo("Karton S.A.");
        refused("supplier.proof-missing", () -> decide(treasurer, "approve", null));
        refused("supplier.proof-missing", () -> proven(accountant, " "));
        proven(accountant, "KRS 0000123456");
        refused("approval.own-work-proposed-supplier", () -> decide(accountant, "approve", null));
        decide(treasurer, "approve", null);
        assertThat(creation().state()).isEqualTo(CreationState.APPROVED);
        assertThat(creation().approvedBy()).isEqualTo("person:" + treasurer);
        assertThat(view().approved()).isTrue();
        assertThat(ended()).containsExactly("End_SupplierApproved");
        refused("supplier.closed", () -> proven(accountant, "KRS 0000999999"));
    }

    @Test
    void whoChangedItMeanwhileIsAnAuthorAndItIsApprovedAnew() {
        proven(accountant, "KRS 0000123456");
        complete(treasurer, "approve", null);
        change(colleague, "Karton i Syn S.A.", true);
        assertThat(creation().state()).as("approved was another name").isEqualTo(CreationState.PROPOSED);
        assertThat(task().facts().partyName()).isEqualTo("Karton i Syn S.A.");
        refused("approval.own-work-proposed-supplier", () -> decide(colleague, "approve", null));
        decide(treasurer, "approve", null);
        assertThat(creation().state()).isEqualTo(CreationState.APPROVED);
        assertThat(creation().authors()).containsExactlyInAnyOrder("person:" + accountant, "person:" + colleague);
    }

    @Test
    void inWhoseNameItWasProposedNeverApprovesIt() {
        UUID principal = UUID.randomUUID();
        Acting deputy =
                new Acting(Actor.person(accountant), company.id(), EnumSet.allOf(Duty.class)).onBehalfOf(principal);
        party = company.currentActor().as(deputy, () -> registerParty.register(draft("Papier", List.of(), true)));
        company.currentActor().run(deputy, () -> prove.give(party, null, "KRS 0000123456"));
        dueJobs.run();
        refused("approval.own-work-proposed-supplier", () -> decide(principal, "approve", null));
        decide(treasurer, "approve", null);
        assertThat(creation().state()).isEqualTo(CreationState.APPROVED);
    }

    @Test
    void aReturnedSupplierIsCorrectedAndSentAgainFromItsTaskOrItsPage() {
        decide(treasurer, "return", "No proof");
        assertThat(creation().state()).isEqualTo(CreationState.RETURNED);
        assertThat(creation().note()).isEqualTo("No proof");
        assertThat(task().key()).isEqualTo("Task_CorrectSupplier");
        assertThat(task().assignee()).isEqualTo(accountant);
        proven(accountant, "KRS 0000123456");
        decide(accountant, "send-again", null);
        assertThat(task().key()).isEqualTo("Task_ApproveSupplier");
        decide(treasurer, "return", "Which address?");
        company.asPerson(accountant, () -> {
            sendAgain.send(party);
            return true;
        });
        dueJobs.run();
        refused(
                "supplier.waits-already",
                () -> company.asPerson(accountant, () -> {
                    sendAgain.send(party);
                    return true;
                }));
        decide(treasurer, "approve", null);
        assertThat(ended()).containsExactly("End_SupplierApproved");
    }

    @Test
    void aRefusedSupplierIsNotPaidAndMayBeProposedOnceMore() {
        decide(treasurer, "reject", "Nobody knows them");
        assertThat(creation().state()).isEqualTo(CreationState.REFUSED);
        assertThat(ended()).containsExactly("End_SupplierRefused");
        assertThat(view().approved()).isFalse();
        company.asPerson(accountant, () -> {
            sendAgain.send(party);
            return true;
        });
        dueJobs.run();
        proven(accountant, "KRS 0000123456");
        decide(treasurer, "approve", null);
        assertThat(ended()).containsExactlyInAnyOrder("End_SupplierRefused", "End_SupplierApproved");
    }

    @Test
    void whoProposedItTakesItBackWhileItIsAskedAboutAndAfterItCameBack() {
        refused("supplier.withdrawn-by-authors-only", () -> withdrawn(colleague, "Mine"));
        refused("supplier.reason-missing", () -> withdrawn(accountant, " "));
        withdrawn(accountant, "Entered twice");
        assertThat(open()).isEmpty();
        assertThat(ended()).containsExactly("End_SupplierWithdrawn");
        for (boolean byTask : List.of(true, false)) {
            party = registered("Another " + byTask, List.of(), true);
            decide(treasurer, "return", "Who is that?");
            if (byTask) {
                decide(accountant, "withdraw", "Nobody");
            } else {
                withdrawn(accountant, "Nobody");
            }
            assertThat(creation().state()).isEqualTo(CreationState.WITHDRAWN);
            assertThat(open()).isEmpty();
            assertThat(ended()).containsExactly("End_SupplierWithdrawn");
        }
        party = registered("Withdrawn after the approval", List.of(), true);
        proven(accountant, "KRS 0000123456");
        complete(treasurer, "approve", null);
        company.asPerson(accountant, () -> {
            withdraw.withdraw(party, "Too late");
            return true;
        });
        dueJobs.run();
        assertThat(creation().state()).isEqualTo(CreationState.WITHDRAWN);
        assertThat(ended()).containsExactly("End_SupplierWithdrawn");
    }

    @Test
    void aCustomerThatSuppliesFromNowOnIsProposedToo() {
        party = registered("Buyer", List.of(), false);
        assertThat(company.as(() -> creations.find(party))).isEmpty();
        change(accountant, "Buyer", true);
        assertThat(creation().state()).isEqualTo(CreationState.PROPOSED);
        assertThat(task().key()).isEqualTo("Task_ApproveSupplier");
    }

    @Test
    void nothingIsPaidToItUntilThen() throws SQLException {
        UUID account = company.asPerson(
                accountant,
                () -> proposeAccount.propose(new BankAccountDraft(party, "PL27114020040000300201355387", null)));
        company.asPerson(treasurer, () -> {
            approveAccount.approve(account);
            return true;
        });
        payables.owed(company, party, "120.00");
        UUID own = payables.ownAccount(company);
        PaymentRunView run =
                company.as(() -> proposeRun.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), own, Payables.DAY)));
        assertThat(run.orders()).isEmpty();
        assertThat(run.blocked()).singleElement().satisfies(item -> assertThat(item.reason())
                .isEqualTo(BlockReason.SUPPLIER_NOT_APPROVED));

        Attack attack = new Attack(database, company.id());
        String pay = """
                insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name, iban, country,
                                                   amount, currency, pay_on, title, reference)
                values ('%s', gen_random_uuid(), '%s', 9, 'DOMESTIC', '%s', 'T', 'PL27114020040000300201355387', 'PL', 1, 'PLN',
                        '%s', 'T', 'R')""".formatted(company.id(), run.id(), party, Payables.DAY);
        String take =
                "update party.supplier_creation set state = 'APPROVED', approved_by = 'person:%s', approved_at = now()"
                        + " where party_id = '" + party + "'";
        String other =
                "update party.supplier_creation set proof_reference = 'another' where party_id = '" + party + "'";
        assertThat(attack.refusal(TestDatabase.APPLICATION, decision(treasurer, null), take.formatted(treasurer)))
                .as("without a proof")
                .isEqualTo("supplier_is_approved_with_its_proof");
        proven(accountant, "KRS 0000123456");
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(role, pay)).isEqualTo("payment_order_goes_to_an_approved_supplier");
            assertThat(attack.refusal(role, take.formatted(treasurer))).isEqualTo("supplier_is_approved_as_it_stands");
            assertThat(attack.refusal(role, take.formatted(accountant)))
                    .isIn("supplier_is_approved_as_it_stands", "supplier_is_approved_by_a_second_person");
            assertThat(attack.refusal(role, decision(accountant, null)))
                    .isEqualTo("decider_did_not_propose_the_supplier");
            assertThat(attack.refusal(role, decision(treasurer, accountant)))
                    .isEqualTo("decider_did_not_propose_the_supplier");
            assertThat(attack.refusal(role, decision(treasurer, null), take.formatted(treasurer), pay))
                    .isNull();
            assertThat(attack.refusal(role, decision(treasurer, null), take.formatted(colleague)))
                    .isEqualTo("supplier_is_approved_as_it_stands");
            for (String changed : List.of(
                    other + ";" + take.formatted(treasurer),
                    take.formatted(treasurer).replace("set ", "set proof_reference = 'another', "))) {
                assertThat(attack.refusal(role, decision(treasurer, null), changed))
                        .as("another proof than was approved")
                        .isEqualTo("supplier_is_approved_as_it_stands");
            }
            assertThat(attack.refusal(
                            role, "update party.supplier_creation set authors = '{}' where party_id = '" + party + "'"))
                    .isEqualTo("supplier_keeps_its_authors");
            assertThat(attack.refusal(
                            role,
                            "update party.supplier_creation set state = 'RETURNED', note = 'x' where party_id = '"
                                    + party + "'",
                            "update party.supplier_creation set state = 'REFUSED' where party_id = '" + party + "'"))
                    .isEqualTo("supplier_creation_takes_its_way");
            assertThat(attack.refusal(
                            role,
                            """
                            insert into party.party (company_id, id, name, country, supplier, customer)
                            values ('%1$s', '00000000-0000-0000-0000-00000000000f', 'Sneaked in', 'PL', true, false)""".formatted(company.id()),
                            pay.replace(party.toString(), "00000000-0000-0000-0000-00000000000f")))
                    .as("whoever writes it")
                    .isEqualTo("payment_order_goes_to_an_approved_supplier");
        }
    }

    @Test
    void whatSpeaksAgainstItIsFound() {
        party = registered(
                "TEKTURO spółka z ograniczoną odpowiedzialnością", List.of("PL9990083016", "DE9990083015"), true);
        company.asPerson(accountant, () -> proposeAccount.propose(new BankAccountDraft(party, Payables.THEIRS, null)));
        company.asPerson(
                accountant, () -> proposeAccount.propose(new BankAccountDraft(party, "DE89370400440532013000", null)));
        assertThat(company.as(() -> checks.of(party)))
                .extracting(SupplierChecks.Finding::kind)
                .containsExactlyInAnyOrder(
                        SupplierChecks.Kind.SAME_TAX_ID,
                        SupplierChecks.Kind.SAME_NAME,
                        SupplierChecks.Kind.SAME_ACCOUNT,
                        SupplierChecks.Kind.NIP_WRONG,
                        SupplierChecks.Kind.VAT_ID_WRONG,
                        SupplierChecks.Kind.ACCOUNT_IN_OTHER_COUNTRY);
        party = registered("Foreign", List.of("EL123456789"), true);
        assertThat(company.as(() -> checks.of(party)))
                .extracting(SupplierChecks.Finding::kind)
                .containsExactly(SupplierChecks.Kind.VAT_ID_OF_OTHER_COUNTRY);
        party = registered("Nobody's", List.of(), true);
        assertThat(company.as(() -> checks.of(party)))
                .extracting(SupplierChecks.Finding::kind)
                .containsExactly(SupplierChecks.Kind.TAX_ID_MISSING);
    }

    @Test
    void aModelWithoutAnApprovalLetsNobodyBePaid() {
        own.deploy(company, """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="https://simba-erp.io/processes">
                  <process id="SupplierApproval" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="Start_1" /><sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Step_1" />
                    <serviceTask id="Step_1" camunda:expression="${supplierApprovalSteps.approve(partyId)}" />
                    <sequenceFlow id="Flow_2" sourceRef="Step_1" targetRef="End_1" /><endEvent id="End_1" />
                  </process>
                </definitions>""");
        party = registered("Short cut", List.of(), true);
        assertThat(ended()).containsExactly("End_1");
        assertThat(creation().state()).isEqualTo(CreationState.PROPOSED);
    }

    private PartyId registered(String name, List<String> taxIds, boolean supplier) {
        PartyId id = company.asPerson(accountant, () -> registerParty.register(draft(name, taxIds, supplier)));
        dueJobs.run();
        return id;
    }

    private static PartyDraft draft(String name, List<String> taxIds, boolean supplier) {
        return new PartyDraft(
                name, taxIds, new Address("ul. Portowa 8", null, "81-300", "Gdynia", null, "PL"), supplier, true);
    }

    private void change(UUID person, String name, boolean supplier) {
        PartyView now = view();
        company.asPerson(person, () -> {
            changeParty.change(party, now.version(), draft(name, now.taxIds(), supplier));
            return true;
        });
        dueJobs.run();
    }

    private void proven(UUID person, String reference) {
        company.asPerson(person, () -> {
            prove.give(party, null, reference);
            return true;
        });
        dueJobs.run();
    }

    private void withdrawn(UUID person, String reason) {
        company.asPerson(person, () -> {
            withdraw.withdraw(party, reason);
            return true;
        });
        dueJobs.run();
    }

    private void decide(UUID person, String outcome, @Nullable String comment) {
        complete(person, outcome, comment);
        dueJobs.run();
    }

    private void complete(UUID person, String outcome, @Nullable String comment) {
        UUID task = task().id();
        EnumSet<Duty> duties = EnumSet.copyOf(SECOND);
        duties.add(Duty.MAINTAIN_PARTY);
        company.asPerson(
                person, duties, () -> completeTask.complete(new TaskCompletion(task, outcome, comment, null, null)));
    }

    private String decision(UUID person, @Nullable UUID principal) {
        return "insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,"
                + " decided_by, decided_at, on_behalf_of) select company_id, gen_random_uuid(), id, 'APPROVE_SUPPLIER',"
                + " 'APPROVE', content_hash, '" + person + "', now(), "
                + (principal == null ? "null" : "'" + principal + "'")
                + " from approval.approval_request where subject_id = '" + party + "' and voided_at is null";
    }

    private TaskView task() {
        assertThat(open()).hasSize(1);
        return company.as(() -> tasks.byId(open().get(0).id()));
    }

    private List<TaskView> open() {
        return company.as(() -> tasks.openAbout(new Subject("party", party.value())));
    }

    private SupplierCreation creation() {
        return company.as(() -> creations.of(party));
    }

    private PartyView view() {
        return company.as(() -> parties.byId(party)).orElseThrow();
    }

    private List<String> ended() {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(party.toString())
                .processDefinitionKey("SupplierApproval")
                .finished()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
