package io.simbaerp.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.AuditTrail;
import io.simbaerp.audit.TrailEntry;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class PartyModuleTest {

    private static final String IBAN = "PL61109010140000071219812874";

    @Autowired
    ReceiveDocument receiveDocument;

    @Autowired
    TestCompanies companies;

    @Autowired
    Parties parties;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    ProposeBankAccount proposeBankAccount;

    @Autowired
    ApproveBankAccount approveBankAccount;

    @Autowired
    AuditTrail trail;

    @Autowired
    TestDatabase database;

    private final UUID accountant = UUID.randomUUID();
    private final UUID treasurer = UUID.randomUUID();
    private TestCompany ours;

    @BeforeEach
    void begin() {
        ours = companies.create();
    }

    @Test
    void aPartyIsFoundByTaxIdHoweverItIsWritten() {
        PartyId id = register("Tekturo Opakowania S.A.", "PL 526-025-02-74", "DE123456789");

        for (String written : List.of("5260250274", "PL5260250274", "526-025-02-74", "de 123 456 789")) {
            assertThat(ours.as(() -> parties.byTaxId(written)).orElseThrow().id())
                    .isEqualTo(id);
        }
        PartyView party = ours.as(() -> parties.byId(id)).orElseThrow();
        assertThat(party.taxId()).isEqualTo("5260250274");
        assertThat(party.taxIds()).containsExactly("5260250274", "DE123456789");
        assertThat(party.address().city()).isEqualTo("Bydgoszcz");
        assertThat(party.country()).isEqualTo("PL");
    }

    @Test
    void aTaxIdLeadsToOneParty() {
        register("First", "5260250274");
        assertThatThrownBy(() -> register("Second", "PL5260250274")).hasMessageContaining("party.tax-id-taken");
        TestCompany theirs = companies.create();
        assertThat(theirs.as(() -> registerParty.register(draft("Theirs", "5260250274"))))
                .isNotNull();
    }

    @Test
    void ofTwoWhoEnterTheSameTaxIdAtOnceOneIsRefused() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> one = people.submit(() -> registers("One"));
            Future<Boolean> two = people.submit(() -> registers("Two"));
            assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
        } finally {
            people.shutdownNow();
        }
    }

    private boolean registers(String name) {
        try {
            register(name, "5260250274");
            return true;
        } catch (io.simbaerp.architecture.RuleViolation e) {
            return false;
        }
    }

    @Test
    void refusesWhatIsIncomplete() {
        assertThatThrownBy(() -> register(" ")).hasMessageContaining("party.name-missing");
        assertThatThrownBy(() -> ours.as(() -> registerParty.register(
                        new PartyDraft("A", List.of(), new Address(null, null, null, null, null, "XX"), true, false))))
                .hasMessageContaining("party.country-unknown");
        assertThatThrownBy(() -> ours.as(() -> registerParty.register(
                        new PartyDraft("A", List.of(), new Address(null, null, null, null, null, "PL"), false, false))))
                .hasMessageContaining("party.neither-supplier-nor-customer");
    }

    @Test
    void aChangeBasedOnAnOldVersionIsAConflict() {
        PartyId id = register("Before", "5260250274", "DE1");
        int read = ours.as(() -> parties.byId(id)).orElseThrow().version();
        ours.run(() -> changeParty.change(id, read, draft("After", "DE2", "5260250274")));

        PartyView party = ours.as(() -> parties.byId(id)).orElseThrow();
        assertThat(party.name()).isEqualTo("After");
        assertThat(party.taxIds()).containsExactly("DE2", "5260250274");
        assertThat(party.version()).isGreaterThan(read);
        assertThatThrownBy(() -> ours.run(() -> changeParty.change(id, read, draft("Late"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void isFoundByPartOfTheNameByTaxIdAndByAccount() {
        PartyId tekturo = register("Tekturo Opakowania S.A.", "5260250274");
        register("Łódzkie 100% Bawełny", "DE5");
        propose(tekturo);

        assertThat(search("opak")).containsExactly("Tekturo Opakowania S.A.");
        assertThat(search("łÓDZ")).containsExactly("Łódzkie 100% Bawełny");
        assertThat(search("0% b")).hasSize(1);
        assertThat(search("%")).hasSize(1);
        assertThat(search("PL 526 025 02 74")).containsExactly("Tekturo Opakowania S.A.");
        assertThat(search("61 1090 1014 0000 0712 1981 2874")).containsExactly("Tekturo Opakowania S.A.");
        assertThat(ours.as(() -> parties.byIban(IBAN)).orElseThrow().id()).isEqualTo(tekturo);
        assertThat(search("")).hasSize(2);
    }

    @Test
    void pagesFollowOneAnotherByName() {
        for (String name : List.of("D", "B", "A", "C", "B")) {
            register(name);
        }
        List<PartyView> first = ours.as(() -> parties.search(null, null, 2));
        List<PartyView> second = ours.as(() -> parties.search(null, first.get(1).id(), 2));
        List<PartyView> third = ours.as(() -> parties.search(null, second.get(1).id(), 2));
        assertThat(List.of(first, second, third))
                .flatExtracting(page -> page)
                .extracting(PartyView::name)
                .containsExactly("A", "B", "B", "C", "D");
    }

    @Test
    void anAccountIsConfirmedByASecondPersonAlone() {
        PartyId id = register("Tekturo");
        UUID account = propose(id);
        assertThat(account(id)).satisfies(proposed -> {
            assertThat(proposed.confirmed()).isFalse();
            assertThat(proposed.source()).isEqualTo("person:" + accountant);
        });

        assertThatThrownBy(() -> confirm(accountant, account)).hasMessageContaining("bank-account.own-proposal");
        assertThatThrownBy(() -> ours.run(() -> approveBankAccount.approve(account)))
                .hasMessageContaining("bank-account.confirmed-by-people-only");
        confirm(treasurer, account);
        assertThat(account(id)).satisfies(confirmed -> {
            assertThat(confirmed.confirmed()).isTrue();
            assertThat(confirmed.confirmedBy())
                    .isEqualTo(Actor.person(treasurer).toString());
        });
        assertThatThrownBy(() -> confirm(UUID.randomUUID(), account))
                .hasMessageContaining("bank-account.confirmed-already");
        assertThat(ours.as(() -> trail.of(new Subject("party", id.value()))))
                .extracting(TrailEntry::event)
                .containsExactly("party-registered", "bank-account-proposed", "bank-account-confirmed");
    }

    @Test
    void anAccountReadFromADocumentStandsInItsHistory() {
        PartyId id = register("Tekturo");
        UUID document = ours.as(() -> receiveDocument.receive(new Submission(
                        "Zapłata na konto".getBytes(StandardCharsets.UTF_8),
                        "l.txt",
                        "text/plain",
                        "test",
                        null,
                        null,
                        null)))
                .id()
                .value();
        assertThatThrownBy(() -> ours.asPerson(
                        accountant,
                        () -> proposeBankAccount.propose(new BankAccountDraft(id, IBAN, UUID.randomUUID()))))
                .isInstanceOf(NotFound.class);
        ours.asPerson(accountant, () -> proposeBankAccount.propose(new BankAccountDraft(id, IBAN, document)));

        assertThat(account(id).source()).isEqualTo("document:" + document);
        assertThat(ours.as(() -> trail.of(new Subject("document", document))))
                .extracting(TrailEntry::event)
                .contains("bank-account-proposed");
    }

    @Test
    void aProposalTwiceIsOneAccountAndAWrongIbanIsNone() {
        PartyId id = register("Tekturo");
        assertThat(propose(id)).isEqualTo(propose(id));
        assertThatThrownBy(() -> ours.as(() ->
                        proposeBankAccount.propose(new BankAccountDraft(id, "PL00109010140000071219812874", null))))
                .hasMessageContaining("bank-account.iban-wrong");
        assertThat(ours.as(() -> parties.byId(id)).orElseThrow().accounts()).hasSize(1);
    }

    @Test
    void dutiesAreAskedFor() {
        PartyId id = register("Tekturo");
        UUID account = propose(id);
        assertThatThrownBy(() -> ours.asPerson(treasurer, Set.of(Duty.MAINTAIN_PARTY), () -> {
                    approveBankAccount.approve(account);
                    return true;
                }))
                .isInstanceOf(MissingDuty.class);
        assertThatThrownBy(
                        () -> ours.asPerson(treasurer, Set.of(Duty.VIEW_PARTY), () -> propose(id, treasurer, Set.of())))
                .isInstanceOf(MissingDuty.class);
    }

    @Test
    void anotherCompanyNeitherSeesNorConfirms() {
        PartyId id = register("Tekturo", "5260250274");
        UUID account = propose(id);
        TestCompany theirs = companies.create();

        assertThat(theirs.as(() -> parties.byId(id))).isEmpty();
        assertThat(theirs.as(() -> parties.byTaxId("5260250274"))).isEmpty();
        assertThat(theirs.as(() -> parties.byIban(IBAN))).isEmpty();
        assertThatThrownBy(() -> theirs.asPerson(treasurer, () -> {
                    approveBankAccount.approve(account);
                    return true;
                }))
                .isInstanceOf(NotFound.class);
    }

    /** What the rule refuses, the database refuses too: as the application's role, past all our code. */
    @Test
    void theDatabaseRefusesWhatTheRuleRefuses() throws SQLException {
        PartyId id = register("Tekturo");
        UUID account = propose(id);
        String own = "update party.bank_account set confirmed_by = proposed_by, confirmed_at = now() where id = '";
        assertThatThrownBy(() -> attack(own + account + "'"))
                .hasMessageContaining("bank_account_is_confirmed_by_a_second_person");
        assertThatThrownBy(() -> attack(
                        "update party.bank_account set confirmed_by = 'system:x', confirmed_at = now() where id = '"
                                + account + "'"))
                .hasMessageContaining("bank_account_is_confirmed_by_a_second_person");
        assertThatThrownBy(() ->
                        attack("update party.bank_account set proposed_by = 'person:x', confirmed_by = proposed_by, "
                                + "confirmed_at = now() where id = '" + account + "'"))
                .hasMessageContaining("never changed into another");
        assertThatThrownBy(() -> attack(
                        "update party.bank_account set iban = 'DE89370400440532013000' where id = '" + account + "'"))
                .hasMessageContaining("never changed into another");
        assertThatThrownBy(() -> attack("""
                insert into party.bank_account (company_id, id, party_id, iban, source, proposed_by, proposed_at,
                                                confirmed_by, confirmed_at)
                values ('%s', gen_random_uuid(), '%s', 'DE89370400440532013000', 'x', 'person:a', now(),
                        'person:b', now())""".formatted(ours.id(), id))).hasMessageContaining("begins as a proposal");
        confirm(treasurer, account);
        assertThatThrownBy(() ->
                        attack("update party.bank_account set confirmed_by = null, confirmed_at = null where id = '"
                                + account + "'"))
                .hasMessageContaining("a confirmation stands");
        assertThatThrownBy(() -> attack("delete from party.bank_account")).hasMessageContaining("permission denied");
    }

    private void attack(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + ours.id() + "', false)");
            statement.execute(sql);
        }
    }

    private List<String> search(String text) {
        return ours.as(() -> parties.search(text, null, 10)).stream()
                .map(PartyView::name)
                .toList();
    }

    private PartyAccount account(PartyId id) {
        return ours.as(() -> parties.byId(id)).orElseThrow().accounts().get(0);
    }

    private UUID propose(PartyId id) {
        return propose(id, accountant, Set.of(Duty.MAINTAIN_PARTY));
    }

    private UUID propose(PartyId id, UUID user, Set<Duty> duties) {
        return ours.asPerson(user, duties, () -> proposeBankAccount.propose(new BankAccountDraft(id, IBAN, null)));
    }

    private void confirm(UUID user, UUID account) {
        ours.asPerson(user, Set.of(Duty.CONFIRM_BANK_ACCOUNT), () -> {
            approveBankAccount.approve(account);
            return true;
        });
    }

    private PartyId register(String name, String... taxIds) {
        return ours.as(() -> registerParty.register(draft(name, taxIds)));
    }

    private static PartyDraft draft(String name, String... taxIds) {
        return new PartyDraft(
                name,
                List.of(taxIds),
                new Address("ul. Tekturowa 8", " ", "85-990", "Bydgoszcz", null, "pl"),
                true,
                false);
    }
}
