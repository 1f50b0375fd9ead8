package io.simbaerp.identity.role.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.separation.AddDutyConflict;
import io.simbaerp.identity.separation.ConflictDraft;
import io.simbaerp.identity.separation.DutyConflicts;
import io.simbaerp.identity.separation.PersonHolding;
import io.simbaerp.identity.separation.RemoveDutyConflict;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What roles bundle, and which duties conflict, as people change it. */
@ModuleTest
class RoleChangeModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    Memberships memberships;

    @Autowired
    RoleContent content;

    @Autowired
    ChangeRole changeRole;

    @Autowired
    AddDutyConflict addConflict;

    @Autowired
    RemoveDutyConflict removeConflict;

    @Autowired
    DutyConflicts conflicts;

    @Autowired
    JdbcClient jdbc;

    private TestCompany company;
    private UUID treasurer;
    private UUID manager;

    @BeforeEach
    void people() {
        company = companies.create();
        company.run(() -> StandardRoles.all().forEach(defineRole::define));
        person("admin");
        treasurer = person("treasurer");
        manager = person("manager");
    }

    @Test
    void aRoleGetsOtherDutiesAndLimitsForEverybodyWhoHoldsIt() {
        Map<Duty, DutyLimit> duties = duties("manager");
        duties.put(Duty.APPROVE_INVOICE, new DutyLimit(500_000L, Set.of("320"), Set.of()));
        duties.put(Duty.RECEIVE_DOCUMENT, DutyLimit.NONE);
        duties.remove(Duty.VIEW_LEDGER);
        company.run(() -> changeRole.change(draft("manager", duties), "New division of work"));

        Acting acting = acting(manager);
        assertThat(acting.may(Duty.RECEIVE_DOCUMENT)).isTrue();
        assertThat(acting.may(Duty.VIEW_LEDGER)).isFalse();
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(500_000, Set.of("320"), null)))
                .isTrue();
        assertThat(acting.may(Duty.APPROVE_INVOICE, Extent.of(500_001, Set.of("320"), null)))
                .isFalse();
        assertThat(company.as(() -> content.byCode("manager")).orElseThrow().duties())
                .isEqualTo(with(duties, Duty.BELONG_TO_COMPANY));
    }

    @Test
    void aRoleDefinedAgainTellsTheTrailOnlyWhatDiffers() {
        Role role = StandardRoles.all().stream()
                .filter(each -> each.code().equals("manager"))
                .findFirst()
                .orElseThrow();
        long told = changesOfManager();
        company.run(() -> defineRole.define(role));
        assertThat(changesOfManager()).isEqualTo(told);

        Set<Duty> fewer = EnumSet.copyOf(role.duties());
        fewer.remove(Duty.VIEW_LEDGER);
        company.run(() -> defineRole.define(new Role("manager", role.nameEn(), role.namePl(), fewer)));
        assertThat(changesOfManager()).isEqualTo(told + 1);
        assertThat(acting(manager).may(Duty.VIEW_LEDGER)).isFalse();
    }

    private long changesOfManager() {
        return company.inTransaction(() -> jdbc.sql("""
                        select count(*) from audit.business_event e
                          join identity.role r on r.company_id = e.company_id and r.id = e.subject_id
                         where e.record is not null and r.code = 'manager'""").query(Long.class).single());
    }

    @Test
    void aChangeThatMakesConflictsSaysForWhomAndChangesNothing() {
        Map<Duty, DutyLimit> duties = duties("treasurer");
        duties.put(Duty.APPROVE_PAYMENT, DutyLimit.NONE);
        assertThat(company.as(() -> content.clashes("treasurer", duties.keySet())))
                .isNotEmpty()
                .allSatisfy(clash -> assertThat(clash.user()).isEqualTo(treasurer));
        assertThatThrownBy(() -> company.run(() -> changeRole.change(draft("treasurer", duties), "More to do")))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("role.change-conflicts"));
        assertThat(acting(treasurer).may(Duty.APPROVE_PAYMENT)).isFalse();
        assertThat(acting(treasurer).may(Duty.PROPOSE_PAYMENT)).isTrue();
    }

    @Test
    void aNewRoleComesInWithItsNames() {
        company.run(() -> changeRole.change(
                new RoleDraft("clerk", "Clerk", "Referent", Map.of(Duty.RECEIVE_DOCUMENT, DutyLimit.NONE)),
                "Mail room"));
        assertThat(company.as(() -> content.byCode("clerk")).orElseThrow().duties())
                .containsOnlyKeys(Duty.BELONG_TO_COMPANY, Duty.RECEIVE_DOCUMENT);
        assertThatThrownBy(() -> company.run(() -> changeRole.change(new RoleDraft("No!", "A", "B", Map.of()), "x")))
                .hasMessageContaining("role.code-wrong");
        assertThatThrownBy(() -> company.run(() -> changeRole.change(new RoleDraft("clerk", "A", "B", Map.of()), " ")))
                .hasMessageContaining("role.reason-missing");
    }

    @Test
    void theLastAdministratorIsNotChangedAway() {
        Map<Duty, DutyLimit> duties = duties("admin");
        duties.remove(Duty.ADMINISTER);
        assertThatThrownBy(() -> company.run(() -> changeRole.change(draft("admin", duties), "Enough")))
                .hasMessageContaining("role.last-administrator");
    }

    @Test
    void aPairOfTheCompanysOwnStopsWhoeverHoldsBoth() {
        assertThat(company.as(() -> conflicts.holding(Duty.VIEW_DOCUMENT, Duty.APPROVE_INVOICE)))
                .extracting(PersonHolding::user)
                .containsExactly(manager);
        UUID pair = company.as(() -> addConflict.add(
                new ConflictDraft(Duty.VIEW_DOCUMENT, Duty.APPROVE_INVOICE, "Approvers see the card alone")));
        assertThat(memberships.acting(manager, company.id())).isEmpty();
        assertThatThrownBy(() -> company.run(() ->
                        addConflict.add(new ConflictDraft(Duty.APPROVE_INVOICE, Duty.VIEW_DOCUMENT, "Once more"))))
                .hasMessageContaining("duty-conflict.known-already");

        company.run(() -> removeConflict.remove(pair, "It was too much"));
        assertThat(acting(manager).may(Duty.APPROVE_INVOICE)).isTrue();
        assertThatThrownBy(() -> company.run(() -> removeConflict.remove(pair, "Again")))
                .isInstanceOf(NotFound.class);
        assertThat(company.as(() ->
                        addConflict.add(new ConflictDraft(Duty.VIEW_DOCUMENT, Duty.APPROVE_INVOICE, "After all"))))
                .isEqualTo(pair);
    }

    @Test
    void whoGrantsRolesDoesNotDecideWhatConflicts() {
        assertThatThrownBy(() -> company.asPerson(
                        UUID.randomUUID(),
                        Set.of(Duty.ADMINISTER),
                        () -> addConflict.add(new ConflictDraft(Duty.VIEW_DOCUMENT, Duty.VIEW_PARTY, "x"))))
                .isInstanceOf(MissingDuty.class);
    }

    private Map<Duty, DutyLimit> duties(String role) {
        Map<Duty, DutyLimit> duties = new EnumMap<>(Duty.class);
        duties.putAll(company.as(() -> content.byCode(role)).orElseThrow().duties());
        return duties;
    }

    private static Map<Duty, DutyLimit> with(Map<Duty, DutyLimit> duties, Duty further) {
        Map<Duty, DutyLimit> all = new EnumMap<>(duties);
        all.put(further, DutyLimit.NONE);
        return all;
    }

    private static RoleDraft draft(String code, Map<Duty, DutyLimit> duties) {
        return new RoleDraft(code, "Name", "Nazwa", duties);
    }

    private Acting acting(UUID user) {
        return memberships.acting(user, company.id()).orElseThrow();
    }

    private UUID person(String role) {
        String login = role + UUID.randomUUID();
        return company.as(() ->
                registerUser.register(new UserDraft(login, "Person", "a long password " + login, "en", Set.of(role))));
    }
}
