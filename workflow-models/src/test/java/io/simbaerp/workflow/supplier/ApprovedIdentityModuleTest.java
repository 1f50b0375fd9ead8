package io.simbaerp.workflow.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.Address;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.creation.CreationState;
import io.simbaerp.party.creation.GiveSupplierProof;
import io.simbaerp.party.creation.SetCreationApproval;
import io.simbaerp.party.creation.SupplierCreation;
import io.simbaerp.party.creation.SupplierCreations;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who got one supplier approved pays no other one by it. */
@ModuleTest
class ApprovedIdentityModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    SetCreationApproval setApproval;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    GiveSupplierProof prove;

    @Autowired
    SupplierCreations creations;

    @Autowired
    Parties parties;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    TestDatabase database;

    private final UUID accountant = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
    private final UUID treasurer = UUID.randomUUID();
    private TestCompany company;
    private PartyId party;

    @BeforeEach
    void newCompany() {
        company = companies.create();
    }

    @Test
    void anApprovedSupplierMadeAnotherIsProposedOnceMore() throws SQLException {
        company.run(() -> setApproval.set(true));
        party = company.asPerson(
                accountant, () -> registerParty.register(draft("Karton S.A.", List.of("9990083015"), "ul. Portowa 8")));
        proven();
        decide(treasurer);
        Attack attack = new Attack(database, company.id());
        String paid =
                "do $$ begin if not party.is_approved('%s', '%s') then perform simba.refuse('not_paid', 'x'); end if; end $$"
                        .formatted(company.id(), party);
        String of = " where party_id = '" + party + "'";
        String back =
                "update party.supplier_creation set state = 'PROPOSED', approved_by = null, approved_at = null" + of;
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(role, paid)).isNull();
            for (String change : List.of("name = 'Thief'", "country = 'CY'")) {
                assertThat(attack.refusal(
                                role, "update party.party set " + change + " where id = '" + party + "'", paid))
                        .isEqualTo("not_paid");
            }
            assertThat(attack.refusal(role, "delete from party.tax_id" + of, paid))
                    .isEqualTo("not_paid");
            assertThat(attack.refusal(
                            role,
                            "update party.party set name = 'Thief' where id = '" + party + "'",
                            "update party.supplier_creation set approved_hash = party.identity_hash(company_id,"
                                    + " party_id)"
                                    + of))
                    .isEqualTo("approved_supplier_stands");
            assertThat(attack.refusal(role, back)).isEqualTo("approved_supplier_stands");
        }

        change(colleague, "Karton S.A.", "ul. Inna 1");
        assertThat(creation().state()).as("at another address it is the same").isEqualTo(CreationState.APPROVED);
        change(colleague, "Thief S.A.", "ul. Inna 1");
        assertThat(creation().state()).isEqualTo(CreationState.PROPOSED);
        assertThat(creation().approvedBy()).isNull();
        assertThat(view().approved()).isFalse();
        assertThat(task().facts().partyName()).isEqualTo("Thief S.A.");
        refused("approval.own-work-proposed-supplier", () -> decide(colleague));
        decide(treasurer);
        assertThat(view().approved()).isTrue();

        company.run(() -> setApproval.set(false));
        change(colleague, "Thief and Son S.A.", "ul. Inna 1");
        assertThat(view().approved()).as("nobody asks").isTrue();
        company.run(() -> setApproval.set(true));
        dueJobs.run();
        assertThat(creation().state()).isEqualTo(CreationState.PROPOSED);
        assertThat(task().facts().partyName()).isEqualTo("Thief and Son S.A.");
    }

    private static PartyDraft draft(String name, List<String> taxIds, String street) {
        return new PartyDraft(name, taxIds, new Address(street, null, "81-300", "Gdynia", null, "PL"), true, true);
    }

    private void change(UUID person, String name, String street) {
        PartyView now = view();
        company.asPerson(person, () -> {
            changeParty.change(party, now.version(), draft(name, now.taxIds(), street));
            return true;
        });
        dueJobs.run();
    }

    private void proven() {
        company.asPerson(accountant, () -> {
            prove.give(party, null, "KRS 0000123456");
            return true;
        });
        dueJobs.run();
    }

    private void decide(UUID person) {
        UUID task = task().id();
        company.asPerson(person, () -> completeTask.complete(new TaskCompletion(task, "approve", null, null, null)));
        dueJobs.run();
    }

    private TaskView task() {
        List<TaskView> open = company.as(() -> tasks.openAbout(new Subject("party", party.value())));
        assertThat(open).hasSize(1);
        return company.as(() -> tasks.byId(open.get(0).id()));
    }

    private SupplierCreation creation() {
        return company.as(() -> creations.of(party));
    }

    private PartyView view() {
        return company.as(() -> parties.byId(party)).orElseThrow();
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }
}
