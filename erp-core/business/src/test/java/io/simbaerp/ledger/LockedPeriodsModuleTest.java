package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.company.period.GrantPeriodException;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.RevokePeriodException;
import io.simbaerp.company.period.SetPeriodLocks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may still post into a locked period: what the use case says, and what PostgreSQL says without it. */
@ModuleTest
class LockedPeriodsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    SetPeriodLocks setLocks;

    @Autowired
    GrantPeriodException grant;

    @Autowired
    RevokePeriodException revoke;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    TestCompany company;
    UUID accountant = UUID.randomUUID();

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @AfterEach
    void backToTheUsualDay() {
        clock.set(TestClock.START);
    }

    @Test
    void aLockOfAnAreaStopsTheJournalsOfThatAreaOnly() {
        lock(LockLevel.OPEN, Map.of(LockArea.BANK, LockLevel.CLOSED));
        postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY);
        assertThatThrownBy(() -> postAs(accountant, "BK", Duty.POST_JOURNAL_ENTRY))
                .hasMessageContaining("period.closed");
    }

    @Test
    void aSoftClosedPeriodTakesWhoHoldsTheDuty() {
        lock(LockLevel.SOFT_CLOSED, Map.of());
        assertThatThrownBy(() -> postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY))
                .hasMessageContaining("period.soft-closed");
        assertThatThrownBy(() -> postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY, Duty.POST_INTO_SOFT_CLOSED_PERIOD))
                .as("the duty claimed, and not held by identity's records")
                .hasMessageContaining("period.soft-closed");
        entrust(accountant);
        postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY, Duty.POST_INTO_SOFT_CLOSED_PERIOD);
        lock(LockLevel.CLOSED, Map.of());
        assertThatThrownBy(() -> postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY, Duty.POST_INTO_SOFT_CLOSED_PERIOD))
                .hasMessageContaining("period.closed");
    }

    @Test
    void anExceptionOpensAnAreaForOnePersonForAWhile() {
        lock(LockLevel.CLOSED, Map.of());
        except(LockArea.GENERAL, accountant);
        postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY);
        assertThatThrownBy(() -> postAs(accountant, "BK", Duty.POST_JOURNAL_ENTRY))
                .as("another area")
                .hasMessageContaining("period.closed");
        assertThatThrownBy(() -> postAs(UUID.randomUUID(), "PK", Duty.POST_JOURNAL_ENTRY))
                .as("another person")
                .hasMessageContaining("period.closed");
        clock.advance(Duration.ofHours(3));
        assertThatThrownBy(() -> postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY))
                .as("another time")
                .hasMessageContaining("period.closed");
    }

    @Test
    void anExceptionForEverybodyHoldsUntilItIsTakenBack() {
        lock(LockLevel.CLOSED, Map.of(LockArea.GENERAL, LockLevel.CLOSED));
        UUID exception = except(null, null);
        postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY);
        postAs(UUID.randomUUID(), "BK", Duty.POST_JOURNAL_ENTRY);
        company.run(() -> revoke.revoke(exception));
        assertThatThrownBy(() -> postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY))
                .hasMessageContaining("period.closed");
    }

    @Test
    void theVatLockGuardsTheRegisterAndNothingElse() {
        lock(LockLevel.OPEN, Map.of(LockArea.VAT, LockLevel.CLOSED));
        postAs(accountant, "PK", Duty.POST_JOURNAL_ENTRY);
        assertThatThrownBy(() -> company.inTransaction(() -> registerRow("2026-11")))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("2026-11");
        assertThat(company.<Integer>inTransaction(() -> registerRow("2026-12"))).isEqualTo(1);
        company.as(() -> grant.grant(new GrantPeriodException.Draft(
                "2026-11", LockArea.VAT, null, clock.instant().plusSeconds(600), "A corrected return")));
        assertThat(company.<Integer>inTransaction(() -> registerRow("2026-11"))).isEqualTo(1);
    }

    private int registerRow(String month) {
        return jdbc.sql("""
                        insert into tax.vat_register_row (company_id, id, document_id, direction, tax_code, currency, base,
                               tax, deductible_tax, vat_period, party_id, document_number, document_date, recorded_at,
                               posting_key)
                        values (?, gen_random_uuid(), gen_random_uuid(), 'INPUT', '23', 'PLN', 100, 23, 23, ?,
                                gen_random_uuid(), 'FV/1', '2026-11-05', ?::timestamptz, 'k')""")
                .params(company.id().value(), month, clock.instant().toString())
                .update();
    }

    private void lock(LockLevel whole, Map<LockArea, LockLevel> areas) {
        company.run(() -> setLocks.set("2026-11", whole, areas));
    }

    private UUID except(@Nullable LockArea area, @Nullable UUID person) {
        return company.as(() -> grant.grant(new GrantPeriodException.Draft(
                "2026-11", area, person, clock.instant().plus(Duration.ofHours(2)), "A late statement")));
    }

    private JournalEntryId postAs(UUID person, String journal, Duty first, Duty... others) {
        return company.asPerson(
                person,
                EnumSet.of(first, others),
                () -> post.post(entry(
                        journal,
                        LedgerFixture.DAY,
                        EntryKind.ORDINARY,
                        UUID.randomUUID().toString(),
                        debit("100-01", "5"),
                        credit("130-01", "5"))));
    }

    private void entrust(UUID person) {
        company.inTransaction(() -> {
            UUID role = UUID.randomUUID();
            jdbc.sql("insert into identity.user_account (id, login, display_name, password_hash, created_at)"
                            + " values (?, ?, 'Chief accountant', 'x', now())")
                    .params(person, person.toString())
                    .update();
            jdbc.sql(
                            "insert into identity.role (company_id, id, code, name_en, name_pl) values (?, ?, 'chief', 'C', 'C')")
                    .params(company.id().value(), role)
                    .update();
            jdbc.sql("insert into identity.role_duty (company_id, role_id, duty) values (?, ?, ?)")
                    .params(company.id().value(), role, Duty.POST_INTO_SOFT_CLOSED_PERIOD.name())
                    .update();
            return jdbc.sql(
                            "insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at) values (?, ?, ?, 'system:test', now())")
                    .params(company.id().value(), person, role)
                    .update();
        });
    }
}
