package io.simbaerp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.integrity.IntegrityProof;
import io.simbaerp.audit.integrity.SealRecords;
import io.simbaerp.audit.integrity.StampLog;
import io.simbaerp.audit.integrity.VerifyRecords;
import io.simbaerp.audit.person.DisposePersonKey;
import io.simbaerp.audit.person.PlacePersonHold;
import io.simbaerp.audit.person.ReleasePersonHold;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** That the trail proves itself, and goes on doing so when nobody can read a person's values any more. */
@ModuleTest
class TrailProofModuleTest {

    private static final IntegrityProof.Kind BLOCK = IntegrityProof.Kind.BLOCK;
    private static final IntegrityProof.Kind LEAVES = IntegrityProof.Kind.LEAVES;
    private static final List<String> TAMPERED = List.of(
            "audit.business_event",
            "audit.leaf",
            "audit.block",
            "audit.log_timestamp",
            "audit.personal_value",
            "company.company");
    private static final String NAME = "Jan Kowalski Usługi";

    @Autowired
    TestCompanies companies;

    @Autowired
    RegisterParty register;

    @Autowired
    SealRecords seal;

    @Autowired
    StampLog stamp;

    @Autowired
    VerifyRecords verify;

    @Autowired
    DisposePersonKey dispose;

    @Autowired
    PlacePersonHold hold;

    @Autowired
    ReleasePersonHold release;

    @Autowired
    TrailRecords records;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    private TestCompany ours;
    private Subject person;

    @BeforeEach
    void aPersonIsRegistered() {
        ours = companies.create();
        person = new Subject("party", register());
    }

    @AfterEach
    void putTheClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void personalValuesStandUnderTheKeyOfThePersonAlone() {
        assertThat(count("audit.unsealed_value")).isZero();
        assertThat(count("audit.personal_value")).isEqualTo(2);
        assertThat(count("audit.person_key")).isEqualTo(1);
        assertThat(ours.inTransaction(
                        () -> jdbc.sql("select string_agg(encode(sealed, 'escape'), '') from audit.personal_value")
                                .query(String.class)
                                .single()))
                .doesNotContain("Kowalski", "5260250274");
        assertThat(valuesOf("name")).containsExactly(NAME);
    }

