package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.allocation.SettleOpenItems;
import io.simbaerp.ledger.allocation.SettlementDraft;
import io.simbaerp.ledger.allocation.UndoSettlement;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyId;
import io.simbaerp.payment.letgo.CancelReleasedRun;
import io.simbaerp.payment.letgo.LetGoDraft;
import io.simbaerp.payment.letgo.LetOrderGo;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.payment.store.SettledSince;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What becomes of an ordered item once its file has left: settled by the books, or let go by a person. */
@ModuleTest
class LetOrderGoModuleTest {

    private static final UUID PROPOSER = UUID.randomUUID();
    private static final UUID SENDER = UUID.randomUUID();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SettleOpenItems settle;

    @Autowired
    UndoSettlement undo;

    @Autowired
    LetOrderGo letOrderGo;

    @Autowired
    CancelReleasedRun cancelReleased;

    @Autowired
    PaymentRuns runs;

    @Autowired
    WebApplicationContext context;

    private final Payables payables = new Payables();
    private final ReleasedRuns releases = new ReleasedRuns();
    private TestCompany company;
    private UUID account;
    private PartyId supplier;
    private UUID item;
    private PaymentRunView run;

    @BeforeEach
    void release() {
        beans.autowireBean(payables);
        beans.autowireBean(releases);
        company = payables.company();
        account = payables.ownAccount(company);
        supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        item = payables.owed(company, supplier, "120.50");
        run = releases.released(company, account, PROPOSER, SENDER);
    }

    @Test
    void whatIsSettledWholeIsFreeByItselfAndHeldAgainWhenThatIsTakenBack() {
        assertThat(order().held()).isTrue();
        UUID payment = payables.owed(company, supplier, Side.DEBIT, "120.50");
        UUID settlement = settled("120.50", payment);
        assertThat(order().held()).isFalse();
        assertThat(moves()).as("its history tells it").containsExactly(true);
        assertThat(order().stillOpen().isZero()).isTrue();
        assertRefused("payment-run.nothing-held", UUID.randomUUID(), draft());

        company.as(() -> undo.undo(settlement, Payables.DAY, "2026-11", "The wrong payment"));
        assertThat(order().held()).as("its order is with the bank still").isTrue();
        assertThat(moves()).containsExactly(true, false);
        assertThat(reader(EnumSet.allOf(Duty.class)).page(get("/payment-runs/" + run.id()), "en"))
                .containsSubsequence("settled in the books, no longer held", "taken back, held again");
        PaymentRunView next = releases.proposed(company, account, PROPOSER);
        assertThat(next.blocked())
                .filteredOn(blocked -> blocked.item().openItemId().equals(item))
                .extracting(PaymentRunView.Blocked::reason)
                .containsExactly(BlockReason.IN_ANOTHER_RUN);
    }

