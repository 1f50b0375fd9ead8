package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.AddFindings;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.invoice.automation.CodeTouchless;
import io.simbaerp.invoice.automation.SwitchTouchless;
import io.simbaerp.invoice.automation.TouchlessJudgement;
import io.simbaerp.invoice.automation.TouchlessStop;
import io.simbaerp.invoice.automation.TouchlessSuppliers;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class TouchlessModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SwitchTouchless switchTouchless;

    @Autowired
    TouchlessSuppliers touchless;

    @Autowired
    TouchlessJudgement judgement;

    @Autowired
    CodeTouchless codeTouchless;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    Parties parties;

    @Autowired
    AddFindings addFindings;

    @Autowired
    JdbcClient jdbc;

    private TestCompany company;
    private UUID accountant;
    private PartyId supplier;
    private int number;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        company = desk.company();
        accountant = company.as(() -> {
            StandardRoles.all().forEach(defineRole::define);
            return registerUser.register(
                    new UserDraft("a" + UUID.randomUUID(), "Accountant", "password", "en", Set.of("accountant")));
        });
    }

    @Test
    void isEarnedByThreePostingsInARowThatWereCodedAsProposed() {
        posted(2, sample -> sample);
        refusesToSwitchOn(2);
        posted(1, sample -> sample);
        switchTo(true);

        assertThat(company.as(() -> touchless.of(supplier))).satisfies(present -> {
            assertThat(present.on()).isTrue();
            assertThat(present.by()).isEqualTo(accountant);
            assertThat(present.unedited()).isEqualTo(3);
        });
    }

    @Test
    void anEditedPostingBreaksTheRow() {
        posted(2, sample -> sample);
        postedEdited();
        refusesToSwitchOn(0);
        posted(3, sample -> sample);
        switchTo(true);
        assertThat(company.as(() -> touchless.of(supplier)).on()).isTrue();
    }

    @Test
    void codesAnOrdinaryInvoiceForWhoeverSwitchedItOn() {
        switchedOn();
        PurchaseInvoiceId id = received(sample -> sample);

        assertThat(company.as(() -> codeTouchless.code(id))).isTrue();
        InvoiceDetails details = desk.details(company, id);
        assertThat(details.state()).isEqualTo("CODED");
        assertThat(details.coders()).containsExactly(accountant);
        assertThat(details.coding()).hasSize(1);
        assertThat(company.as(() -> touchless.of(supplier)).coded()).isEqualTo(1);
        assertThat(company.as(() -> codeTouchless.code(id))).isFalse();
    }

    @Test
    void leavesEveryInvoiceToAPersonOnceSwitchedOff() {
        switchedOn();
        switchTo(false);
        PurchaseInvoiceId id = received(sample -> sample);

        assertThat(stop(id)).isEqualTo(TouchlessStop.NOT_SWITCHED_ON);
        assertThat(company.as(() -> codeTouchless.code(id))).isFalse();
        assertThat(desk.details(company, id).state()).isEqualTo("RECEIVED");
    }

    @Test
    void stopsAtAnythingOutOfTheOrdinary() {
        switchedOn();

        assertThat(stop(received(sample -> sample))).isNull();
        assertThat(stop(received(sample -> sample.account("DE89370400440532013000"))))
                .isEqualTo(TouchlessStop.ACCOUNT);
        assertThat(stop(received(sample -> sample.payee("Faktorex S.A.")))).isEqualTo(TouchlessStop.QUESTION_ASKED);
        assertThat(stop(received(SampleInvoice::creditNote))).isEqualTo(TouchlessStop.CORRECTION);
        assertThat(stop(bare("Transport", "1300.00"))).isEqualTo(TouchlessStop.AMOUNT);
        assertThat(stop(bare("Transport", "700.00"))).isEqualTo(TouchlessStop.AMOUNT);
        assertThat(stop(bare("Something never bought", "1005.55"))).isEqualTo(TouchlessStop.NO_PRECEDENT);
        assertThat(stop(received(sample -> sample.issued("2026-02-01").number("FV/1"))))
                .isEqualTo(TouchlessStop.QUESTION_ASKED);
    }

    @Test
    void stopsAtAFinding() {
        switchedOn();
        PurchaseInvoiceId id = received(sample -> sample);
        DocumentId document = new DocumentId(desk.details(company, id).documentId());
        company.run(() ->
                addFindings.add(document, List.of(new Finding("BR-CO-15", Severity.WARNING, null, "The sums differ"))));

        assertThat(stop(id)).isEqualTo(TouchlessStop.FINDING);
    }

    @Test
    void stopsWhenWhoSwitchedItOnMayNotCodeAnyMore() {
        switchedOn();
        company.inTransaction(() -> jdbc.sql("delete from identity.membership where user_id = ?")
                .param(accountant)
                .update());

        assertThat(stop(received(sample -> sample))).isEqualTo(TouchlessStop.SWITCHED_ON_BY_NOBODY);
    }

    @Test
    void stopsWhenThePeriodIsClosed() {
        switchedOn();
        PurchaseInvoiceId id = received(sample -> sample);
        company.inTransaction(() ->
                jdbc.sql("update company.fiscal_period set state = 'CLOSED'").update());

        assertThat(stop(id)).isEqualTo(TouchlessStop.NOT_POSTABLE);
        assertThat(company.as(() -> codeTouchless.code(id))).isFalse();
    }

    @Test
    void isSwitchedByAPersonForAPartyThatIsThere() {
        posted(3, sample -> sample);
        assertThatThrownBy(() -> company.run(() -> switchTouchless.to(supplier, true)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("invoice.touchless-by-a-person"));
        TestCompany other = desk.company();
        assertThatThrownBy(() -> other.asPerson(accountant, () -> {
                    switchTouchless.to(supplier, true);
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> company.asPerson(accountant, Set.of(Duty.APPROVE_INVOICE), () -> {
                    switchTouchless.to(supplier, true);
                    return null;
                }))
                .hasMessageContaining("CODE_INVOICE");
    }

    @Test
    void restsAfterAnEditedPostingUntilThreeAreAsProposedAgain() {
        switchedOn();
        postedEdited();
        assertThat(company.as(() -> touchless.of(supplier)).on()).isTrue();
        PurchaseInvoiceId waiting = received(sample -> sample);
        assertThat(stop(waiting)).isEqualTo(TouchlessStop.EDITED_LATELY);
        assertThat(company.as(() -> codeTouchless.code(waiting))).isFalse();
        posted(2, sample -> sample);
        assertThat(stop(received(sample -> sample))).isEqualTo(TouchlessStop.EDITED_LATELY);
        posted(1, sample -> sample);
        assertThat(stop(received(sample -> sample))).isNull();
    }

    private void postedEdited() {
        PurchaseInvoiceId edited = received(sample -> sample);
        Money net = desk.details(company, edited).net();
        desk.coded(
                company,
                edited,
                accountant,
                new CodingDraft(List.of(new CodingDraft.Line("1", "402-03", "310", "Z23", net)), null, null));
        desk.approve(company, edited);
        desk.posted(company, edited);
    }

    private void switchedOn() {
        posted(3, sample -> sample);
        confirmAccounts();
        switchTo(true);
    }

    private void refusesToSwitchOn(int soFar) {
        assertThatThrownBy(() -> switchTo(true)).isInstanceOfSatisfying(RuleViolation.class, refused -> {
            assertThat(refused.rule()).isEqualTo("invoice.touchless-not-earned");
            assertThat(refused.args()).isEqualTo(List.of(3, soFar));
        });
    }

    private void switchTo(boolean on) {
        company.asPerson(accountant, () -> {
            switchTouchless.to(supplier, on);
            return null;
        });
    }

    private @Nullable TouchlessStop stop(PurchaseInvoiceId id) {
        return company.inTransaction(() -> judgement
                .stops(desk.details(company, id), company.id())
                .map(TouchlessJudgement.Stop::reason)
                .orElse(null));
    }

    private void posted(int many, UnaryOperator<SampleInvoice> change) {
        for (int n = 0; n < many; n++) {
            PurchaseInvoiceId id = received(change);
            desk.answerAll(company, id);
            supplier = new PartyId(desk.details(company, id).supplierId());
            desk.coded(company, id, UUID.randomUUID(), null);
            desk.approve(company, id);
            assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
        }
    }

    private PurchaseInvoiceId received(UnaryOperator<SampleInvoice> change) {
        number++;
        return desk.received(
                company,
                change.apply(sample("Transport krajowy", "10" + (10 + number) + ".00"))
                        .build());
    }

    private PurchaseInvoiceId bare(String text, String net) {
        number++;
        return desk.received(company, sample(text, net).build());
    }

    private SampleInvoice sample(String text, String net) {
        return SampleInvoice.to("PL" + company.taxId()).number("FV/" + number).line(text, net, "S", "23");
    }

    private void confirmAccounts() {
        company.as(() -> parties.byId(supplier)).orElseThrow().accounts().stream()
                .filter(account -> !account.confirmed())
                .forEach(account -> company.asPerson(UUID.randomUUID(), () -> {
                    approveBankAccount.approve(account.id());
                    return null;
                }));
    }
}
