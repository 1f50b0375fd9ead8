package io.simbaerp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.person.PlacePersonHold;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** What somebody was refused is rolled back; that they tried stays in the trail. */
@ModuleTest
class RefusalTrailModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    RegisterParty register;

    @Autowired
    ProposeBankAccount propose;

    @Autowired
    ApproveBankAccount approve;

    @Autowired
    TrailRecords records;

    @Autowired
    RecordSignIn signIn;

    @Autowired
    Refusals refusals;

    @Autowired
    WebApplicationContext context;

    @Autowired
    PlacePersonHold place;

    private final UUID person = UUID.randomUUID();
    private TestCompany ours;

    @BeforeEach
    void begin() {
        ours = companies.create();
    }

    @Test
    void aMissingDutyIsToldWithTheRecordItWasTriedOn() {
        PartyId party = register("Tekturo Opakowania S.A.");
        assertThatThrownBy(() ->
                        ours.asPerson(person, Set.of(Duty.BELONG_TO_COMPANY), () -> propose.propose(account(party))))
                .isInstanceOf(MissingDuty.class);

        assertThat(refusals(new Subject("user", person))).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo("duty-refused");
            assertThat(line.actor()).isEqualTo(Actor.person(person));
            assertThat(line.subject()).isEqualTo(new Subject("party", party.value()));
            assertThat(line.reason()).isEqualTo("duty.missing MAINTAIN_PARTY | ProposeBankAccount");
        });
    }

    @Test
    void aRefusalAndAChangeNameForWhomItWasTriedAndMade() {
        UUID colleague = UUID.randomUUID();
        Acting substitute =
                new Acting(Actor.person(person), ours.id(), EnumSet.allOf(Duty.class)).onBehalfOf(colleague);
        PartyId party = ours.currentActor().as(substitute, () -> register.register(draft("Tekturo Opakowania S.A.")));
        assertThat(ours.as(() -> records.history(new Subject("party", party.value()), null, 50))
                        .items())
                .filteredOn(line -> line.event().equals("record-added"))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.actor()).isEqualTo(Actor.person(person));
                    assertThat(line.onBehalfOf()).isEqualTo(Actor.person(colleague));
                });

        Acting withoutDuty = new Acting(Actor.person(person), ours.id(), Set.<Duty>of()).onBehalfOf(colleague);
        assertThatThrownBy(() -> ours.currentActor().as(withoutDuty, () -> propose.propose(account(party))))
                .isInstanceOf(MissingDuty.class);
        assertThat(refusals(new Subject("user", person)))
                .singleElement()
                .satisfies(line -> assertThat(line.onBehalfOf()).isEqualTo(Actor.person(colleague)));
    }

    @Test
    void separationOfDutiesIsToldAndAnOrdinaryBrokenRuleIsNot() {
        PartyId party = register("Tekturo Opakowania S.A.");
        UUID account = ours.asPerson(person, () -> propose.propose(account(party)));
        assertThatThrownBy(() -> ours.asPerson(person, () -> {
                    approve.approve(account);
                    return null;
                }))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ours.asPerson(person, () -> register(""))).isInstanceOf(RuleViolation.class);

        assertThat(refusals(new Subject("user", person)))
                .extracting(TrailRecord::event, TrailRecord::reason)
                .containsExactly(tuple("separation-refused", "bank-account.own-proposal"));
        assertThat(ours.as(() -> records.history(new Subject("bank-account", account), null, 50))
                        .items())
                .as("the record tells it too, though its id is a bare UUID")
                .extracting(TrailRecord::event)
                .contains("separation-refused");
    }

    @Test
    void aRefusalStaysWhenTheTransactionAroundItIsRolledBack() {
        TransactionTemplate transaction = new TransactionTemplate(ours.transactions());
        assertThatThrownBy(() -> ours.asPerson(
                        person,
                        Set.of(),
                        () -> transaction.execute(status -> register.register(draft("Tekturo Opakowania S.A.")))))
                .isInstanceOf(MissingDuty.class);
        assertThat(refusals(new Subject("user", person))).hasSize(1);
    }

    @Test
    void whoAsksForAnotherCompanysRecordIsRemembered() {
        TestCompany theirs = companies.create();
        UUID party = theirs.as(() -> register.register(draft("Tekturo Opakowania S.A.")))
                .value();
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(), ours, person, EnumSet.allOf(Duty.class));

        assertThat(reader.ask(get("/parties/" + party)).getStatus()).isEqualTo(404);

        assertThat(refusals(new Subject("user", person))).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo("record-not-found");
            assertThat(line.subject()).isEqualTo(new Subject("party", party));
        });
        assertThat(reader.page(get("/audit-trail?outcome=REFUSED"), "pl")).contains("Zapytano o coś, czego nie ma");
        assertThatThrownBy(() -> theirs.as(() -> records.history(new Subject("user", person), null, 10)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ours.as(() -> records.history(new Subject("party", party), null, 10)))
                .as("asking for it makes it no record of ours")
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ours.as(() -> place.place(new Subject("party", party), "Lawsuit")))
                .isInstanceOf(NotFound.class);
    }

    /** The page asks before any use case does; where a use case asked, it is told once. */
    @Test
    void whoLacksTheDutyOfAPageIsRememberedOnce() {
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(), ours, person, Set.of(Duty.BELONG_TO_COMPANY));
        assertThat(reader.ask(get("/intake/upload")).getStatus()).isEqualTo(403);
        assertThat(reader.ask(get("/parties/"
                                + register("Tekturo Opakowania S.A.").value()))
                        .getStatus())
                .isEqualTo(403);
        assertThat(refusals(new Subject("user", person)))
                .extracting(TrailRecord::event, TrailRecord::reason)
                .containsExactlyInAnyOrder(
                        tuple("duty-refused", "duty.missing RECEIVE_DOCUMENT | /intake/upload"),
                        tuple("duty-refused", "duty.missing VIEW_PARTY | Parties"));
    }

    @Test
    void whoActsBeyondTheirLimitIsRemembered() {
        RuleViolation beyond = new RuleViolation("duty.beyond-limit", Duty.CODE_INVOICE.name());
        ours.asPerson(person, () -> {
            refusals.refused(ours.currentActor().get(), "CodeInvoice", new Subject("user", person), beyond);
            return null;
        });
        assertThat(refusals(new Subject("user", person)))
                .extracting(TrailRecord::event, TrailRecord::reason)
                .containsExactly(tuple("separation-refused", "duty.beyond-limit CODE_INVOICE"));
    }

    @Test
    void signInsStandInTheTrail() {
        ours.run(() -> {
            signIn.record(person, RecordSignIn.Outcome.REFUSED, "sign-in.wrong");
            signIn.record(person, RecordSignIn.Outcome.SIGNED_IN, null);
            signIn.record(person, RecordSignIn.Outcome.SIGNED_OUT, null);
            signIn.record(null, RecordSignIn.Outcome.REFUSED, "sign-in.unknown");
        });
        assertThat(ours.as(() -> records.history(new Subject("user", person), null, 10))
                        .items())
                .extracting(TrailRecord::event, TrailRecord::outcome, line -> line.actor()
                        .kind())
                .containsExactly(
                        tuple("signed-out", "DONE", Actor.Kind.PERSON),
                        tuple("signed-in", "DONE", Actor.Kind.PERSON),
                        tuple("sign-in-refused", "REFUSED", Actor.Kind.SYSTEM));
    }

    private List<TrailRecord> refusals(Subject subject) {
        return ours.as(() -> records.history(subject, null, 50)).items().stream()
                .filter(line -> line.outcome().equals("REFUSED"))
                .toList();
    }

    private PartyId register(String name) {
        return ours.as(() -> register.register(draft(name)));
    }

    private static PartyDraft draft(String name) {
        Address address = new Address("ul. Tekturowa 8", null, "85-990", "Bydgoszcz", null, "PL");
        return new PartyDraft(name, List.of("5260250274"), address, true, false);
    }

    private static BankAccountDraft account(PartyId party) {
        return new BankAccountDraft(party, "PL61109010140000071219812874", null);
    }
}