    @Test
    void whatWaitsForItsApprovalIsNotSettledByHand() {
        UUID waiting = payables.owed(company, supplier, "30.00");
        releases.proposed(company, account, PROPOSER);
        UUID payment = payables.owed(company, supplier, Side.DEBIT, "30.00");
        assertThatThrownBy(() -> settled("30.00", waiting, payment))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.rule()).isEqualTo("settlement.item-ordered"));
    }

    @Test
    void theRestOfWhatIsSettledInPartIsHeldUntilSomebodyLetsItGoAndThenPaidOnce() {
        UUID payment = payables.owed(company, supplier, Side.DEBIT, "20.00");
        settled("20.00", payment);
        assertThat(order().held()).isTrue();
        assertThat(moves()).as("a part frees nothing").isEmpty();
        assertThat(order().stillOpen()).isEqualTo(Money.of("100.50", "PLN"));

        UUID person = UUID.randomUUID();
        letGo(person, draft());
        PaymentRunView after = releases.view(company, run);
        assertThat(after.state()).isEqualTo(PaymentRunState.RELEASED);
        assertThat(order().held()).isFalse();
        assertThat(order().letGo()).isNotNull().satisfies(letGo -> {
            assertThat(letGo.by()).isEqualTo("person:" + person);
            assertThat(letGo.reason()).isEqualTo("The bank sent the rest back");
        });
        PaymentRunView next = releases.proposed(company, account, PROPOSER);
        assertThat(next.orders()).singleElement().satisfies(order -> assertThat(order.amount())
                .isEqualTo(Money.of("100.50", "PLN")));
        assertRefused("payment-run.nothing-held", UUID.randomUUID(), draft());
        company.asPerson(UUID.randomUUID(), () -> {
            cancelReleased.cancel(run.id(), "Too late", true, null);
            return null;
        });
        assertThat(releases.view(company, next).orders())
                .singleElement()
                .as("ending the first run frees nothing of the second")
                .satisfies(order -> assertThat(order.held()).isTrue());
    }

    @Test
    void lettingGoIsAnotherPersonsWithAReasonAndAConfirmation() {
        assertRefused("approval.own-work-proposed-run", PROPOSER, draft());
        assertRefused("approval.own-work-sent-run", SENDER, draft());
        UUID person = UUID.randomUUID();
        assertRefused("payment-run.reason-missing", person, new LetGoDraft(" ", true, null));
        assertRefused("payment-run.let-go-unconfirmed", person, new LetGoDraft("It bounced", false, null));
        assertRefused(
                "payment-run.settled-meanwhile", person, new LetGoDraft("It bounced", true, Money.of("100.00", "PLN")));
        assertThatThrownBy(() -> company.asPerson(person, EnumSet.of(Duty.PROPOSE_PAYMENT, Duty.VIEW_PAYMENT), () -> {
                    letOrderGo.letGo(run.id(), order().id(), draft());
                    return null;
                }))
                .isInstanceOf(MissingDuty.class);
        assertThatThrownBy(() -> company.run(() -> letOrderGo.letGo(run.id(), UUID.randomUUID(), draft())))
                .isInstanceOf(NotFound.class);
        TestCompany other = payables.company();
        assertThatThrownBy(() -> other.run(() -> letOrderGo.letGo(run.id(), order().id(), draft())))
                .isInstanceOf(NotFound.class);
        assertThat(order().held()).isTrue();

        payables.owed(company, supplier, "30.00");
        PaymentRunView waiting = releases.proposed(company, account, PROPOSER);
        assertThatThrownBy(() -> company.asPerson(person, () -> {
                    letOrderGo.letGo(waiting.id(), waiting.orders().get(0).id(), draft());
                    return null;
                }))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("payment-run.not-in-state"));
    }

    @Test
    void thePageShowsWhatIsAtStakeAndTheRunWhoLetItGo() {
        settled("20.00", payables.owed(company, supplier, Side.DEBIT, "20.00"));
        String address = "/payment-runs/" + run.id() + "/orders/" + order().id() + "/let-go";
        TestReader approver = reader(EnumSet.allOf(Duty.class));
        assertThat(approver.page(get("/payment-runs/" + run.id()), "en"))
                .contains("settled in part", "100,50", "href=\"" + address + "\"");
        assertThat(approver.page(get("/open-items/" + item), "en"))
                .contains(run.number(), "href=\"" + address + "\"", "leaves the run by itself");
        String file = run.file() == null ? "" : run.file().name();
        assertThat(approver.page(get(address), "en"))
                .contains(run.number(), file, "120,50", "20,00", "100,50", "paid twice", "name=\"confirmed\"");
        assertThat(approver.page(get(address), "pl")).contains("Odpuść", "dwa razy");
        EnumSet<Duty> others = EnumSet.complementOf(EnumSet.of(Duty.APPROVE_PAYMENT));
        assertThat(reader(others).ask(get(address)).getStatus()).isEqualTo(403);
        assertThat(reader(others).page(get("/payment-runs/" + run.id()), "en")).doesNotContain(address);
        assertThat(reader(others).page(get("/open-items/" + item), "en"))
                .contains(run.number())
                .doesNotContain(address);

        assertThat(approver.ask(post(address).param("reason", "It bounced")).getStatus())
                .isEqualTo(422);
        assertThat(approver.ask(post(address)
                                .param("reason", "It bounced")
                                .param("confirmed", "true")
                                .param("stillOpen", "120.50"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(approver.ask(post(address)
                                .param("reason", "It bounced")
                                .param("confirmed", "true")
                                .param("stillOpen", "100.50"))
                        .getRedirectedUrl())
                .isEqualTo("/payment-runs/" + run.id());
        assertThat(approver.page(get("/payment-runs/" + run.id()), "en"))
                .contains("let it go: It bounced", "Transfer let go")
                .doesNotContain(address);
        assertThat(approver.page(get("/open-items/" + item), "en")).doesNotContain(run.number());
    }

    @Test
    void theLastPartFreesWhatIsSettledInPartsAndHistoryTellsEachTurn() {
        UUID first = settled("20.50", payables.owed(company, supplier, Side.DEBIT, "20.50"));
        settled("100.00", payables.owed(company, supplier, Side.DEBIT, "100.00"));
        assertThat(moves()).as("the last part frees it").containsExactly(true);
        company.as(() -> undo.undo(first, Payables.DAY, "2026-11", "The wrong payment"));
        assertThat(moves()).containsExactly(true, false);
        TestCompany other = payables.company();
        assertThat(other.as(() -> runs.settledSince(run.id()))).isEmpty();
    }

    private List<Boolean> moves() {
        return company.as(() -> runs.settledSince(run.id())).stream()
                .map(SettledSince.Move::freed)
                .toList();
    }

    private PaymentRunView.Order order() {
        return releases.view(company, run).orders().get(0);
    }

    private UUID settled(String amount, UUID payment) {
        return settled(amount, item, payment);
    }

    private UUID settled(String amount, UUID debt, UUID payment) {
        Money part = Money.of(amount, "PLN");
        return company.as(() -> settle.settle(new SettlementDraft(
                supplier.value(),
                Payables.DAY,
                "2026-11",
                null,
                UUID.randomUUID().toString(),
                List.of(new SettlementDraft.Part(debt, part), new SettlementDraft.Part(payment, part)))));
    }

    private static LetGoDraft draft() {
        return new LetGoDraft(" The bank sent the rest back ", true, null);
    }

    private void letGo(UUID person, LetGoDraft draft) {
        company.asPerson(person, () -> {
            letOrderGo.letGo(run.id(), order().id(), draft);
            return null;
        });
    }

    private void assertRefused(String rule, UUID person, LetGoDraft draft) {
        assertThatThrownBy(() -> letGo(person, draft))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }

    private TestReader reader(EnumSet<Duty> duties) {
        return TestReader.of(MockMvcBuilders.webAppContextSetup(context).build(), company, UUID.randomUUID(), duties);
    }
}
