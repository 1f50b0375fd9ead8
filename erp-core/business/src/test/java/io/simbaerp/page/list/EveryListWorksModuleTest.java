package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.party.PartyId;
import io.simbaerp.payment.Payables;
import io.simbaerp.task.ManyTasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What each of the five daily lists offers is used, as a person uses it, on sixty rows of each. */
@ModuleTest
class EveryListWorksModuleTest {

    private static final int ROWS = 60;
    private static final Pattern ROW = Pattern.compile("data-row=\"([0-9a-f-]{36})\"");
    private static final Pattern FURTHER = Pattern.compile("rel=\"next\"[^>]*href=\"([^\"]+)\"");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestDatabase database;

    private final Payables payables = new Payables();
    private TestCompany ours;
    private TestReader reader;

    @BeforeEach
    void begin() {
        beans.autowireBean(payables);
        ours = ManyRows.company(payables);
        reader = reader();
    }

    @AfterEach
    void leaveSoundBooks() throws SQLException {
        ManyRows.takeOut(database);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            documents    | fv/44/11 | 1  | state=POSTED                  | 12 | Posted
            tasks        | dostawca | 60 | amountFrom=4000               | 7  | 4000
            parties      | gdynia   | 60 | role=customer                 | 14 | customer
            open-items   | zrodlo 3 | 6  | side=CREDIT                   | 48 | we owe
            payment-runs | 2025/00  | 60 | state=CANCELLED               | 15 | Cancelled
            """)
    void searchAndFiltersNarrowAndStandAsChipsThatAreTakenOff(
            String list, String search, int found, String filter, int left, String chip) throws SQLException {
        fill(list);
        String path = path(list);
        assertThat(rows(list, "text=" + search)).as("searched").isEqualTo(found);
        assertThat(rows(list, "text=nothing-is-called-so")).isZero();
        assertThat(rows(list, filter)).as("filtered").isEqualTo(left);
        String page = reader.page(get(path + "?" + filter + "&text=" + search), "en");
        assertThat(chips(page)).as("the search and the filter").anySatisfy(each -> assertThat(each)
                .contains(search));
        assertThat(chips(page)).anySatisfy(each -> assertThat(each).containsIgnoringCase(chip));
        String withoutSearch = removal(page, search);
        assertThat(withoutSearch).contains(filter).doesNotContain("text=");
        assertThat(chips(reader.page(get(withoutSearch), "en")))
                .noneSatisfy(each -> assertThat(each).contains(search));
    }

    @ParameterizedTest
    @CsvSource({
        "documents, state=POSTED&sort=-amount, 12",
        "tasks, amountFrom=4000&sort=-amount, 7",
        "parties, role=customer&sort=-name, 14",
        "open-items, side=CREDIT&sort=-remaining, 48",
        "payment-runs, state=CANCELLED&sort=-due, 15"
    })
    void whatIsShownIsKeptAsAViewFoundAgainAndTakenAway(String list, String query, int rows) throws SQLException {
        fill(list);
        String path = path(list);
        reader.ask(
                post("/lists/" + list + "/views").param("name", "Of the week").param("query", query));
        String page = reader.page(get(path), "en");
        assertThat(page).contains("Of the week", "href=\"" + path + "?" + query.replace("&", "&amp;") + "\"");
        assertThat(reader().page(get(path), "en")).as("nobody else's").doesNotContain("Of the week");
        assertThat(rows(list, query)).isEqualTo(rows);
        Matcher view = Pattern.compile("/views/([0-9a-f-]{36})/remove").matcher(page);
        assertThat(view.find()).isTrue();
        reader.ask(post("/lists/" + list + "/views/" + view.group(1) + "/remove"));
        assertThat(reader.page(get(path), "en")).doesNotContain("Of the week");
    }

    /** Page after page by the link below the rows, and the other way round. */
    @ParameterizedTest
    @CsvSource({"documents, amount", "tasks, amount", "parties, name", "open-items, remaining", "payment-runs, due"})
    void theRowsAreSortedAndReadPageByPage(String list, String sort) throws SQLException {
        fill(list);
        List<String> rising = walked(list, sort);
        assertThat(rising)
                .hasSize(rows(list, "sort=" + sort))
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates();
        List<String> falling = walked(list, "-" + sort);
        Collections.reverse(falling);
        assertThat(falling).containsExactlyElementsOf(rising);
    }

    @ParameterizedTest
    @CsvSource({
        "documents, amount, supplier, Amount;Currency;Supplier",
        "tasks, party, amount, Party;Amount;Currency",
        "parties, street, country, Street;Country",
        "open-items, remaining, account, Left;Currency;Account",
        "payment-runs, total, state, Total;Currency;State"
    })
    void columnsAreChosenForThePageAndBothFiles(String list, String first, String second, String heads)
            throws SQLException {
        fill(list);
        reader.ask(post("/lists/" + list + "/columns").param("columns", first, second));
        String csv = file(list, "csv", "");
        assertThat(csv.lines().findFirst().orElseThrow().substring(1)).isEqualTo(heads);
        String sheet = file(list, "xlsx", "");
        assertThat(sheet.split("<row ")).hasSize((int) csv.lines().count() + 1);
        assertThat(Pattern.compile("<th [^>]*>").matcher(head(list)).results().count())
                .as("the box to select by, and what was chosen")
                .isEqualTo(3);
        assertThat(reader().page(get(path(list)), "en"))
                .as("of this person alone")
                .doesNotContain("columns=" + first);
    }

    /**
     * Two rows chosen: of one it can be done, of the other it cannot; each is told before and after. Tasks are taken where
     * there is an engine: {@code SeveralTasksModuleTest}.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            documents    | archive          | will be archived                    | Only plain documents
            parties      | confirm-accounts | will be confirmed                   | waits
            open-items   | pay              | will be put on the proposal | account
            payment-runs | cancel           | will be cancelled                   | it is Cancelled
            """)
    void severalRowsAreActedOnWithAPreviewAndAResultForEach(String list, String action, String will, String obstacle)
            throws SQLException {
        fill(list);
        List<String> chosen = possibleAndNot(list);
        String preview = acted(list, action, chosen);
        assertThat(preview).contains("1 of 2 can be done").containsIgnoringCase(obstacle);
        assertThat(preview)
                .contains("name=\"ids\" value=\"" + chosen.get(0))
                .doesNotContain("name=\"ids\" value=\"" + chosen.get(1));
        assertThat(preview).containsIgnoringCase(will);
        String result = acted(list, action + "/run", chosen);
        assertThat(result).contains("1 of 2 done", "is-good", "is-bad").containsIgnoringCase(obstacle);
        assertThat(acted(list, action, chosen)).as("it was done").contains("0 of 2 can be done");
    }

