package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.reversal.LineReversals;
import io.simbaerp.ledger.reversal.LinesToReverse;
import io.simbaerp.ledger.reversal.ReverseLines;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Single lines taken back: linked both ways, once, and never beside a reversal of the whole. */
@ModuleTest
class ReverseLinesModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverseWhole;

    @Autowired
    ReverseLines reverse;

    @Autowired
    LineReversals reversals;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    TestDatabase database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    TestCompany company;
    UUID party = UUID.randomUUID();
    JournalEntryId posted;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        posted = company.as(
                () -> post.post(entry(debit("403-90", "60"), debit("100-01", "40"), owed(party, Side.CREDIT, "100"))));
    }

    @ParameterizedTest
    @EnumSource(names = {"RED_REVERSAL", "BLACK_REVERSAL"})
    void aLineIsTakenBackAndTheRestGoesToTheAccountNamed(EntryKind kind) {
        JournalEntryId reversal = company.as(() -> reverse.reverse(posted, wish(kind, rest("130-01"), 1)));
        JournalEntryDetails back = company.as(() -> entries.byId(reversal)).orElseThrow();
        assertThat(back.kind()).isEqualTo(kind);
        assertThat(back.lines()).hasSize(2);
        Money effect = Money.of("-60.00", "PLN");
        assertThat(
                        kind == EntryKind.RED_REVERSAL
                                ? back.lines().get(0).debit()
                                : back.lines().get(0).credit().negated())
                .isEqualTo(effect);
        assertThat(back.lines().get(1).debit()).isEqualTo(effect.negated());
        assertThat(company.as(() -> reversals.of(posted)))
                .containsExactly(new LineReversals.LineReversal(
                        1, new JournalEntryDetails.Reference(reversal, "PK/2026/000002"), 1));
        assertThat(company.as(() -> reversals.takenBackBy(reversal)))
                .containsExactly(new LineReversals.LineReversal(
                        1, new JournalEntryDetails.Reference(posted, "PK/2026/000001"), 1));
        assertThat(company.as(() -> reverse.reverse(posted, wish(kind, rest("130-01"), 1))))
                .as("the same wish again")
                .isEqualTo(reversal);
        assertThat(company.inTransaction(() -> jdbc.sql(
                                "select count(*) from audit.business_event where name = 'journal-lines-reversed'")
                        .query(Integer.class)
                        .single()))
                .isOne();
    }

    @Test
    void linesThatBalanceNeedNoRestAndSettleWhatTheyOwed() {
        JournalEntryId reversal =
                company.as(() -> reverse.reverse(posted, wish(EntryKind.RED_REVERSAL, null, 3, 1, 2)));
        assertThat(company.as(() -> openItems.ofParty(party))).isEmpty();
        assertThat(company.as(() -> entries.byId(reversal)).orElseThrow().lines())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "RED_REVERSAL, , 1, journal-entry.lines-unbalanced",
        "RED_REVERSAL, 130-01, 1 2 3, journal-entry.rest-is-nothing",
        "RED_REVERSAL, 130-01, 9, journal-entry.line-unknown",
        "RED_REVERSAL, 130-01, '', journal-entry.lines-missing",
        "ORDINARY, 130-01, 1, journal-entry.reversal-kind",
        "RED_REVERSAL, 999, 1, journal-entry.account-unknown",
    })
    void refusesWhatNoAccountantWouldPost(EntryKind kind, @Nullable String rest, String lines, String rule) {
        int[] numbers = Arrays.stream(lines.split(" "))
                .filter(number -> !number.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        assertThatThrownBy(() -> company.as(
                        () -> reverse.reverse(posted, wish(kind, rest == null ? null : rest(rest), numbers))))
                .hasMessageContaining(rule);
    }

    @Test
    void aLineIsTakenBackOnceAndNeverBesideTheWhole() {
        JournalEntryId reversal =
                company.as(() -> reverse.reverse(posted, wish(EntryKind.RED_REVERSAL, rest("130-01"), 1)));
        assertThatThrownBy(() ->
                        company.as(() -> reverse.reverse(posted, wish(EntryKind.RED_REVERSAL, rest("130-01"), 1, 2))))
                .hasMessageContaining("journal-entry.line-already-reversed");
        assertThatThrownBy(() -> company.as(
                        () -> reverseWhole.reverse(posted, EntryKind.RED_REVERSAL, DAY, "2026-11", "Pomyłka")))
                .hasMessageContaining("journal-entry.partly-reversed");
        assertThatThrownBy(() ->
                        company.as(() -> reverse.reverse(reversal, wish(EntryKind.RED_REVERSAL, rest("130-01"), 1))))
                .hasMessageContaining("journal-entry.is-reversal");
        company.as(() -> reverse.reverse(posted, wish(EntryKind.RED_REVERSAL, rest("130-01"), 2)));
    }

    @Test
    void postgresRefusesLinksThatMirrorNothing() throws Exception {
        JournalEntryId other = company.as(() -> post.post(
                entry("PK", DAY, EntryKind.RED_REVERSAL, "x", debit("403-90", "-59"), credit("100-01", "-59"))));
        String link = "insert into ledger.line_reversal values ('%s', '%s', %d, '%s', %d)";
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(refusal(role, link.formatted(company.id(), posted.value(), 1, other.value(), 1)))
                    .contains("line_reversal_mirrors_its_line");
            assertThat(refusal(role, link.formatted(company.id(), posted.value(), 1, posted.value(), 1)))
                    .contains("line_reversal_is_of_its_kind");
            assertThat(refusal(role, link.formatted(company.id(), posted.value(), 8, other.value(), 1)))
                    .contains("line_reversal_names_two_lines");
        }
        JournalEntryId back =
                company.as(() -> reverse.reverse(posted, wish(EntryKind.RED_REVERSAL, rest("130-01"), 1)));
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(refusal(role, link.formatted(company.id(), posted.value(), 1, back.value(), 2)))
                    .contains("line_reversal_pkey");
            assertThat(refusal(role, link.formatted(company.id(), posted.value(), 2, back.value(), 1)))
                    .contains("line_reversal_takes_one_line_back");
            assertThat(refusal(role, link.formatted(company.id(), back.value(), 1, other.value(), 1)))
                    .contains("entry_is_reversed_whole_or_by_lines");
        }
        assertThat(refusal(TestDatabase.OWNER, "delete from ledger.line_reversal"))
                .contains("line_reversal_is_never_changed");
    }

    @Test
    void peopleSeeTheEntryBeforeItIsPostedAndBothLinksAfter() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        String address = "/ledger/entries/" + posted.value() + "/line-reversal";
        company.as(() -> perform(mvc, get(address), "403-90"));
        String[] fields = {"line=1", "kind=RED_REVERSAL", "reason=x", "restAccount=130-01"};
        company.as(() -> perform(mvc, form(address + "/preview", fields), "<td class=\"nowrap\">130-01</td>"));
        assertThat(company.as(() -> reversals.of(posted))).isEmpty();
        company.run(() -> {
            try {
                mvc.perform(form(address, fields)).andExpect(status().is3xxRedirection());
                mvc.perform(form(address, "line=2", "reason=x"))
                        .andExpect(status().isUnprocessableContent())
                        .andExpect(content().string(containsString("journal-entry.lines-unbalanced")));
                mvc.perform(get("/ledger/entries/" + posted.value()).param("lang", "pl"))
                        .andExpect(content().string(containsString("PK/2026/000002")))
                        .andExpect(content().string(not(containsString("??"))));
                mvc.perform(post("/api/v1/journal-entries/" + posted.value() + "/line-reversals")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"lines\":[2],\"reason\":\"x\",\"postingDate\":\"2026-11-20\","
                                        + "\"rest\":{\"account\":\"130-01\"}}"))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.lines[0].reversalLine").value(2));
                mvc.perform(get("/api/v1/journal-entries/" + party + "/line-reversals"))
                        .andExpect(status().isNotFound());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(company.as(() -> reversals.of(posted))).hasSize(2);
    }

    private static String perform(MockMvc mvc, AbstractMockHttpServletRequestBuilder<?> request, String expected) {
        try {
            return mvc.perform(request)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(expected)))
                    .andExpect(content().string(not(containsString("??"))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static MockHttpServletRequestBuilder form(String address, String... fields) {
        MockHttpServletRequestBuilder request = post(address);
        for (String field : fields) {
            request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return request;
    }

    private static LinesToReverse wish(EntryKind kind, LinesToReverse.@Nullable Rest rest, int... lines) {
        return new LinesToReverse(Arrays.stream(lines).boxed().toList(), kind, DAY, "2026-11", "Pomyłka", rest);
    }

    private static LinesToReverse.Rest rest(String account) {
        return new LinesToReverse.Rest(account, null, Map.of());
    }

    private String refusal(String role, String sql) throws Exception {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local simba.company = '" + company.id() + "'");
            try {
                statement.execute(sql);
                return "taken";
            } catch (PSQLException refused) {
                return refused.getServerErrorMessage().getConstraint();
            }
        }
    }
}
