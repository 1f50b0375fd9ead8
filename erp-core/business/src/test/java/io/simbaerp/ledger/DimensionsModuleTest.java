package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.AxisRule;
import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.RuleAccountAxis;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.ledger.dimension.SaveDistribution;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;

/** What lines say besides their account, through the use case and by plain SQL. */
@ModuleTest
class DimensionsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    JournalEntries entries;

    @Autowired
    Axes axes;

    @Autowired
    SaveAxis saveAxis;

    @Autowired
    SaveAxisValue saveValue;

    @Autowired
    RuleAccountAxis ruleAxis;

    @Autowired
    SaveDistribution saveKey;

    @Autowired
    TestDatabase database;

    TestCompany company;
    UUID project;
    UUID open;
    UUID closed;
    UUID other;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        project = company.as(() -> saveAxis.save(null, named("PROJECT", null)));
        company.as(() -> saveAxis.save(null, named("REGION", null)));
        open = company.as(() -> saveValue.save("PROJECT", null, named("P-1", null)));
        other = company.as(() -> saveValue.save("PROJECT", null, named("P-2", null)));
        closed = company.as(() -> saveValue.save("PROJECT", null, named("P-0", DAY.minusDays(1))));
        company.as(() -> saveValue.save("REGION", null, named("N", null)));
        company.run(() -> ruleAxis.rule("403", "PROJECT", AxisRule.REQUIRED, List.of("P-0", "P-1")));
        company.run(() -> ruleAxis.rule("130-01", "PROJECT", AxisRule.FORBIDDEN, List.of()));
    }

    @Test
    void aLineCarriesValuesOfAnyNumberOfAxesAndItsReversalTheSame() {
        JournalEntryId id = company.as(() -> post.post(
                entry(with(debit("403-90", "50"), Map.of("PROJECT", "P-1", "REGION", "N")), credit("130-01", "50"))));
        JournalEntryId back = company.as(() -> reverse.reverse(id, EntryKind.RED_REVERSAL, DAY, "2026-11", "Pomyłka"));
        for (JournalEntryId posted : List.of(id, back)) {
            assertThat(company.as(() -> entries.byId(posted)).orElseThrow().lines())
                    .extracting(JournalEntryDetails.Line::dimensions)
                    .containsExactly(Map.of("PROJECT", "P-1", "REGION", "N"), Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403-90, PROJECT, P-0, journal-entry.dimension-inactive",
        "403-90, PROJECT, P-2, journal-entry.dimension-not-allowed",
        "403-90, PROJECT, P-9, journal-entry.dimension-unknown",
        "403-90, REGION, N, journal-entry.dimension-missing",
        "403-90, COLOUR, N, journal-entry.axis-unknown",
        "130-01, PROJECT, P-1, journal-entry.dimension-forbidden",
    })
    void refusesWhatAccountAndAxisDoNotTake(String account, String axis, String number, String rule) {
        assertThatThrownBy(() -> company.as(() ->
                        post.post(entry(with(debit(account, "50"), Map.of(axis, number)), credit("100-01", "50")))))
                .hasMessageContaining(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void postgresRefusesTheSame(String role) throws SQLException {
        UUID theirs = UUID.randomUUID();
        TestCompany neighbour = companyWithBooks(companies, install);
        UUID theirAxis = neighbour.as(() -> saveAxis.save(null, named("PROJECT", null)));
        UUID theirValue = neighbour.as(() -> saveValue.save("PROJECT", null, named("P-1", null)));
        assertThat(attack(role, "403-90", "{\"%s\": \"%s\"}".formatted(project, open)))
                .isNull();
        assertThat(attack(role, "403-90", null)).isEqualTo("account_names_its_dimensions");
        assertThat(attack(role, "403-90", "{\"%s\": \"%s\"}".formatted(project, closed)))
                .isEqualTo("journal_line_dimension_is_active");
        assertThat(attack(role, "403-90", "{\"%s\": \"%s\"}".formatted(project, other)))
                .isEqualTo("account_takes_allowed_values_only");
        assertThat(attack(role, "130-01", "{\"%s\": \"%s\"}".formatted(project, open)))
                .isEqualTo("account_takes_no_such_dimension");
        assertThat(attack(role, "100-01", "{\"%s\": \"%s\"}".formatted(project, theirs)))
                .isEqualTo("journal_line_names_values_of_its_axes");
        assertThat(attack(role, "100-01", "{\"%s\": \"%s\"}".formatted(project, theirValue)))
                .isEqualTo("journal_line_names_values_of_its_axes");
        assertThat(attack(role, "100-01", "{\"%s\": \"%s\"}".formatted(theirAxis, theirValue)))
                .isEqualTo("journal_line_names_its_axes");
        assertThat(attack(role, "100-01", "{\"project\": \"P-1\"}")).isEqualTo("journal_line_names_its_axes");
        assertThat(attack(role, "100-01", "[]")).isEqualTo("journal_line_dimensions_are_an_object");
    }

    @Test
    void anAxisAndItsValuesAreClosedNotDeletedAndKeepTheirCodes() throws SQLException {
        assertThat(refusal(TestDatabase.OWNER, "delete from ledger.axis")).isEqualTo("axis_is_never_deleted");
        assertThat(refusal(TestDatabase.OWNER, "delete from ledger.axis_value"))
                .isEqualTo("axis_value_is_never_deleted");
        assertThat(refusal(TestDatabase.APPLICATION, "update ledger.axis set code = 'X' where code = 'REGION'"))
                .isEqualTo("axis_never_becomes_another");
        assertThat(refusal(TestDatabase.APPLICATION, "update ledger.axis_value set number = 'X' where number = 'P-1'"))
                .isEqualTo("axis_value_never_becomes_another");
        assertThat(refusal(
                        TestDatabase.APPLICATION,
                        "update ledger.account_axis set allowed = array[gen_random_uuid()] where rule = 'REQUIRED'"))
                .isEqualTo("account_axis_allows_values_of_its_axis");
        assertThat(refusal(TestDatabase.OWNER, "delete from ledger.account_axis"))
                .isEqualTo("account_axis_is_never_deleted");
        assertThat(refusal(TestDatabase.APPLICATION, "update ledger.account_axis set id = gen_random_uuid()"))
                .isEqualTo("account_axis_never_becomes_another");
        company.as(() -> saveAxis.save(0, named("REGION", DAY)));
        assertThatThrownBy(() -> company.as(() -> saveAxis.save(0, named("REGION", null))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("axis.changed-meanwhile");
        assertThatThrownBy(() -> company.as(() -> saveAxis.save(null, named("REGION", null))))
                .hasMessageContaining("axis.code-taken");
        assertThat(company.as(() -> axes.rules("403-90")))
                .containsExactly(new Axes.Ruled("403-90", "PROJECT", AxisRule.REQUIRED, List.of("P-0", "P-1")));
        assertThat(company.as(() -> axes.values("PROJECT", "p-", null, 2)))
                .extracting(Axes.Named::code)
                .containsExactly("P-0", "P-1");
    }

    @Test
    void postgresHoldsKeysToAHundredPercentOfOneAxis() throws SQLException {
        company.as(() -> saveKey.save(
                null,
                new DistributionDraft(
                        named("HALF", null),
                        "PROJECT",
                        List.of(
                                new DistributionDraft.Part("P-1", new BigDecimal("50")),
                                new DistributionDraft.Part("P-2", new BigDecimal("50"))))));
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(refusal(role, "delete from ledger.distribution_part where part = 2"))
                    .isEqualTo("distribution_parts_are_a_hundred_percent");
            assertThat(refusal(role, "delete from ledger.distribution_part where part = 2", """
                            insert into ledger.distribution_part
                            select p.company_id, p.distribution_id, 3, v.id, null, 50
                              from ledger.distribution_part p
                              join ledger.axis x on x.code = 'REGION'
                              join ledger.axis_value v on v.axis_id = x.id"""))
                    .isEqualTo("distribution_parts_are_values_of_its_axis");
        }
    }

    private static NamedDraft named(String code, @Nullable LocalDate to) {
        return new NamedDraft(code, code + " en", code + " pl", LocalDate.of(2020, 1, 1), to);
    }

    private static LineDraft with(LineDraft line, Map<String, String> dimensions) {
        return line.with(line.amount(), null, null, dimensions);
    }

    private @Nullable String attack(String role, String account, @Nullable String dimensions) throws SQLException {
        UUID id = UUID.randomUUID();
        String line = """
                insert into ledger.journal_line (company_id, entry_id, line_number, account_id, posting_date, debit, credit,
                                                 dimensions)
                select '%1$s'::uuid, '%2$s'::uuid, l.n,
                       (select id from ledger.account where company_id = '%1$s' and code = l.account), '2026-11-20',
                       l.debit, l.credit, l.dimensions::jsonb
                  from (values (1::smallint, '%3$s', 5, 0, %4$s), (2::smallint, '100-01', 0, 5, null))
                       as l (n, account, debit, credit, dimensions)""".formatted(company.id(), id, account, dimensions == null ? "null" : "'" + dimensions + "'");
        return refusal(role, """
                insert into ledger.journal_entry (company_id, id, journal_id, fiscal_year_id, fiscal_period_id, kind,
                        operation_date, document_date, posting_date, recorded_at, recorded_by, narration,
                        idempotency_key, input_hash, line_count, total)
                select '%1$s'::uuid, '%2$s'::uuid, j.id, p.fiscal_year_id, p.id, 'ORDINARY', '2026-11-20', '2026-11-20',
                       '2026-11-20', now(), 'system:test', 'x', '%2$s', 'x', 2, 5
                  from ledger.journal j, company.fiscal_period p where j.code = 'PK' and p.code = '2026-11'""".formatted(company.id(), id), line);
    }

    private @Nullable String refusal(String role, String... statements) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local simba.company = '" + company.id() + "'");
            try {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                statement.execute("set constraints all immediate");
                return null;
            } catch (PSQLException refused) {
                return refused.getServerErrorMessage() == null
                        ? refused.getMessage()
                        : refused.getServerErrorMessage().getConstraint();
            } finally {
                connection.rollback();
            }
        }
    }
}