    private String acted(String list, String action, List<String> ids) {
        return reader.page(
                post("/lists/" + list + "/bulk/" + action)
                        .param("ids", ids.toArray(String[]::new))
                        .param("reason", "Once is enough"),
                "en");
    }

    /** The row that can be acted on first. */
    private List<String> possibleAndNot(String list) {
        return switch (list) {
            case "documents" ->
                List.of(
                        ids("documents", "state=POSTED&kind=purchase-invoice").get(0),
                        ids("documents", "state=IN_PROCESS").get(0));
            case "parties" -> {
                PartyId supplier = payables.unconfirmed(ours, "Tekturo Opakowania S.A.");
                payables.proposed(ours, supplier, UUID.randomUUID());
                yield List.of(supplier.toString(), ids("parties", "text=zrodlo").get(0));
            }
            case "open-items" -> {
                PartyId supplier = payables.supplier(ours, "Tekturo Opakowania S.A.");
                yield List.of(
                        payables.owed(ours, supplier, "120.50").toString(),
                        ids("open-items", "side=CREDIT").get(0));
            }
            default ->
                List.of(
                        ids(list, "state=PROPOSED").get(0),
                        ids(list, "state=CANCELLED").get(0));
        };
    }

    private void fill(String list) throws SQLException {
        switch (list) {
            case "documents" -> ManyDocuments.fill(database, ours, ROWS);
            case "tasks" -> {
                try (Connection owner = database.connect(TestDatabase.OWNER)) {
                    ManyTasks.fill(
                            owner,
                            ours.id().value(),
                            List.of(Duty.CODE_INVOICE.name(), Duty.APPROVE_INVOICE.name()),
                            1,
                            ROWS);
                }
            }
            default -> ManyRows.fill(database, ours, list, ROWS);
        }
    }

    private TestReader reader() {
        return TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                ours,
                UUID.randomUUID(),
                EnumSet.allOf(Duty.class));
    }

    private static String path(String list) {
        return "/" + list;
    }

    /** How many rows a file of this query has: what is shown, without the pages. */
    private int rows(String list, String query) {
        return (int) file(list, "csv", "?" + query).lines().count() - 1;
    }

    private List<String> ids(String list, String query) {
        return found(ROW, reader.page(get(path(list) + "?" + query), "en"));
    }

    private List<String> walked(String list, String sort) {
        List<String> all = new ArrayList<>();
        String page = reader.page(get(path(list) + "?sort=" + sort), "en");
        while (true) {
            all.addAll(found(ROW, page));
            List<String> further = found(FURTHER, page);
            if (further.isEmpty()) {
                return all;
            }
            page = reader.page(get(further.get(0).replace("&amp;", "&")), "en");
        }
    }

    private String head(String key) {
        String page = reader.page(get(path(key)), "en");
        int list = page.indexOf("data-list>");
        return page.substring(list, page.indexOf("</thead>", list));
    }

    private static List<String> chips(String page) {
        return found(Pattern.compile("<a class=\"chip\"[^>]*>(.*?)</a>", Pattern.DOTALL), page);
    }

    private static String removal(String page, String value) {
        return Pattern.compile("<a class=\"chip\"[^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .filter(chip -> chip.group(2).contains(value))
                .map(chip -> chip.group(1).replace("&amp;", "&"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map((MatchResult hit) -> hit.group(1))
                .toList();
    }

    private String file(String list, String type, String query) {
        byte[] bytes =
                reader.ask(get("/lists/" + list + "/export." + type + query)).getContentAsByteArray();
        if (type.equals("csv")) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            Path copy = Files.createTempFile("list", ".xlsx");
            Files.write(copy, bytes);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                return new String(
                        zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
