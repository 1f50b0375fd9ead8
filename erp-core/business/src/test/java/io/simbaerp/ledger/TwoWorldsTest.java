package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.SetPeriodLocks;
import io.simbaerp.ledger.RandomEntries.RandomEntry;
import io.simbaerp.ledger.RandomEntries.RandomLine;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;

/**
 * Thousands of random entries, sound and broken, go into the books of one company through the use case, into those of
 * another by plain SQL, and into those of a third in batches. All take the same ones, the batch names the same rules and
 * fields as the use case, and then all hold the same balances.
 */
@ModuleTest
class TwoWorldsTest {

    private static final int TRIES = 60;
    private static final int ENTRIES = 50;

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    PostJournalEntry.Batch batch;

    @Autowired
    SetPeriodLocks setLocks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    TestCompany typed;
    TestCompany scripted;
    TestCompany batched;
    int taken;
    int refused;

    @BeforeProperty
    void openBooksInBothWorlds() throws Exception {
        new TestContextManager(TwoWorldsTest.class).prepareTestInstance(this);
        typed = companyWithBooks(companies, install);
        scripted = companyWithBooks(companies, install);
        batched = companyWithBooks(companies, install);
        for (TestCompany company : List.of(typed, scripted, batched)) {
            company.run(() -> setLocks.set("2026-09", LockLevel.CLOSED, Map.of()));
            company.run(() -> setLocks.set("2026-10", LockLevel.OPEN, Map.of(LockArea.BANK, LockLevel.CLOSED)));
            company.inTransaction(() -> jdbc.sql(
                            "update ledger.account set active_to = '2026-11-10' where company_id = ? and code = '130-02'")
                    .params(company.id().value())
                    .update());
            company.inTransaction(() -> jdbc.sql("update ledger.cost_centre set active_to = '2026-11-10'"
                            + " where company_id = ? and code = ?")
                    .params(company.id().value(), RandomEntries.CLOSED_COST_CENTRE)
                    .update());
        }
    }

