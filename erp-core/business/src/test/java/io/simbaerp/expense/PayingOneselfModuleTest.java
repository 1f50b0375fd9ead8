package io.simbaerp.expense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.cooloff.SetCoolOff;
import io.simbaerp.party.cooloff.WaiveCoolOff;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.RequestRunApproval;
import io.simbaerp.payment.SendPaymentRun;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Whoever is paid, and whoever coded what is paid to a colleague, has no say in it: nor whoever acts for them, nor by SQL. */
@ModuleTest
class PayingOneselfModuleTest {

    private static final List<String> ROLES = List.of(TestDatabase.APPLICATION, TestDatabase.OWNER);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TestDatabase database;

    @Autowired
    ProposePaymentRun proposeRun;

    @Autowired
    SendPaymentRun send;

    @Autowired
    RequestRunApproval requestApproval;

    @Autowired
    RunApprovers approvers;

    @Autowired
    PaymentRuns runs;

    @Autowired
    DecideApproval decide;

    @Autowired
    ProposeBankAccount proposeAccount;

    @Autowired
    ApproveBankAccount approveAccount;

    @Autowired
    SetCoolOff setCoolOff;

    @Autowired
    WaiveCoolOff waiveCoolOff;

    private final Payables payables = new Payables();
    private final UUID claimant = UUID.randomUUID();
    private final UUID coder = UUID.randomUUID();
    private final UUID substituted = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private TestCompany company;
    private PartyId partner;

    @BeforeEach
    void open() throws SQLException {
        beans.autowireBean(payables);
        company = payables.company();
        partner = payables.unconfirmed(company, "Anna Pracownik");
        sql("insert into expense.employee values ('" + company.id() + "', '" + claimant + "', '" + partner
                + "', 'system:test', now())");
    }

    @Test
    void whoIsPaidOrCodedTheClaimNeitherApprovesNorReleasesTheRun() throws SQLException {
        confirmed();
        claimed(payables.owed(company, partner, "120.00"));
        PaymentRunView run = sent();

        refused("approval.own-work-is-payee", () -> approve(run, acting(claimant)));
        refused(
                "approval.own-work-is-payee-by-other",
                () -> approve(run, acting(stranger).onBehalfOf(claimant)));
        refused("approval.own-work-coded-expense", () -> approve(run, acting(coder)));
        refused("approval.own-work-coded-expense", () -> approve(run, acting(substituted)));
        for (String role : ROLES) {
            assertThat(attack(role, decision(claimant, null))).isEqualTo("decider_is_not_the_payee");
            assertThat(attack(role, decision(stranger, claimant))).isEqualTo("decider_is_not_the_payee");
            assertThat(attack(role, decision(coder, null))).isEqualTo("decider_did_not_code_the_claim");
            assertThat(attack(role, decision(stranger, coder))).isEqualTo("decider_did_not_code_the_claim");
            assertThat(attack(role, decision(substituted, null))).isEqualTo("decider_did_not_code_the_claim");
            assertThat(attack(role, decision(stranger, null))).isNull();
            assertThat(attack(role, released(claimant))).isEqualTo("decider_is_not_the_payee");
            assertThat(attack(role, released(coder))).isEqualTo("decider_did_not_code_the_claim");
        }
        approve(run, acting(stranger));
        assertThat(company.as(() -> approvers.approver(run))).contains(stranger);
    }

