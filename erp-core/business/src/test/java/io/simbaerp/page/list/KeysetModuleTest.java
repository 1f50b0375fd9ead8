package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.page.Page;
import io.simbaerp.payment.Payables;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** Parties, open items and payment runs read page by page: by place instead of by number, as documents are. */
@ModuleTest
class KeysetModuleTest {

    private static final int ROWS = 60;
    private static final int MANY = 4000;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestDatabase database;

    @Autowired
    Lists lists;

    @Autowired
    ListSql sql;

    private final Payables payables = new Payables();
    private TestCompany ours;

    @BeforeEach
    void begin() {
        beans.autowireBean(payables);
        ours = ManyRows.company(payables);
    }

    @AfterEach
    void leaveSoundBooks() throws SQLException {
        ManyRows.takeOut(database);
    }

    @ParameterizedTest
    @CsvSource({"parties, ''", "open-items, state=all", "payment-runs, ''"})
    void everySortedColumnHoldsEveryRowOnceEachWayThroughTies(String list, String filter) throws SQLException {
        ManyRows.fill(database, ours, list, ROWS);
        List<ListColumn> sorted = sorted(list);
        assertThat(sorted).isNotEmpty();
        for (ListColumn column : sorted) {
            List<UUID> rising = walk(list, filter, column.key());
            assertThat(rising).as(column.key()).hasSize(ROWS).doesNotHaveDuplicates();
            List<UUID> falling = walk(list, filter, "-" + column.key());
            Collections.reverse(falling);
            assertThat(falling).as("-" + column.key()).containsExactlyElementsOf(rising);
        }
    }

