package io.simbaerp.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.ConfirmBankAccount;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.cooloff.SetCoolOff;
import io.simbaerp.party.cooloff.WaiveCoolOff;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four eyes, proof and cool-off of the accounts suppliers are paid on: by the rules, and by the database past the rules. */
@ModuleTest
class AccountApprovalModuleTest {

    private static final String OTHER = "PL27114020040000300201355387";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposeBankAccount propose;

    @Autowired
    ApproveBankAccount approve;

    @Autowired
    ConfirmBankAccount confirm;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    AccountContents contents;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    Parties parties;

    @Autowired
    SetCoolOff setCoolOff;

    @Autowired
    WaiveCoolOff waive;

    @Autowired
    ReceiveDocument receive;

    @Autowired
    ProposePaymentRun proposeRun;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock clock;

    private final Payables payables = new Payables();
    private final UUID accountant = UUID.randomUUID();
    private final UUID treasurer = UUID.randomUUID();
    private final UUID director = UUID.randomUUID();
    private TestCompany company;
    private PartyId supplier;

    @BeforeEach
    void owing() {
        beans.autowireBean(payables);
        company = payables.company();
        supplier = payables.supplier(company, "Tekturo");
    }

    @AfterEach
    void backToNow() {
        clock.set(TestClock.START);
    }

    @Test
    void confirmingDemandsTheStoredApprovalOfExactlyThisAccount() {
        UUID account = proposed(OTHER, document());
        assertThat(confirmed(account)).as("nobody approved it").isEqualTo(ConfirmBankAccount.Outcome.NOT_APPROVED);
        refused("bank-account.own-proposal", () -> approved(accountant, account));
        approved(treasurer, account);
        assertThat(account(account).confirmedBy()).isEqualTo("person:" + treasurer);
        assertThat(confirmed(account)).isEqualTo(ConfirmBankAccount.Outcome.CONFIRMED);
    }

    @Test
    void whatWasApprovedOfAPartnerOfAnotherNameCountsNoLonger() throws SQLException {
        UUID account = proposed(OTHER, document());
        Attack attack = new Attack(database, company.id());
        String decide = decision(account, "person", treasurer);
        String take = "update party.bank_account set confirmed_by = 'person:" + treasurer
                + "', confirmed_at = now() where id = '" + account + "'";
        assertThat(attack.refusal(TestDatabase.APPLICATION, decide, take)).isNull();
        assertThat(attack.refusal(
                        TestDatabase.APPLICATION,
                        decide,
                        "update party.party set name = 'Tekturo Two' where id = '" + supplier + "'",
                        take))
                .isEqualTo("bank_account_is_confirmed_as_approved");
        PartyView party = company.as(() -> parties.byId(supplier)).orElseThrow();
        company.asPerson(accountant, () -> {
            changeParty.change(
                    supplier, party.version(), new PartyDraft("Tekturo S.A.", List.of(), party.address(), true, false));
            return null;
        });
        assertThat(attack.refusal(TestDatabase.APPLICATION, decision(account, "person", treasurer), take))
                .as("asked for anew")
                .isNull();
    }

