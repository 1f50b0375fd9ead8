package io.simbaerp.identity.separation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Duty;
import io.simbaerp.identity.Staff;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.MessageSource;

/** Which duties stand in no pair, and why; a new duty has to be put into one or be given a reason here. */
@ModuleTest
class ConflictPairsModuleTest {

    private static final String READS = "reads and decides nothing";
    private static final String PROCESS = "held by a process, never by a person";
    private static final String CONTENT = "who wrote or handed in this one is refused by history";

    private static final Map<Duty, String> ALONE = new EnumMap<>(Map.ofEntries(
            Map.entry(Duty.BELONG_TO_COMPANY, READS),
            Map.entry(Duty.VIEW_DOCUMENT, READS),
            Map.entry(Duty.VIEW_LEDGER, READS),
            Map.entry(Duty.VIEW_PARTY, READS),
            Map.entry(Duty.VIEW_PAYMENT, READS),
            Map.entry(Duty.VIEW_EXCHANGE_RATE, READS),
            Map.entry(Duty.VIEW_MODEL, READS),
            Map.entry(Duty.VIEW_AUDIT, READS),
            Map.entry(Duty.VIEW_DUTIES, READS),
            Map.entry(Duty.POST_INVOICE, PROCESS),
            Map.entry(Duty.RELEASE_PAYMENT, PROCESS),
            Map.entry(Duty.PUBLISH_CONTROLLED_DOCUMENT, PROCESS),
            Map.entry(Duty.RUN_PROCESS, PROCESS),
            Map.entry(Duty.WORK_ON_TASK, "what a task asks for besides stands in pairs"),
            Map.entry(Duty.RECEIVE_DOCUMENT, "what comes in is coded and approved by others"),
            Map.entry(Duty.DECIDE_QUARANTINE, "what comes in is coded and approved by others"),
            Map.entry(Duty.CLASSIFY_DOCUMENT, "a class says who sees, and is changed in the open"),
            Map.entry(Duty.WRITE_CONTROLLED_DOCUMENT, CONTENT),
            Map.entry(Duty.REVIEW_CONTROLLED_DOCUMENT, CONTENT),
            Map.entry(Duty.CLAIM_EXPENSE, CONTENT),
            Map.entry(
                    Duty.POST_INTO_SOFT_CLOSED_PERIOD, "posts nothing without the duty to post, which stands in pairs"),
            Map.entry(Duty.MAINTAIN_EXCHANGE_RATE, "rates come from the bank, and each entry keeps the one it used"),
            Map.entry(Duty.OPERATE_CONNECTOR, "repairs what goes to the partners, and changes nothing in it")));

    /**
     * Approving claims and approving payments lie in one hand, as with invoices: somebody else puts the run together, and
     * whoever is paid or coded the claim is refused by history.
     */
    private static final Set<Duty> APPROVALS_IN_ONE_HAND =
            EnumSet.of(Duty.APPROVE_INVOICE, Duty.APPROVE_EXPENSE, Duty.APPROVE_PAYMENT);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    DutyConflicts conflicts;

    @Autowired
    MessageSource messages;

    @Autowired
    TestDatabase database;

    private Staff staff;

    @BeforeEach
    void company() {
        staff = Staff.of(beans);
    }

    @Test
    void everyDutyStandsInAPairOrHasAReason() {
        Set<Duty> paired = EnumSet.noneOf(Duty.class);
        for (DutyConflict conflict : rules()) {
            paired.add(conflict.one());
            paired.add(conflict.other());
            assertThat(messages.getMessage("identity.conflict." + conflict.reason(), null, Locale.forLanguageTag("pl")))
                    .isNotBlank();
        }
        assertThat(paired).doesNotContainAnyElementsOf(ALONE.keySet());
        paired.addAll(ALONE.keySet());
        assertThat(paired).containsExactlyInAnyOrder(Duty.values());
    }

    @Test
    void whoAdministersHoldsNothingThatApproves() {
        Set<Duty> apart = EnumSet.noneOf(Duty.class);
        rules().stream()
                .filter(pair -> pair.one() == Duty.ADMINISTER)
                .map(DutyConflict::other)
                .forEach(apart::add);
        assertThat(apart)
                .containsAll(EnumSet.allOf(Duty.class).stream()
                        .filter(duty -> duty.name().startsWith("APPROVE_"))
                        .toList());
    }

    @Test
    void approvalsLieInOneHandWhereHistoryTellsThemApart() {
        assertThat(rules())
                .noneMatch(pair ->
                        APPROVALS_IN_ONE_HAND.contains(pair.one()) && APPROVALS_IN_ONE_HAND.contains(pair.other()));
        assertThat(StandardRoles.all())
                .filteredOn(role -> role.code().equals("manager"))
                .allSatisfy(role -> assertThat(role.duties()).containsAll(APPROVALS_IN_ONE_HAND));
    }

    @Test
    void nobodysRoleStopsOvernightWhereAPairIsNew() throws SQLException {
        UUID both = staff.person("accountant");
        asOwner("insert into identity.role_duty (company_id, role_id, duty)"
                + " select company_id, id, 'APPROVE_JOURNAL_ENTRY' from identity.role where code = 'accountant'");
        assertThat(staff.company().as(conflicts::present)).hasSize(1).noneMatch(HeldConflict::excepted);

        asOwner("delete from identity.duty_conflict where one_duty = 'APPROVE_JOURNAL_ENTRY'"
                + " and other_duty = 'POST_JOURNAL_ENTRY'");
        asOwner("select identity.newer_conflicts(simba.current_company())");

        assertThat(staff.company().as(conflicts::present)).hasSize(1).allMatch(HeldConflict::excepted);
        assertThat(staff.acting(both).duties()).contains(Duty.POST_JOURNAL_ENTRY, Duty.APPROVE_JOURNAL_ENTRY);
        assertThat(staff.company().as(conflicts::exceptions)).singleElement().satisfies(exception -> {
            assertThat(exception.user()).isEqualTo(both);
            assertThat(exception.state()).isEqualTo(DutyException.State.APPROVED);
        });
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement sql = connection.createStatement()) {
            sql.execute("select set_config('simba.company', '" + staff.company().id() + "', false)");
            sql.execute(statement);
        }
    }

    private List<DutyConflict> rules() {
        return staff.company().as(conflicts::rules);
    }
}