    @Test
    void whoIsPaidNeitherConfirmsTheAccountNorWaivesItsCoolOff() throws SQLException {
        company.run(() -> setCoolOff.set(new CoolOffs.Days(5, 5)));
        UUID account = company.as(() -> proposeAccount.propose(new BankAccountDraft(partner, Payables.THEIRS, null)));
        refused("approval.own-work-is-payee", () -> company.currentActor()
                .run(acting(claimant), () -> approveAccount.approve(account)));
        refused("approval.own-work-is-payee-by-other", () -> company.currentActor()
                .run(acting(stranger).onBehalfOf(claimant), () -> approveAccount.approve(account)));
        for (String role : ROLES) {
            assertThat(attack(role, decision(account, claimant, null))).isEqualTo("decider_is_not_the_payee");
            assertThat(attack(role, decision(account, stranger, claimant))).isEqualTo("decider_is_not_the_payee");
            assertThat(attack(
                            role,
                            decision(account, stranger, null),
                            "update party.bank_account set confirmed_at = now(), confirmed_by = 'person:" + claimant
                                    + "' where id = '" + account + "'"))
                    .isIn("account_is_not_confirmed_by_its_payee", "bank_account_is_confirmed_as_approved");
        }
        company.currentActor().run(acting(stranger), () -> approveAccount.approve(account));

        UUID third = UUID.randomUUID();
        refused("cool-off.own-pay", () -> waive(account, acting(claimant)));
        refused("cool-off.own-pay", () -> waive(account, acting(third).onBehalfOf(claimant)));
        for (String role : ROLES) {
            assertThat(attack(role, waiver(account, claimant, null))).isEqualTo("cool_off_is_not_waived_by_the_payee");
            assertThat(attack(role, waiver(account, third, claimant))).isEqualTo("cool_off_is_not_waived_by_the_payee");
            assertThat(attack(role, waiver(account, third, null))).isNull();
        }
        waive(account, acting(third));
    }

    @Test
    void whoIsPaidOrCodedTheClaimLetsNothingThrough() throws SQLException {
        confirmed();
        payables.owed(company, partner, "120.00");
        claimed(payables.split(company, partner, "70.00"));
        sent();
        for (String role : ROLES) {
            for (UUID person : List.of(claimant, coder, substituted)) {
                assertThat(attack(role, letThrough(person))).isEqualTo("payment_order_let_through_by_another");
            }
            assertThat(attack(role, letThrough(stranger))).isNull();
        }
    }

    private static String[] letThrough(UUID person) {
        return new String[] {"""
            insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name, iban, country,
                   amount, currency, pay_on, title, reference, let_through_by, let_through_reasons, let_through_comment)
            select o.company_id, '33333333-3333-7333-8333-333333333333', o.run_id, 98, 'SPLIT', o.payee_id, 'x', o.iban,
                   'PL', b.amount, 'PLN', o.pay_on, 'x', 'x', 'person:%s', b.reasons, 'x'
              from payment.payment_order o
              join payment.blocked_item b on b.run_id = o.run_id""".formatted(person), """
            insert into payment.order_item (company_id, order_id, open_item_id, run_id, amount, currency, due_date,
                   document_number)
            select o.company_id, o.id, b.open_item_id, o.run_id, b.amount, 'PLN', b.due_date, 'x'
              from payment.payment_order o
              join payment.blocked_item b on b.run_id = o.run_id
             where o.position = 98"""};
    }

    private void confirmed() {
        UUID account = company.as(() -> proposeAccount.propose(new BankAccountDraft(partner, Payables.THEIRS, null)));
        company.currentActor().run(acting(UUID.randomUUID()), () -> approveAccount.approve(account));
    }

    /** That the item is owed for a claim the coder coded in the name of another; how it came so far is told elsewhere. */
    private void claimed(UUID item) throws SQLException {
        UUID claim = UUID.randomUUID();
        UUID line = UUID.randomUUID();
        sql(
                "alter table expense.claim disable trigger user",
                "alter table expense.line disable trigger user",
                "alter table expense.coding disable trigger user",
                """
                insert into expense.claim (company_id, id, number, claimant, purpose, first_day, last_day, state, content,
                                           content_hash, sent_at, posting_date, entry_id, posted_at, created_by, created_at)
                select company_id, '%s', 'X/1', '%s', 'Trip', current_date, current_date, 'POSTED', '{}', 'x', now(),
                       current_date, entry_id, now(), 'person:%2$s', now()
                  from ledger.open_item where id = '%s'""".formatted(claim, claimant, item),
                """
                insert into expense.line (company_id, id, claim_id, position, spent_on, category, description, currency, gross,
                                          paid_by, base, written_by)
                values ('%s', '%s', '%s', 1, current_date, 'TAXI', 'Taxi', 'PLN', 120, 'OWN', 120, 'person:%s')""".formatted(company.id(), line, claim, claimant),
                """
                insert into expense.coding (company_id, line_id, account, tax_code, coded_by, coded_for, coded_at)
                values ('%s', '%s', '409-01', 'NP', 'person:%s', '%s', now())""".formatted(company.id(), line, coder, substituted),
                "alter table expense.claim enable trigger user",
                "alter table expense.line enable trigger user",
                "alter table expense.coding enable trigger user");
    }

