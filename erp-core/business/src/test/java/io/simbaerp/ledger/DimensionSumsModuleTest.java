package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.ledger.report.DimensionSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trial balance by dimension from the turnover kept while posting is that from the lines, for any two days. */
@ModuleTest
class DimensionSumsModuleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final int ENTRIES = 60;
    private static final int DAYS = 110;

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry.Batch batch;

    @Autowired
    SaveAxis saveAxis;

    @Autowired
    SaveAxisValue saveValue;

    @Autowired
    DimensionSums sums;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keptAndCountedAgreeForAnyDays() {
        TestCompany company = companyWithBooks(companies, install);
        company.as(() -> saveAxis.save(null, named("PROJECT")));
        for (String number : List.of("P-1", "P-2")) {
            company.as(() -> saveValue.save("PROJECT", null, named(number)));
        }
        Random random = new Random(7);
        List<JournalEntryDraft> drafts = new ArrayList<>();
        for (int n = 0; n < ENTRIES; n++) {
            drafts.add(draft(random));
        }
        assertThat(company.as(() -> batch.post(UUID.randomUUID(), drafts)))
                .allMatch(outcome -> outcome.refusal() == null);

        Extract counted = new Extract(null, Instant.parse("2030-01-01T00:00:00Z"));
        for (int n = 0; n < 40; n++) {
            LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
            LocalDate to = n % 3 == 0 ? from.withDayOfMonth(from.lengthOfMonth()) : from.plusDays(random.nextInt(60));
            for (String axis : new String[] {null, "PROJECT"}) {
                assertThat(company.as(() -> sums.of(from, to, axis, Extract.WHOLE)))
                        .as(axis + " from " + from + " to " + to)
                        .isEqualTo(company.as(() -> sums.of(from, to, axis, counted)));
            }
        }
        assertThat(company.inTransaction(() -> jdbc.sql(
                                "select count(*) from ledger.turnover_part where company_id = ? and kind = 'AXIS'")
                        .param(company.id().value())
                        .query(Integer.class)
                        .single()))
                .isPositive();
        assertThat(company.inTransaction(() -> jdbc.sql("select what from ledger.turnover_differences()")
                        .query(String.class)
                        .list()))
                .isEmpty();
    }

    private static JournalEntryDraft draft(Random random) {
        String amount = random.nextInt(1, 90) + ".5";
        LineDraft cost = debit(random.nextBoolean() ? "403-90" : "402-01", amount);
        String centre = random.nextBoolean() ? "310" : random.nextBoolean() ? "320" : null;
        Map<String, String> project =
                random.nextInt(3) == 0 ? Map.of() : Map.of("PROJECT", "P-" + random.nextInt(1, 3));
        return entry(
                "PK",
                FIRST.plusDays(random.nextInt(DAYS)),
                EntryKind.ORDINARY,
                UUID.randomUUID().toString(),
                cost.dividedAs(centre == null && cost.account().startsWith("402") ? "310" : centre, project),
                credit("130-01", amount));
    }

    private static NamedDraft named(String code) {
        return new NamedDraft(code, code, code, DAY.minusYears(1), null);
    }
}