    @Test
    void sealsCoverEveryLineOnceAndFitTogether() {
        assertThat(ours.as(seal::seal)).isPositive();
        assertThat(ours.as(seal::seal)).as("a seal's own line is worth no seal").isZero();
        register();
        assertThat(ours.as(seal::seal)).isPositive();

        IntegrityProof proof = proof();
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.blocks()).hasSize(2).allMatch(IntegrityProof.SealedBlock::good);
        assertThat(proof.waiting()).isEqualTo(1);
        assertThat(proof.personal()).isEqualTo(3);
        long lines = proof.kinds().stream()
                .filter(kind -> kind.kind().equals("trail-line"))
                .mapToLong(IntegrityProof.Counted::records)
                .sum();
        assertThat(lines).isEqualTo(count("audit.business_event"));
        assertThat(count("audit.leaf"))
                .isEqualTo(proof.blocks().stream()
                        .mapToInt(IntegrityProof.SealedBlock::leaves)
                        .sum());
    }

    @Test
    void whatWasUnderWayWhenASealWasMadeComesUnderTheNext() throws SQLException {
        try (Connection slow = database.connect(TestDatabase.APPLICATION)) {
            slow.setAutoCommit(false);
            run(
                    slow,
                    "insert into ledger.journal (company_id, id, code, name_en, name_pl, kind) values ('" + ours.id()
                            + "', gen_random_uuid(), 'LATE', 'x', 'x', 'GENERAL')");
            ours.as(seal::seal);
            slow.commit();
        }
        assertThat(proof().waiting())
                .as("the journal, the line about it and the line about the block")
                .isEqualTo(3);
        assertThat(ours.as(seal::seal)).isEqualTo(3);
        assertThat(proof().findings()).isEmpty();
    }

    @Test
    void aChangedLineARemovedOneAndOneThatSlippedInAreFound() throws SQLException {
        ours.as(seal::seal);
        asTamperingOwner("update audit.business_event set actor = 'system:nobody' where name = 'party-registered'");
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.CHANGED);
        asTamperingOwner("update audit.business_event set actor = 'system:test' where name = 'party-registered'");
        assertThat(kinds()).isEmpty();

        asTamperingOwner("update audit.block set leaves = leaves - 1");
        assertThat(kinds()).containsExactly(BLOCK, LEAVES, LEAVES);
        asTamperingOwner("update audit.block set leaves = leaves + 1");
        asTamperingOwner("update audit.leaf set hash = sha256('x') where number = 0");
        assertThat(kinds()).containsExactly(LEAVES, IntegrityProof.Kind.CHANGED);
        asTamperingOwner("delete from audit.leaf where number = 0");
        assertThat(kinds()).startsWith(LEAVES);
    }

    @Test
    void theNewestBlockIsStampedOnceADayAndAnotherTokenIsFound() throws SQLException {
        assertThat(ours.as(stamp::stamp)).as("no block").isFalse();
        ours.as(seal::seal);
        assertThat(ours.as(stamp::stamp)).isTrue();
        assertThat(ours.as(stamp::stamp)).as("once a day").isFalse();
        clock.advance(Duration.ofDays(1));
        assertThat(ours.as(stamp::stamp)).as("the block has one").isFalse();
        register();
        ours.as(seal::seal);
        assertThat(ours.as(stamp::stamp)).isTrue();
        assertThat(ours.as(seal::seal)).as("their own lines are worth no block").isZero();

        List<IntegrityProof.Stamp> stamps = proof().stamps();
        assertThat(stamps).extracting(IntegrityProof.Stamp::block).containsExactly(2, 1);
        assertThat(stamps.get(0).at()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(kinds()).isEmpty();
        asTamperingOwner("update audit.log_timestamp t set token = o.token from audit.log_timestamp o"
                + " where o.company_id = t.company_id and o.block = 2 and t.block = 1");
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.TIMESTAMP);
        assertThat(proof().stamps().get(1).at()).isNull();
        asTamperingOwner("update audit.log_timestamp set token ="
                + " set_byte(token, octet_length(token) - 5, 255 - get_byte(token, octet_length(token) - 5))");
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void aSettingThatChangedUntoldIsFoundAndNeverSealed() throws SQLException {
        ours.as(seal::seal);
        asTamperingOwner("update company.company set name = 'Somebody else'");
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.CHANGED);
        register();
        ours.as(seal::seal);
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.CHANGED);
    }

    @Test
    void aSettingThatChangedAndIsToldIsAsGoodAsBefore() throws SQLException {
        ours.as(seal::seal);
        try (Connection connection = database.connect(TestDatabase.APPLICATION)) {
            run(connection, "update company.company set name = 'Somebody else'");
        }
        assertThat(kinds()).isEmpty();
        assertThat(proof().waiting()).isEqualTo(3);
        ours.as(seal::seal);
        assertThat(kinds()).isEmpty();
        assertThat(proof().waiting()).isEqualTo(1);
    }

    @Test
    void aLineThatIsGoneAndOneThatSlippedInAreFound() throws SQLException {
        ours.as(seal::seal);

        clock.advance(Duration.ofDays(2));
        register();
        ours.as(seal::seal);
        clock.advance(Duration.ofDays(2));
        asTamperingOwner("delete from audit.business_event where name = 'party-registered' and id ="
                + " (select min(id::text)::uuid from audit.business_event where name = 'party-registered')");
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.REMOVED);
        asTamperingOwner("insert into audit.business_event (company_id, id, at, actor, name, subject_kind, subject_id)"
                + " select company_id, simba.new_id(at), at, actor, name, subject_kind, subject_id"
                + " from audit.business_event order by id limit 1");
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.REMOVED, IntegrityProof.Kind.SLIPPED_IN);
    }

    @Test
    void alteredPersonalValuesAreFound() throws SQLException {
        asTamperingOwner("update audit.personal_value set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))");
        assertThat(kinds()).containsExactly(IntegrityProof.Kind.PERSONAL);
        asTamperingOwner("update audit.personal_value set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))");
        ours.as(seal::seal);
        asTamperingOwner("update audit.personal_value set sealed = set_byte(sealed, 20, 255 - get_byte(sealed, 20))");
        assertThat(kinds())
                .contains(IntegrityProof.Kind.CHANGED, IntegrityProof.Kind.PERSONAL)
                .hasSize(3);
    }

    @Test
    void disposingOfTheKeyMakesTheValuesUnreadableAndLeavesEveryHashTrue() {
        ours.as(seal::seal);
        clock.advance(Duration.ofDays(365 * 7L));
        ours.run(() -> dispose.dispose(person, "The person asked for it"));

        assertThat(valuesOf("name")).isEmpty();
        assertThat(ours.as(() -> records.history(person, null, 50)).items())
                .flatExtracting(TrailRecord::changes)
                .contains(new FieldChange("name", null, null, FieldChange.Told.DISPOSED))
                .noneMatch(change -> NAME.equals(change.after()));
        IntegrityProof proof = proof();
        assertThat(proof.findings()).isEmpty();
        assertThat(proof.disposed()).isEqualTo(2);
        assertThat(ours.as(() -> records.history(person, null, 1)).items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.event()).isEqualTo("person-key-disposed");
                    assertThat(line.reason()).isEqualTo("The person asked for it");
                });
        refused("person-key.none", "again");
    }

    @Test
    void retentionAndHoldsStandInTheWay() {
        refused("person-key.retained", "too early");
        clock.advance(Duration.ofDays(365 * 7L));
        UUID placed = ours.as(() -> hold.place(person, "Lawsuit 12/2026"));
        refused("person-key.on-hold", "on hold");
        refused("person-key.reason-missing", " ");
        assertThatThrownBy(() -> ours.run(
                        () -> release.release(new Subject("party", register()), placed, "Under another's name")))
                .isInstanceOf(NotFound.class);
        ours.run(() -> release.release(person, placed, "The lawsuit is over"));
        assertThatThrownBy(() -> ours.run(() -> release.release(person, placed, "again")))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo("person-hold.released-already"));
    }

    @Test
    void theDatabaseLetsNobodyBringAKeyBackOrChangeASeal() {
        ours.as(seal::seal);
        for (String attack : List.of(
                "update audit.person_key set wrapped = '\\x00'",
                "update audit.person_key set person_id = gen_random_uuid()",
                "delete from audit.person_key",
                "update audit.block set leaves = 1",
                "delete from audit.leaf",
                "update audit.personal_value set sealed = '\\x00'",
                "delete from audit.personal_value",
                "truncate audit.block")) {
            for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
                assertThatThrownBy(() -> {
                            try (Connection connection = database.connect(role)) {
                                run(connection, attack);
                            }
                        })
                        .as(attack + " as " + role)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void thePageSaysWhetherTheTrailIsUntouched() throws SQLException {
        TestReader auditor = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                ours,
                UUID.randomUUID(),
                EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_AUDIT));
        assertThat(auditor.page(get("/audit-trail/integrity"), "en")).contains("No block yet");
        ours.as(seal::seal);
        assertThat(auditor.page(get("/audit-trail/integrity"), "pl"))
                .contains("Nic nie zostało zmienione, usunięte ani dopisane.", "nienaruszona")
                .doesNotContain("niezgodna");
        asTamperingOwner("update audit.business_event set reason = 'x' where name = 'party-registered'");
        assertThat(auditor.page(get("/audit-trail/integrity"), "en"))
                .contains("Lines of the audit trail: one is not what was sealed as leaf")
                .doesNotContain("Nothing was changed");
    }

    @Test
    void thePageLeadsFromRetentionOverAHoldToDisposal() {
        UUID officer = UUID.randomUUID();
        TestReader admin = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                ours,
                officer,
                EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_AUDIT, Duty.ADMINISTER));
        String history = "/audit-trail/records/party/" + person.id();
        assertThat(admin.page(get(history), "en"))
                .contains("They have to be kept until 31.12.2031.", "Dispose of the key", "<b>" + NAME + "</b>");
        assertThat(admin.ask(post(history + "/dispose").param("reason", "asked"))
                        .getStatus())
                .isEqualTo(422);
        clock.advance(Duration.ofDays(365 * 7L));
        admin.ask(post(history + "/hold").param("reason", "Lawsuit 12/2026"));
        assertThat(admin.page(get(history), "pl")).contains("Blokada: Lawsuit 12/2026");
        assertThat(admin.ask(post(history + "/dispose").param("reason", "asked"))
                        .getStatus())
                .isEqualTo(422);
        UUID placed = ours.inTransaction(() ->
                jdbc.sql("select id from audit.person_hold").query(UUID.class).single());
        admin.ask(post(history + "/holds/" + placed + "/release").param("reason", "over"));
        admin.ask(post(history + "/dispose").param("reason", "asked"));
        assertThat(admin.page(get(history), "en"))
                .contains("the person&#39;s key was disposed of", "Key of a person&#39;s values disposed of", "asked")
                .doesNotContain(NAME);
    }

    private void refused(String rule, String reason) {
        assertThatThrownBy(() -> ours.run(() -> dispose.dispose(person, reason)))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo(rule));
    }

    private UUID register() {
        Address address = new Address("ul. Tekturowa 8", null, "85-990", "Bydgoszcz", null, "PL");
        List<String> taxIds = person == null ? List.of("5260250274") : List.of();
        return ours.as(() -> register.register(new PartyDraft(NAME, taxIds, address, true, false)))
                .value();
    }

    private List<String> valuesOf(String field) {
        return ours.as(() -> records.history(person, null, 50)).items().stream()
                .flatMap(line -> line.changes().stream())
                .filter(change -> change.field().equals(field) && change.after() != null)
                .map(FieldChange::after)
                .toList();
    }

    private IntegrityProof proof() {
        return ours.as(verify::verify);
    }

    private List<IntegrityProof.Kind> kinds() {
        return proof().findings().stream().map(IntegrityProof.Finding::kind).toList();
    }

    private int count(String table) {
        return ours.inTransaction(() ->
                jdbc.sql("select count(*) from " + table).query(Integer.class).single());
    }

    /** What somebody with the owner's password could do: take the triggers away, change, put them back. */
    private void asTamperingOwner(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER)) {
            for (String table : TAMPERED) {
                run(connection, "alter table " + table + " disable trigger user");
            }
            run(connection, sql);
            for (String table : TAMPERED) {
                run(connection, "alter table " + table + " enable trigger user");
            }
        }
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + ours.id() + "', false)");
            statement.execute(sql);
        }
    }
}