    private PaymentRunView sent() {
        UUID own = payables.ownAccount(company);
        PaymentRunView run = company.asPerson(
                UUID.randomUUID(), () -> proposeRun.propose(new PaymentRunDraft(Payables.DAY.plusDays(60), own, null)));
        assertThat(run.orders()).hasSize(1);
        company.currentActor().run(acting(UUID.randomUUID()), () -> send.send(run.id(), null));
        company.run(() -> requestApproval.request(run.id()));
        return company.as(() -> runs.byId(run.id())).orElseThrow();
    }

    private void approve(PaymentRunView run, Acting acting) {
        company.currentActor()
                .run(
                        acting,
                        () -> decide.decide(new ApprovalDecisionDraft(
                                RunContent.subject(run.id()),
                                Duty.APPROVE_PAYMENT,
                                Decision.APPROVE,
                                RunContent.hash(run),
                                null,
                                approvers.priorActs(run),
                                approvers.extent(run))));
    }

    private void waive(UUID account, Acting acting) {
        company.currentActor().run(acting, () -> waiveCoolOff.waive(partner, account, "It is urgent"));
    }

    private Acting acting(UUID person) {
        return new Acting(Actor.person(person), company.id(), EnumSet.allOf(Duty.class));
    }

    private static void refused(String rule, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo(rule));
    }

    private static String decision(UUID person, @Nullable UUID principal) {
        return decisionOn("payment-run", "APPROVE_PAYMENT", "true", person, principal);
    }

    private static String decision(UUID account, UUID person, @Nullable UUID principal) {
        return decisionOn("bank-account", "CONFIRM_BANK_ACCOUNT", "subject_id = '" + account + "'", person, principal);
    }

    private static String decisionOn(String kind, String level, String which, UUID person, @Nullable UUID principal) {
        return "insert into approval.approval_decision (company_id, id, request_id, level, decision, content_hash,"
                + " decided_by, on_behalf_of, decided_at) select company_id, gen_random_uuid(), id, '" + level
                + "', 'APPROVE', content_hash, '" + person + "', "
                + (principal == null ? "null" : "'" + principal + "'")
                + ", now() from approval.approval_request where voided_at is null and subject_kind = '" + kind
                + "' and " + which;
    }

    private static String released(UUID person) {
        return "insert into payment.payment_file select company_id, id, 'x.xml', 'x', 'x', repeat('a', 64), 1, 1, 1, false,"
                + " now() from payment.payment_run; update payment.payment_run set state = 'RELEASED', released_at = now(),"
                + " sent_by = coalesce(sent_by, 'person:2'), approved_by = 'person:" + person + "'";
    }

    private static String waiver(UUID account, UUID person, @Nullable UUID principal) {
        return "insert into party.cool_off_waiver (company_id, account_id, reason, waived_by, waived_for, waived_at)"
                + " select company_id, id, 'because', 'person:" + person + "', "
                + (principal == null ? "null" : "'person:" + principal + "'")
                + ", now() from party.bank_account where id = '" + account + "'";
    }

    private @Nullable String attack(String role, String... statements) throws SQLException {
        return new Attack(database, company.id()).refusal(role, statements);
    }

    /** As the owner, in one transaction that stays. */
    private void sql(String... statements) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + company.id() + "', true)");
            for (String each : statements) {
                statement.execute(each);
            }
            connection.commit();
        }
    }
}