    @Test
    void theDatabaseKeepsFourEyesAndTheProof() throws SQLException {
        UUID account = proposed(OTHER, document());
        Attack attack = new Attack(database, company.id());
        String take = "update party.bank_account set confirmed_by = 'person:%s', confirmed_at = now() where id = '"
                + account + "'";
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(role, take.formatted(treasurer)))
                    .isEqualTo("bank_account_is_confirmed_as_approved");
            assertThat(attack.refusal(role, decision(account, "person", accountant)))
                    .isEqualTo("decider_did_not_propose_the_account");
            assertThat(attack.refusal(role, decision(account, "behalf", accountant)))
                    .isEqualTo("decider_did_not_propose_the_account");
            assertThat(attack.refusal(role, decision(account, "person", treasurer), take.formatted(director)))
                    .isEqualTo("bank_account_is_confirmed_as_approved");
            assertThat(attack.refusal(role, take.formatted(accountant)))
                    .isEqualTo("bank_account_is_confirmed_by_a_second_person");
            assertThat(attack.refusal(role, """
                            insert into party.bank_account (company_id, id, party_id, iban, source, proposed_by, proposed_at)
                            values ('%s', gen_random_uuid(), '%s', 'DE89370400440532013000', 'person:x', 'person:x', now())""".formatted(company.id(), supplier)))
                    .isEqualTo("changed_account_has_its_proof");
        }
    }

    @Test
    void anotherAccountThanTheConfirmedOneNeedsAProof() {
        refused("bank-account.proof-missing", () -> proposed(OTHER, null));
        refused(
                "white-list.request-missing",
                () -> company.asPerson(
                        accountant, () -> propose.propose(new BankAccountDraft(supplier, OTHER, null, "?"))));
        UUID account = company.asPerson(
                accountant, () -> propose.propose(new BankAccountDraft(supplier, OTHER, null, "aa111-bb222")));
        assertThat(account(account).source()).isEqualTo("white-list:aa111-bb222");
        assertThat(account(proposed("DE89370400440532013000", document())).source())
                .startsWith("document:");
    }

    @Test
    void anAnswerOfTheWhiteListIsOfOneTaxPayerOneAccountAndOneDay() throws SQLException {
        PartyView known = company.as(() -> parties.byId(supplier)).orElseThrow();
        PartyId unknown = company.as(() -> registerParty.register(
                new PartyDraft("Without a NIP", List.of("DE999000471"), known.address(), true, false)));
        refused("white-list.tax-id-missing", () -> answered(unknown, OTHER, "aa111-bb222"));
        refused("white-list.account-abroad", () -> answered(supplier, "DE89370400440532013000", "aa111-bb222"));
        UUID account = answered(supplier, OTHER, "aa111-bb222");
        assertThat(company.as(() -> contents.of(account)).whiteListOn()).isEqualTo(TODAY);
        assertThat(company.as(() -> contents.of(account)).whiteListTaxId()).isEqualTo(known.taxId());
        clock.advance(Duration.ofDays(1));
        refused(
                "white-list.answer-of-another-day",
                () -> answered(supplier, "PL06102010260000042270201113", "aa111-bb222"));

        Attack attack = new Attack(database, company.id());
        String take = """
                insert into party.bank_account (company_id, id, party_id, iban, source, proposed_by, proposed_at)
                values ('%s', gen_random_uuid(), '%s', '%s', 'white-list:aa111-bb222', 'person:x', '%s')""";
        String proof = """
                insert into payment.white_list_proof (company_id, id, party_id, iban, tax_id, checked_on, request_id,
                                                      recorded_by, recorded_at)
                values ('%s', gen_random_uuid(), '%s', '%s', '%s', '%s', 'cc333-dd444', 'person:x', '2026-11-20T12:00:00Z')""";
        String another = "PL06102010260000042270201113";
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(role, take.formatted(company.id(), unknown, another, "2026-11-20T12:00:00Z")))
                    .isEqualTo("white_list_answers_about_polish_tax_payers");
            assertThat(attack.refusal(
                            role,
                            take.formatted(company.id(), supplier, "DE89370400440532013000", "2026-11-20T12:00:00Z")))
                    .isEqualTo("white_list_answers_about_polish_tax_payers");
            assertThat(attack.refusal(role, take.formatted(company.id(), supplier, another, "2026-11-21T12:00:00Z")))
                    .isEqualTo("white_list_answer_is_of_one_day");
            assertThat(attack.refusal(role, proof.formatted(company.id(), supplier, OTHER, "9990083015", TODAY)))
                    .isEqualTo("white_list_proof_is_of_its_tax_payer");
            assertThat(attack.refusal(
                            role, proof.formatted(company.id(), supplier, OTHER, known.taxId(), TODAY.plusDays(1))))
                    .isEqualTo("white_list_proof_is_of_its_day");
            assertThat(attack.refusal(role, proof.formatted(company.id(), supplier, OTHER, known.taxId(), TODAY)))
                    .isNull();
        }
    }

    private UUID answered(PartyId party, String iban, String request) {
        return company.asPerson(accountant, () -> propose.propose(new BankAccountDraft(party, iban, null, request)));
    }

    @Test
    void anotherAccountProposedBeforeTheFirstWasConfirmedNeedsAProofAsWell() {
        PartyId fresh = payables.unconfirmed(company, "Nowy Karton");
        UUID first = proposed(fresh, "DE89370400440532013000", null);
        UUID unproven = proposed(fresh, OTHER, null);
        UUID proven = proposed(fresh, "PL61109010140000071219812874", document());
        approved(treasurer, first);
        refused("bank-account.proof-missing", () -> approved(treasurer, unproven));
        approved(treasurer, proven);
    }

    @Test
    void anAccountNobodyWasAskedAboutIsAskedAboutAndConfirmed() {
        UUID account = UUID.randomUUID();
        String source = "document:" + document();
        company.inTransaction(() -> jdbc.sql("""
                        insert into party.bank_account (company_id, id, party_id, iban, source, proposed_by, proposed_at)
                        values (?, ?, ?, ?, ?, ?, now())""")
                .params(company.id().value(), account, supplier.value(), OTHER, source, "person:" + accountant)
                .update());
        approved(treasurer, account);
        assertThat(account(account).confirmedBy()).isEqualTo("person:" + treasurer);
    }

    @Test
    void forWhomAnAccountWasProposedNeitherDecidesNorWaives() throws SQLException {
        days(3, 10);
        UUID document = document();
        Acting deputy = new Acting(Actor.person(accountant), company.id(), EnumSet.allOf(Duty.class));
        UUID account = company.currentActor()
                .as(
                        deputy.onBehalfOf(director),
                        () -> propose.propose(new BankAccountDraft(supplier, OTHER, document)));
        refused("bank-account.own-proposal", () -> approved(director, account));
        Attack attack = new Attack(database, company.id());
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            for (String as : List.of("person", "behalf")) {
                assertThat(attack.refusal(role, decision(account, as, director)))
                        .isEqualTo("decider_did_not_propose_the_account");
            }
            assertThat(attack.refusal(
                            role,
                            "update party.bank_account set confirmed_by = 'person:" + director
                                    + "', confirmed_at = now() where id = '" + account + "'"))
                    .isIn(
                            "bank_account_is_confirmed_as_approved",
                            "bank_account_is_not_confirmed_by_whom_it_is_proposed_for");
        }
        approved(treasurer, account);
        refused("cool-off.own-account", () -> waived(director, account, "Asked them"));
        assertThat(attack.refusal(TestDatabase.OWNER, waiver(account, director)))
                .isEqualTo("cool_off_is_waived_by_a_third_person");
    }

    @Test
    void inWhoseNameAnAccountWasConfirmedDoesNotWaiveItsCoolOff() {
        days(3, 10);
        UUID account = proposed(OTHER, document());
        clock.advance(Duration.ofMinutes(1));
        Acting deputy = new Acting(Actor.person(treasurer), company.id(), EnumSet.allOf(Duty.class));
        company.currentActor().run(deputy.onBehalfOf(director), () -> approve.approve(account));
        refused("cool-off.own-account", () -> waived(director, account, "Asked them"));
        waived(UUID.randomUUID(), account, "Asked Ms Nowak");
    }

    @Test
    void anAccountInItsCoolOffIsNotPaidToAndTheDayIsNamed() throws SQLException {
        refused("cool-off.days-wrong", () -> days(0, 61));
        days(0, 10);
        UUID account = proposed(OTHER, document());
        approved(treasurer, account);
        assertThat(account(account).payableFrom()).isEqualTo(TODAY.plusDays(10));
        payables.owed(company, supplier, "120.00");
        UUID own = payables.ownAccount(company);

        PaymentRunView blocked = run(own);
        assertThat(blocked.orders()).isEmpty();
        assertThat(blocked.blocked()).singleElement().satisfies(item -> {
            assertThat(item.reason()).isEqualTo(BlockReason.ACCOUNT_COOLING_OFF);
            assertThat(item.obstacles().get(0).detail()).isEqualTo("2026-11-30");
            assertThat(item.reason().mayBeLetThrough()).isFalse();
        });

        Attack attack = new Attack(database, company.id());
        String pay = """
                insert into payment.payment_order (company_id, id, run_id, position, kind, payee_id, payee_name, iban, country,
                                                   amount, currency, pay_on, title, reference)
                values ('%s', gen_random_uuid(), '%s', 9, 'DOMESTIC', '%s', 'T', '%s', 'PL', 1, 'PLN', '%s', 'T', 'R')""";
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(
                            role, pay.formatted(company.id(), blocked.id(), supplier, OTHER, TODAY.plusDays(9))))
                    .isEqualTo("payment_order_waits_for_the_cool_off");
            assertThat(attack.refusal(
                            role, pay.formatted(company.id(), blocked.id(), supplier, OTHER, TODAY.plusDays(10))))
                    .isNull();
            assertThat(attack.refusal(
                            role, "update party.bank_account set payable_from = null where id = '" + account + "'"))
                    .isEqualTo("cool_off_stands");
            for (UUID person : List.of(accountant, treasurer)) {
                assertThat(attack.refusal(role, waiver(account, person)))
                        .isEqualTo("cool_off_is_waived_by_a_third_person");
            }
            assertThat(attack.refusal(
                            role,
                            waiver(account, director),
                            pay.formatted(company.id(), blocked.id(), supplier, OTHER, TODAY)))
                    .isNull();
        }
    }

    @Test
    void aThirdPersonWaivesTheCoolOffWithAReason() {
        days(3, 10);
        UUID account = proposed(OTHER, document());
        approved(treasurer, account);
        refused("bank-account.reason-missing", () -> waived(director, account, " "));
        refused("cool-off.own-account", () -> waived(treasurer, account, "Asked them"));
        assertThatThrownBy(() -> company.asPerson(director, EnumSet.of(Duty.CONFIRM_BANK_ACCOUNT), () -> {
                    waive.waive(supplier, account, "Asked them");
                    return null;
                }))
                .isInstanceOf(MissingDuty.class);
        waived(director, account, "Asked Ms Nowak at the number of the contract");
        refused("cool-off.none", () -> waived(director, account, "Once more"));
        assertThat(account(account).payableFrom()).isNull();
        payables.owed(company, supplier, "120.00");
        PaymentRunView run = run(payables.ownAccount(company));
        assertThat(run.blocked()).isEmpty();
        assertThat(run.orders()).extracting(PaymentRunView.Order::iban).containsExactly(OTHER);
    }

    private void days(int first, int change) {
        company.run(() -> setCoolOff.set(new CoolOffs.Days(first, change)));
    }

    private UUID proposed(String iban, @Nullable UUID document) {
        return proposed(supplier, iban, document);
    }

    private UUID proposed(PartyId party, String iban, @Nullable UUID document) {
        return company.asPerson(accountant, () -> propose.propose(new BankAccountDraft(party, iban, document)));
    }

    /** A little later than whatever was confirmed before. */
    private void approved(UUID person, UUID account) {
        clock.advance(Duration.ofMinutes(1));
        company.asPerson(person, () -> {
            approve.approve(account);
            return null;
        });
    }

    private void waived(UUID person, UUID account, String reason) {
        company.asPerson(person, () -> {
            waive.waive(supplier, account, reason);
            return null;
        });
    }

    private ConfirmBankAccount.Outcome confirmed(UUID account) {
        return company.asPerson(treasurer, () -> confirm.confirm(account));
    }

    private PartyAccount account(UUID id) {
        return company.as(() -> parties.byId(supplier)).orElseThrow().accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private PaymentRunView run(UUID own) {
        return company.as(() -> proposeRun.propose(new PaymentRunDraft(LocalDate.of(2027, 3, 31), own, TODAY)));
    }

    private UUID document() {
        String text = "Nowy rachunek " + UUID.randomUUID();
        return company.as(() -> receive.receive(new Submission(
                        text.getBytes(StandardCharsets.UTF_8), "rachunek.txt", "text/plain", "test", null, null, null)))
                .id()
                .value();
    }

    private static String decision(UUID account, String as, UUID person) {
        String other = "'" + UUID.randomUUID() + "'";
        String own = "'" + person + "'";
        return "insert into approval.approval_decision select company_id, gen_random_uuid(), id, 'CONFIRM_BANK_ACCOUNT',"
                + " 'APPROVE', content_hash, null, " + (as.equals("person") ? own : other) + ", now(), "
                + (as.equals("person") ? "null" : own) + " from approval.approval_request where subject_id = '"
                + account
                + "' and voided_at is null";
    }

    private static String waiver(UUID account, UUID person) {
        return "insert into party.cool_off_waiver (company_id, account_id, reason, waived_by, waived_at)"
                + " select company_id, id, 'because', 'person:" + person
                + "', now() from party.bank_account where id = '"
                + account + "'";
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
