package io.simbaerp.reporting;

import static io.simbaerp.reporting.Books.POLISH;
import static io.simbaerp.reporting.Books.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.account.AccountDraft;
import io.simbaerp.ledger.account.AddAccount;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Cash flow by the direct method: where each grosz came from and went to. */
@ModuleTest
class CashFlowModuleTest {

    private static final String YEAR = "cash-flow?from=2026-01-01&to=2026-12-31&layout=pl";
    private static final String SUPPLIER = "33333333-3333-4333-8333-333333333333";
    private static final String CUSTOMER = "11111111-1111-4111-8111-111111111111";

    /** Accounts random entries are made of; the first three are cash. */
    private static final List<String> ACCOUNTS = List.of(
            "100-01", "130-01", "145", "010-03", "134-01", "220-01", "222-01", "230", "240-02", "249", "403-02",
            "703-01", "750-02", "751-01", "751-02", "801", "845");

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    AddAccount addAccount;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    TestCompany company;
    Books books;

    @BeforeEach
    void openTheBooks() {
        company = companies.create();
        company.as(install::install);
        books = new Books(company, post, context);
    }

    @Test
    void everyGroszHasItsPosition() throws Exception {
        books.post(EntryKind.OPENING, "2026-01-31", "130-01 D 1000.00", "801 C 1000.00");
        books.post("2026-02-01", "130-01 D 98.00", "751-90 D 2.00", "201 C 100.00 " + CUSTOMER);
        books.post("2026-02-02", "202 D 70.00 " + SUPPLIER, "751-02 D 1.00", "130-01 C 71.00");
        books.post("2026-02-03", "404-01 D 100.00 100", "220-02 C 12.00", "225-01 C 18.00", "130-01 C 70.00");
        books.post("2026-02-04", "130-04 D 40.00", "130-01 C 40.00");
        books.post("2026-02-05", "010-03 D 200.00", "751-01 D 10.00", "130-01 C 210.00");
        books.post("2026-02-06", "130-02 D 5.00", "750-02 C 5.00");
        books.post("2026-02-07", "145 D 30.00", "130-01 C 20.00", "134-01 C 30.00", "220-01 D 20.00");
        JsonNode report = books.json(YEAR);
        assertThat(report.path("verdict").path("good").asBoolean()).isTrue();
        assertThat(figure(report, "A.I.1", "amount")).as("98 of 100 came").isEqualTo("98.00");
        assertThat(figure(report, "A.II.1", "amount"))
                .as("the realised difference was paid to the supplier")
                .isEqualTo("71.00");
        assertThat(figure(report, "A.II.2", "amount")).as("net wages").isEqualTo("70.00");
        assertThat(figure(report, "A.II.4", "amount")).isEqualTo("20.00");
        assertThat(figure(report, "A.III", "amount")).isEqualTo("-63.00");
        assertThat(figure(report, "B.II.1", "amount")).isEqualTo("200.00");
        assertThat(figure(report, "C.I.2", "amount")).isEqualTo("30.00");
        assertThat(figure(report, "C.II.8", "amount")).isEqualTo("10.00");
        assertThat(figure(report, "D", "amount")).isEqualTo("-243.00");
        assertThat(figure(report, "E.1", "amount"))
                .as("foreign cash was valued")
                .isEqualTo("5.00");
        assertThat(figure(report, "E", "amount")).isEqualTo("-238.00");
        assertThat(figure(report, "F", "amount")).as("the books began with it").isEqualTo("1000.00");
        assertThat(figure(report, "G", "amount")).isEqualTo("762.00");
        assertThat(figure(report, "G.1", "amount")).isEqualTo("40.00");
        books.page("/reports/" + YEAR + "&detail=true&empty=true", POLISH)
                .andExpect(content().string(containsString("Przepływy = zmiana środków")))
                .andExpect(content().string(containsString("position=A.II.1")))
                .andExpect(content().string(containsString("Wykup dłużnych papierów wartościowych")));
        assertThat(new String(books.file("/reports/cash-flow/export.pdf?layout=pl"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(new String(
                        books.file("/reports/cash-flow/export.csv?layout=pl&from=2026-01-01"), StandardCharsets.UTF_8))
                .contains("A.II.1;Supplies and services;71,00");
    }

    @Test
    void aPositionLeadsToItsMovementsPageByPage() throws Exception {
        JournalEntryId paid = books.post("2026-02-02", "202 D 70.00 " + SUPPLIER, "130-01 C 70.00");
        books.post("2026-02-03", "402-01 D 10.00 100", "202 D 30.00 " + SUPPLIER, "130-01 C 40.00");
        books.post("2026-02-04", "130-01 D 9.00", "703-01 C 9.00");
        String position = "cash-movements?from=2026-01-01&to=2026-12-31&layout=pl&position=A.II";
        JsonNode first = books.json(position + "&limit=2");
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.path("totals")).isEmpty();
        JsonNode second =
                books.json(position + "&limit=2&after=" + first.path("next").asString());
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("totals")
                        .path(0)
                        .path("values")
                        .path("paid")
                        .path("amount")
                        .asString())
                .isEqualTo("110.00");
        assertThat(books.json(position + "&accounts=402-01").path("items")).hasSize(1);
        books.page("/reports/" + position, POLISH)
                .andExpect(content().string(containsString("/ledger/entries/" + paid.value())));
        books.perform("/reports/cash-movements?layout=pl&position=Z", POLISH).andExpect(status().isNotFound());
        books.perform("/reports/cash-movements?layout=pl&after=x", POLISH).andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatHasNoPlaceIsUnclassifiedAndNamedNeverLost() throws Exception {
        company.run(() -> addAccount.add(new AccountDraft(
                "Q1",
                "Clearing",
                "Rozliczenia",
                AccountType.ASSET,
                Side.DEBIT,
                null,
                null,
                false,
                true,
                null,
                AccountDraft.Markers.NONE,
                LocalDate.of(2026, 1, 1),
                null)));
        books.post("2026-02-02", "Q1 D 70.00", "130-01 C 70.00");
        JsonNode report = books.json(YEAR);
        assertThat(figure(report, "N", "amount")).isEqualTo("-70.00");
        assertThat(figure(report, "D", "amount")).isEqualTo("-70.00");
        assertThat(report.path("verdict").path("good").asBoolean()).isTrue();
        assertThat(report.path("notes").toString()).contains("Q1");
        assertThat(books.json("cash-movements?from=2026-01-01&layout=pl&position=N")
                        .path("items"))
                .hasSize(1);
    }

    /** Whatever entries say: receipts less payments are what accounts of cash moved, entry by entry and in all. */
    @Test
    void flowsAreTheChangeOfCashWhateverIsPosted() throws Exception {
        Random random = new Random(20261123);
        for (int at = 0; at < 80; at++) {
            EntryKind kind = at % 2 == 0 ? EntryKind.ORDINARY : EntryKind.CORRECTION;
            JournalEntryId entry = randomEntry(random, kind);
            if (at % 4 < 2) {
                EntryKind back = at % 4 == 0 ? EntryKind.BLACK_REVERSAL : EntryKind.RED_REVERSAL;
                company.run(() -> reverse.reverse(entry, back, LocalDate.of(2026, 11, 21), "2026-11", "Pomyłka"));
            }
        }
        JsonNode report = books.json(YEAR);
        BigDecimal change = cash();
        assertThat(report.path("verdict").path("good").asBoolean()).isTrue();
        assertThat(new BigDecimal(figure(report, "E", "amount"))).isEqualByComparingTo(change);
        assertThat(change).isNotEqualByComparingTo(BigDecimal.ZERO);
        JsonNode movements = books.json("cash-movements?from=2026-01-01&to=2026-12-31&layout=pl&limit=1000");
        BigDecimal flown = BigDecimal.ZERO;
        for (JsonNode row : movements.path("items")) {
            flown = flown.add(amount(row, "received")).subtract(amount(row, "paid"));
        }
        assertThat(movements.path("items").size()).isGreaterThan(80);
        assertThat(flown).isEqualByComparingTo(change);
    }

    private static BigDecimal amount(JsonNode row, String column) {
        return new BigDecimal(row.path("values").path(column).path("amount").asString("0"));
    }

    private JournalEntryId randomEntry(Random random, EntryKind kind) {
        List<String> lines = new ArrayList<>();
        long rest = 0;
        int count = 1 + random.nextInt(6);
        for (int line = 0; line < count; line++) {
            boolean debit = random.nextBoolean();
            long cents =
                    (1 + random.nextInt(100_000)) * (kind == EntryKind.CORRECTION && random.nextBoolean() ? -1L : 1L);
            rest += debit ? cents : -cents;
            lines.add(line(random, debit, cents));
        }
        if (rest != 0 || count == 1) {
            lines.add(line(random, rest < 0, Math.abs(rest)));
        }
        return books.post(
                kind,
                LocalDate.of(2026, 1 + random.nextInt(11), 1 + random.nextInt(20))
                        .toString(),
                lines.toArray(String[]::new));
    }

    private static String line(Random random, boolean debit, long cents) {
        String account = ACCOUNTS.get(random.nextInt(2) == 0 ? random.nextInt(3) : random.nextInt(ACCOUNTS.size()));
        return account + (debit ? " D " : " C ") + BigDecimal.valueOf(cents, 2);
    }

    private BigDecimal cash() {
        return company.inTransaction(() -> jdbc.sql("""
                        select coalesce(sum(l.debit - l.credit), 0) from ledger.journal_line l
                          join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
                         where l.company_id = ? and a.code in ('100-01', '130-01', '145')""")
                .param(company.id().value())
                .query(BigDecimal.class)
                .single());
    }
}
