package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Entries in batches: what a batch must do besides judging each entry as {@link TwoWorldsTest} compares it. */
@ModuleTest
class EntryBatchModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    PostJournalEntry.Batch batch;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void aKeyPostsOnceWithinABatchAcrossBatchesAndBesideSingleEntries() {
        JournalEntryDraft first = keyed("a", "10");
        JournalEntryId single = company.as(() -> post.post(first));
        List<PostJournalEntry.Outcome> outcomes = batch(first, keyed("b", "20"), keyed("b", "20"), keyed("b", "21"));

        assertThat(outcomes.get(0)).isEqualTo(new PostJournalEntry.Outcome(single, true, null));
        assertThat(outcomes.get(1).repeated()).isFalse();
        assertThat(outcomes.get(2))
                .isEqualTo(new PostJournalEntry.Outcome(outcomes.get(1).entryId(), true, null));
        assertThat(rule(outcomes.get(3))).isEqualTo("journal-entry.key-used-otherwise");
        assertThat(batch(keyed("b", "20"), keyed("a", "11")))
                .extracting(outcome -> outcome.repeated() + " " + rule(outcome))
                .containsExactly("true null", "false journal-entry.key-used-otherwise");
        assertThat(count("ledger.journal_entry")).isEqualTo(2);
    }

    @Test
    void numbersFollowTheOrderOfTheBatchWithoutAGapWhateverIsRefused() {
        company.as(() -> post.post(keyed("before", "1")));
        List<JournalEntryDraft> drafts = new ArrayList<>();
        for (int at = 0; at < 300; at++) {
            drafts.add(
                    at % 7 == 3
                            ? keyed("k" + at, "0")
                            : entry(
                                    at % 2 == 0 ? "PK" : "BK",
                                    DAY,
                                    EntryKind.ORDINARY,
                                    "k" + at,
                                    debit("100-01", "5"),
                                    credit("130-01", "5")));
        }
        List<PostJournalEntry.Outcome> outcomes = company.as(() -> batch.post(UUID.randomUUID(), drafts));

        assertThat(outcomes).filteredOn(outcome -> outcome.refusal() != null).hasSize(43);
        List<String> keys = company.inTransaction(() -> jdbc.sql("select e.idempotency_key from ledger.journal_entry e"
                        + " join ledger.journal j on j.company_id = e.company_id and j.id = e.journal_id"
                        + " where e.company_id = ? and j.code = 'PK' order by e.number")
                .params(company.id().value())
                .query(String.class)
                .list());
        List<String> expected = new ArrayList<>(List.of("before"));
        for (int at = 0; at < 300; at += 2) {
            if (at % 7 != 3) {
                expected.add("k" + at);
            }
        }
        assertThat(keys).isEqualTo(expected);
        assertThat(differences()).isEmpty();
    }

    @Test
    void openItemsTextsAndBalancesComeAsFromSingleEntries() {
        UUID party = UUID.randomUUID();
        LineDraft owed = owed(party, Side.CREDIT, "70");
        LineDraft odd = new LineDraft(
                "100-01",
                Side.DEBIT,
                owed.amount(),
                null,
                null,
                null,
                "23",
                null,
                null,
                "a\tb\\c\nd \"ż\"",
                false,
                false);
        company.as(() -> post.post(entry("ZK", DAY, EntryKind.ORDINARY, "single", odd, owed)));
        assertThat(batch(entry("ZK", DAY, EntryKind.ORDINARY, "batch", odd, owed))
                        .get(0)
                        .refusal())
                .isNull();

        List<Map<String, Object>> lines = company.inTransaction(() -> jdbc.sql(
                        "select account_id, debit, credit, vat_code, text, party_id, due_date, open_item, posting_date"
                                + " from ledger.journal_line where company_id = ? order by line_number, entry_id")
                .params(company.id().value())
                .query()
                .listOfRows());
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isEqualTo(lines.get(1)).containsEntry("text", "a\tb\\c\nd \"ż\"");
        assertThat(lines.get(2)).isEqualTo(lines.get(3));
        assertThat(company.inTransaction(
                        () -> jdbc.sql("select sum(remaining) from ledger.open_item where company_id = ?")
                                .params(company.id().value())
                                .query(BigDecimal.class)
                                .single()))
                .isEqualByComparingTo("140");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aStreamIsAnsweredLineByLineAndSentAgainPostsNothingAgain() throws Exception {
        String sound = """
                {"key": "%s", "journal": "PK", "postingDate": "2026-11-18", "narration": "Import", "lines": [\
                {"account": "100-01", "debit": {"amount": "%s", "currency": "PLN"}}, \
                {"account": "130-01", "credit": {"amount": "12.30", "currency": "PLN"}}]}""";
        String body = String.join(
                "\n",
                sound.formatted("r1", "12.30"),
                sound.formatted("r2", "12.31"),
                "{not json",
                "",
                sound.formatted("", "12.30"),
                sound.formatted("r6", "ten"),
                sound.formatted("r7", "12.30").replace("2026-11-18", "2031-01-01"));

        assertThat(stream(body))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("\"row\":1", "\"key\":\"r1\"", "\"id\":", "\"repeated\":false"),
                        line -> assertThat(line).contains("\"row\":2", "journal-entry.unbalanced"),
                        line -> assertThat(line).contains("\"row\":3", "journal-entry.row-unreadable"),
                        line -> assertThat(line).contains("\"row\":5", "journal-entry.row-key-missing"),
                        line -> assertThat(line)
                                .contains("\"row\":6", "journal-entry.row-unreadable", "lines[0].debit"),
                        line -> assertThat(line).contains("\"row\":7", "period.unknown"),
                        line -> assertThat(line).isEqualTo("{\"rows\":6,\"posted\":1,\"repeated\":0,\"refused\":5}"));
        assertThat(stream(body)).last().isEqualTo("{\"rows\":6,\"posted\":0,\"repeated\":1,\"refused\":5}");
        assertThat(count("ledger.journal_entry")).isEqualTo(1);
    }

    private List<String> stream(String body) {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return mvc.perform(post("/api/v1/journal-entries/batch")
                                .contentType("application/x-ndjson")
                                .content(body))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private List<PostJournalEntry.Outcome> batch(JournalEntryDraft... drafts) {
        return company.as(() -> batch.post(UUID.randomUUID(), List.of(drafts)));
    }

    private static JournalEntryDraft keyed(String key, String amount) {
        return entry("PK", DAY, EntryKind.ORDINARY, key, debit("100-01", amount), credit("130-01", amount));
    }

    private static String rule(PostJournalEntry.Outcome outcome) {
        RuleViolation refusal = outcome.refusal();
        return refusal == null ? "null" : Objects.requireNonNull(refusal).rule();
    }

    private long count(String table) {
        return company.inTransaction(() -> jdbc.sql("select count(*) from " + table + " where company_id = ?")
                .params(company.id().value())
                .query(Long.class)
                .single());
    }

    private List<Map<String, Object>> differences() {
        return company.inTransaction(() -> jdbc.sql(
                        "select * from ledger.differences() union all select * from ledger.turnover_differences()")
                .query()
                .listOfRows());
    }
}