    /** What a filter leaves is walked through like the whole; the rest of the rows never comes in between. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parties      | role=supplier                     | 46
            parties      | country=de                        | 19
            parties      | role=supplier&country=de          | 15
            parties      | text=zrodlo gdy                   | 59
            parties      | text=zrodlo 3                     | 6
            open-items   | ''                                | 54
            open-items   | state=all&side=DEBIT              | 12
            open-items   | state=all&side=CREDIT&amountFrom=5| 26
            open-items   | due=late                          | 50
            open-items   | party=zrod 3                      | 6
            payment-runs | state=PROPOSED                    | 45
            payment-runs | state=PROPOSED&state=CANCELLED    | 60
            payment-runs | dueTo=2026-11-05                  | 15
            payment-runs | text=pay/2025                     | 60
            """)
    void aFilteredListIsWalkedWhole(String list, String filter, int rows) throws SQLException {
        ManyRows.fill(database, ours, list, ROWS);
        for (ListColumn column : sorted(list)) {
            List<UUID> rising = walk(list, filter, column.key());
            assertThat(rising).as(column.key()).hasSize(rows).doesNotHaveDuplicates();
            List<UUID> falling = walk(list, filter, "-" + column.key());
            Collections.reverse(falling);
            assertThat(falling).as("-" + column.key()).containsExactlyElementsOf(rising);
        }
    }

    @ParameterizedTest
    @CsvSource({"parties, name", "open-items, due", "open-items, remaining", "payment-runs, number", "payment-runs, due"
    })
    void overRestNextLeadsOnToTheEndAndAPlaceBelongsToItsOrder(String list, String sort) throws SQLException {
        ManyRows.fill(database, ours, list, ROWS);
        TestReader reader = reader(ours);
        List<String> all = new ArrayList<>();
        String first = null;
        String next = "";
        do {
            String json = rest(reader, list, sort, next);
            all.addAll(JsonPath.<List<String>>read(json, "$.items[*].id"));
            next = json.contains("\"next\"") ? JsonPath.read(json, "$.next") : null;
            first = first == null ? next : first;
        } while (next != null);
        assertThat(all).hasSize(list.equals("open-items") ? ROWS - 6 : ROWS).doesNotHaveDuplicates();
        MultiValueMap<String, String> turned = asked("", "-" + sort);
        turned.add("after", first);
        assertThatThrownBy(() -> ours.as(() -> lists.ids(list, turned, 7))).hasMessageContaining("list.after-unknown");
    }

    @ParameterizedTest
    @CsvSource({"parties, role=supplier", "open-items, side=CREDIT", "payment-runs, state=PROPOSED"})
    void aPageTakesTheSameStatementsHoweverManyRows(String list, String filter) throws SQLException {
        ManyRows.fill(database, ours, list, 5);
        String address = ours.as(() -> lists.source(list)).descriptor().path() + "?" + filter;
        TestReader few = reader(ours);
        few.page(get(address), "en");
        int counted = CountedStatements.of(() -> few.page(get(address), "en"));
        TestCompany many = ManyRows.company(payables);
        ManyRows.fill(database, many, list, 300);
        TestReader full = reader(many);
        // A list that doesn't fit onto one page is counted besides.
        assertThat(CountedStatements.of(() -> full.page(get(address), "en")))
                .isEqualTo(counted + 1)
                .isLessThan(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parties", "open-items", "payment-runs"})
    void everySortedColumnIsReadFromItsIndexOnTheFirstPageAndDeepInside(String key) throws SQLException {
        ManyRows.fill(database, ours, key, MANY);
        ListDescriptor list = ours.as(() -> lists.source(key)).descriptor();
        for (ListColumn column : sorted(key)) {
            for (String order : List.of(column.key(), "-" + column.key())) {
                MultiValueMap<String, String> asked = asked("", order);
                assertThat(plan(list, asked))
                        .as(order)
                        .anyMatch(line -> line.contains("Index"))
                        .noneMatch(KeysetModuleTest::sortsRows);
                asked.add("after", ours.as(() -> lists.ids(key, asked, 200)).next());
                ListSort sort = column.sort();
                assertThat(plan(list, asked))
                        .as("%s, further on", order)
                        .noneMatch(KeysetModuleTest::sortsRows)
                        .anyMatch(line -> sort.type() == ListSort.Type.DECIMAL
                                || line.contains("Index Cond")
                                        && line.contains(sort.sql().substring(2)));
            }
        }
    }

    private List<ListColumn> sorted(String list) {
        return ours.as(() -> lists.source(list)).descriptor().columns().stream()
                .filter(column -> column.sort() != null)
                .toList();
    }

    private List<UUID> walk(String list, String filter, String order) {
        List<UUID> all = new ArrayList<>();
        MultiValueMap<String, String> asked = asked(filter, order);
        Set<String> places = new HashSet<>();
        while (true) {
            Page<UUID> page = ours.as(() -> lists.ids(list, asked, 7));
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            assertThat(places.add(page.next())).isTrue();
            asked.set("after", page.next());
        }
    }

    private static String rest(TestReader reader, String list, String sort, String after) {
        String place = after.isEmpty() ? "" : "&after=" + after;
        return new String(
                reader.ask(get("/api/v1/" + list + "?limit=7&sort=" + sort + place))
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private TestReader reader(TestCompany company) {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        return TestReader.of(mvc, company, UUID.randomUUID(), EnumSet.allOf(Duty.class));
    }

    private List<String> plan(ListDescriptor list, MultiValueMap<String, String> asked) {
        ListRequest request = ListRequest.of(list, asked);
        return ours.inTransaction(() -> {
            Acting acting = ours.currentActor().get();
            return sql.bind("explain (costs off) " + sql.text(list, request, list.columns(), 51), request, acting)
                    .param("limit", 51)
                    .query(String.class)
                    .list();
        });
    }

    /** Whether the rows of the list are sorted; what a column looks up of a row, such as its first tax id, may be. */
    private static boolean sortsRows(String line) {
        return line.startsWith("  ->  Sort") || line.startsWith("  ->  Incremental Sort");
    }

    private static MultiValueMap<String, String> asked(String filter, String order) {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        for (Map.Entry<String, List<String>> given : UriComponentsBuilder.fromUriString("/?" + filter)
                .build()
                .getQueryParams()
                .entrySet()) {
            asked.put(given.getKey(), new ArrayList<>(given.getValue()));
        }
        asked.set("sort", order);
        return asked;
    }
}