    @Provide
    Arbitrary<List<RandomEntry>> entries() {
        return RandomEntries.entries().list().ofSize(ENTRIES);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void bothWorldsTakeTheSameEntries(@ForAll("entries") List<RandomEntry> entries) throws SQLException {
        List<String> different = new ArrayList<>();
        List<JournalEntryDraft> drafts =
                entries.stream().map(TwoWorldsTest::draft).toList();
        List<String> inBatch = batched.as(() -> batch.post(UUID.randomUUID(), drafts)).stream()
                .map(outcome -> told(outcome.refusal()))
                .toList();
        try (Connection connection = database.connect(TestDatabase.APPLICATION)) {
            connection.setAutoCommit(false);
            for (int at = 0; at < entries.size(); at++) {
                RandomEntry entry = entries.get(at);
                String byUseCase = throughTheUseCase(drafts.get(at));
                if (!byUseCase.equals(inBatch.get(at))) {
                    different.add("use case: %s, batch: %s, %s".formatted(byUseCase, inBatch.get(at), entry));
                }
                String bySql = throughSql(connection, entry);
                if (byUseCase.isEmpty() != bySql.isEmpty()) {
                    different.add("use case: %s, SQL: %s, %s".formatted(byUseCase, bySql, entry));
                }
                if (byUseCase.isEmpty()) {
                    taken++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @AfterProperty
    void bothWorldsHoldTheSame() {
        System.out.printf("Two worlds: %d entries taken and %d refused by both%n", taken, refused);
        assertThat(taken).isGreaterThan(500);
        assertThat(refused).isGreaterThan(500);
        for (String kept : List.of("account_day", "account_month")) {
            assertThat(balances(typed, kept))
                    .isNotEmpty()
                    .isEqualTo(balances(scripted, kept))
                    .isEqualTo(balances(batched, kept));
        }
        assertThat(openItems(typed)).isPositive().isEqualTo(openItems(scripted)).isEqualTo(openItems(batched));
        for (TestCompany company : List.of(typed, scripted, batched)) {
            assertThat(company.<List<Map<String, Object>>>inTransaction(
                            () -> jdbc.sql("select * from ledger.differences()"
                                            + " union all select * from ledger.turnover_differences()")
                                    .query()
                                    .listOfRows()))
                    .isEmpty();
        }
    }

    private String throughTheUseCase(JournalEntryDraft draft) {
        try {
            typed.as(() -> post.post(draft));
            return "";
        } catch (RuleViolation violation) {
            return told(violation);
        }
    }

    private static String told(@Nullable RuleViolation refusal) {
        return refusal == null ? "" : refusal.rule() + " at " + refusal.field() + " with " + refusal.args();
    }

    private static JournalEntryDraft draft(RandomEntry entry) {
        return new JournalEntryDraft(
                entry.journal(),
                entry.day(),
                entry.day(),
                entry.day(),
                entry.period(),
                entry.kind(),
                "Próba",
                null,
                null,
                UUID.randomUUID().toString(),
                entry.lines().stream().map(TwoWorldsTest::draft).toList());
    }

    private static LineDraft draft(RandomLine line) {
        return new LineDraft(
                line.account(),
                line.side(),
                new Money(line.amount(), io.simbaerp.money.CurrencyCode.PLN),
                null,
                null,
                line.party(),
                null,
                line.openItem() ? LedgerFixture.DAY : null,
                line.costCentre(),
                null,
                line.openItem(),
                false);
    }

    private String throughSql(Connection connection, RandomEntry entry) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + scripted.id() + "', true)");
            UUID id = UUID.randomUUID();
            statement.execute(head(entry, id));
            statement.execute(lines(entry, id));
            connection.commit();
            return "";
        } catch (PSQLException refusal) {
            connection.rollback();
            String rule = String.valueOf(refusal.getServerErrorMessage().getConstraint());
            assertThat(refusal.getSQLState()).as(refusal.getMessage()).startsWith("23");
            return rule;
        }
    }

    private String head(RandomEntry entry, UUID id) {
        BigDecimal total = entry.lines().stream()
                .filter(line -> line.side() == Side.DEBIT)
                .map(RandomLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return "insert into ledger.journal_entry (company_id, id, journal_id, fiscal_year_id, fiscal_period_id, kind,"
                + " operation_date, document_date, posting_date, recorded_at, recorded_by, narration, idempotency_key,"
                + " input_hash, line_count, total) select '%s', '%s', j.id, p.fiscal_year_id, p.id, '%s', '%s', '%s', '%s',"
                        .formatted(scripted.id(), id, entry.kind(), entry.day(), entry.day(), entry.day())
                + " '2026-11-20T09:47:00Z', 'system:script', 'Próba', gen_random_uuid(), 'x', %d, %s"
                        .formatted(entry.lines().size(), total)
                + " from ledger.journal j, company.fiscal_period p where j.code = '%s' and p.code = '%s'"
                        .formatted(entry.journal(), entry.period());
    }

    private String lines(RandomEntry entry, UUID id) {
        List<String> rows = new ArrayList<>();
        for (RandomLine line : entry.lines()) {
            boolean debit = line.side() == Side.DEBIT;
            rows.add(
                    ("select '%s'::uuid, '%s'::uuid, %d::smallint, coalesce((select id from ledger.account where code ="
                                    + " '%s'), gen_random_uuid()), date '%s', %s::numeric, %s::numeric, %s::uuid, %s::date,"
                                    + " %s, %s")
                            .formatted(
                                    scripted.id(),
                                    id,
                                    rows.size() + 1,
                                    line.account(),
                                    entry.day(),
                                    debit ? line.amount() : "0",
                                    debit ? "0" : line.amount(),
                                    line.party() == null ? "null" : "'" + line.party() + "'",
                                    line.openItem() ? "'" + LedgerFixture.DAY + "'" : "null",
                                    line.costCentre() == null
                                            ? "null::uuid"
                                            : "(select id from ledger.cost_centre where code = '" + line.costCentre()
                                                    + "')",
                                    line.openItem()));
        }
        return "insert into ledger.journal_line (company_id, entry_id, line_number, account_id, posting_date, debit, credit,"
                + " party_id, due_date, cost_centre_id, open_item) "
                + String.join(" union all ", rows);
    }

    private List<Map<String, Object>> balances(TestCompany company, String kept) {
        String time = kept.equals("account_day") ? "day" : "month";
        return company.inTransaction(
                () -> jdbc.sql("select a.code, k." + time + ", k.debit, k.credit from ledger." + kept
                                + " k join ledger.account a on a.company_id = k.company_id and a.id = k.account_id"
                                + " where k.company_id = ? order by 1, 2")
                        .params(company.id().value())
                        .query()
                        .listOfRows());
    }

    private BigDecimal openItems(TestCompany company) {
        return company.inTransaction(() -> jdbc.sql(
                        "select coalesce(sum(abs(remaining)), 0) from ledger.open_item" + " where company_id = ?")
                .params(company.id().value())
                .query(BigDecimal.class)
                .single());
    }
}
