package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plain SQL that says an entry was recorded at another time than now, with the bound as it is delivered. */
@ModuleTest
class RecordingUnderAttackModuleTest {

    private static final String RULE = "journal_entry_is_recorded_now";

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock clock;

    TestCompany company;

    EntryBySql sound;

    @BeforeEach
    void openBooks() throws SQLException {
        company = companyWithBooks(companies, install);
        sound = new EntryBySql(company.id());
        bound("default");
    }

    @AfterEach
    void widen() throws SQLException {
        bound("interval '100 years'");
    }

    @ParameterizedTest
    @CsvSource({
        "0 seconds, ",
        "4 minutes, ",
        "-4 minutes, ",
        "6 minutes, journal_entry_is_recorded_now",
        "-6 minutes, journal_entry_is_recorded_now",
        "4 years, journal_entry_is_recorded_now",
        "-4 years, journal_entry_is_recorded_now"
    })
    void anEntryIsRecordedWhenItIs(String apart, @Nullable String rule) throws SQLException {
        String said = "(clock_timestamp() + interval '" + apart + "')";
        for (String role : new String[] {TestDatabase.APPLICATION, TestDatabase.OWNER}) {
            assertThat(refusal(role, at("null", said, "1"), lines())).as(role).isEqualTo(rule);
            assertThat(refusal(role, at("1", said, "1"), lines()))
                    .as("numbered, " + role)
                    .isEqualTo(rule);
            assertThat(refusal(
                            role,
                            at("1", said, "2") + " union all " + onlyRows(second(at("2", said, "0"))),
                            lines() + " union all " + onlyRows(second(lines()))))
                    .as("two, " + role)
                    .isEqualTo(rule);
        }
    }

    @Test
    void infinityIsNoInstant() throws SQLException {
        for (String said : new String[] {"'infinity'", "'-infinity'"}) {
            assertThat(refusal(TestDatabase.APPLICATION, at("null", said, "1"), lines()))
                    .as(said)
                    .isEqualTo(RULE);
        }
    }

    /** What stood too late before the bound there was doesn't stop the journal, and dates nothing later still. */
    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void besideAnEntryThatStandsTooLateOnesMayStand(String role) throws SQLException {
        bound("interval '100 years'");
        Instant late = Instant.now().plus(Duration.ofDays(30));
        clock.set(late);
        try {
            company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
        } finally {
            clock.set(TestClock.START);
        }
        bound("default");
        assertThat(refusal(role, at("null", "clock_timestamp()", "1"), lines())).isNull();
        assertThat(refusal(role, at("2", "'" + late.plusSeconds(1) + "'", "1"), lines()))
                .isEqualTo(RULE);
        assertThat(refusal(role, at("2", "clock_timestamp()", "1"), lines()))
                .isEqualTo("journal_entry_numbers_follow_recording");
    }

    @Test
    void theBoundIsTheOwnersAndNobodyPostsByAnotherClock() throws SQLException {
        for (String change : new String[] {
            "update ledger.recording_bound set tolerance = interval '9 years'",
            "delete from ledger.recording_bound",
            "truncate ledger.recording_bound"
        }) {
            assertThat(refusal(TestDatabase.APPLICATION, change)).isEqualTo(Attack.PERMISSION);
        }
        assertThat(refusal(TestDatabase.OWNER, "update ledger.recording_bound set tolerance = interval '-1 hour'"))
                .isEqualTo("recording_bound_is_not_negative");
        assertThatThrownBy(() -> company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50")))))
                .as("the clock of the tests is not the database's")
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.rule()).isEqualTo("journal-entry.clocks-differ"));
        clock.set(Instant.now());
        try {
            assertThat(company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50")))))
                    .isNotNull();
        } finally {
            clock.set(TestClock.START);
        }
    }

    private String at(String number, String said, String together) {
        return sound.head()
                .with("number", number)
                .with("recorded_at", said)
                .sql()
                .replaceFirst("(?<=, )(\\d+) from ledger.journal j", "$1, " + together + " from ledger.journal j")
                .replace("line_count, total)", "line_count, total, posted_together)")
                .replace("'" + EntryBySql.ENTRY + "'", "'" + EntryBySql.ENTRY + "'::uuid")
                .replace("'" + company.id() + "'", "'" + company.id() + "'::uuid");
    }

    private String lines() {
        return sound.lines("100-01 5 0", "130-01 0 5");
    }

    private static String second(String sql) {
        return sql.replace(EntryBySql.ENTRY, EntryBySql.ENTRY.replace('1', '3'));
    }

    private static String onlyRows(String insert) {
        return insert.replaceFirst("insert into .*? select ", "select ");
    }

    private void bound(String tolerance) throws SQLException {
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("update ledger.recording_bound set tolerance = " + tolerance);
        }
    }

    private @Nullable String refusal(String role, String... statements) throws SQLException {
        return new Attack(database, company.id()).refusal(role, statements);
    }
}
