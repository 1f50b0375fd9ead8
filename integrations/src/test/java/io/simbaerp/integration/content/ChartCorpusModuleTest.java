package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.chart.ChartFinding;
import io.simbaerp.ledger.chart.ChartPreview;
import io.simbaerp.ledger.chart.ImportChart;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real charts of many countries go through the import into a company each. What came out of the database is compared with
 * what a reading of the file made for this test alone finds there: how many, below what, of which category.
 */
@ModuleTest
class ChartCorpusModuleTest {

    /** An account as the test itself reads it: its name, the name above, and its category if it has one. */
    private record Expected(
            String name, String above, @Nullable String category) {}

    @Autowired
    TestCompanies companies;

    @Autowired
    ImportChart importChart;

    @Autowired
    ChartPreview preview;

    @Autowired
    ChartOfAccounts chart;

    @Test
    void everyChartKeepsItsAccountsItsTreeAndItsCategories() throws Exception {
        Path folder =
                Corpus.folder("accounting", "charts of accounts are imported").orElse(null);
        if (folder == null) {
            return;
        }
        List<Path> files = new ArrayList<>();
        for (String part : List.of("charts-ledgersmb", "charts-de-skr", "charts-derived")) {
            files.addAll(Corpus.files(folder.resolve(part), ".xml"));
            files.addAll(Corpus.files(folder.resolve(part), ".json"));
        }
        int accounts = 0;
        List<String> lost = new ArrayList<>();
        for (Path file : files) {
            List<Expected> expected = file.toString().endsWith(".xml") ? ledgerSmb(file) : json(file);
            List<Expected> imported = imported(file, null);
            accounts += imported.size();
            if (!counted(imported).equals(counted(expected))) {
                Map<Expected, Long> missing = counted(expected);
                counted(imported).forEach((one, times) -> missing.merge(one, -times, Long::sum));
                missing.values().removeIf(times -> times == 0);
                lost.add(file.getFileName() + " " + imported.size() + "/" + expected.size() + " "
                        + missing.entrySet().stream().limit(4).toList());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Charts: %d of %d files keep count, tree and categories; %d accounts%n",
                files.size() - lost.size(),
                files.size(),
                accounts);
        assertThat(lost).isEmpty();
        assertThat(files).hasSizeGreaterThan(30);
    }

    @Test
    void tablesWithoutTypesAskForOne() throws Exception {
        Path folder =
                Corpus.folder("accounting", "tables of accounts are imported").orElse(null);
        if (folder == null) {
            return;
        }
        Path norway = folder.resolve("saf-t-no/General Ledger Standard Accounts/CSV");
        Map<Path, Integer> tables = new TreeMap<>(Map.of(
                folder.resolve("charts-derived/de-SKR03.csv"), 1081,
                folder.resolve("charts-derived/de-DATEV-SKR03.csv"), 548,
                norway.resolve("General_Ledger_Standard_Accounts_2_character.csv"), -1,
                norway.resolve("General_Ledger_Standard_Accounts_4_character.csv"), -1));
        for (Map.Entry<Path, Integer> table : tables.entrySet()) {
            byte[] content = Files.readAllBytes(table.getKey());
            TestCompany company = companies.create();
            assertThatThrownBy(() -> company.as(() -> importChart.importChart(content, null)))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("chart.refused");
            int added = company.as(() -> importChart.importChart(content, AccountType.EXPENSE));
            long lines = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .count()
                    - 1;
            assertThat((long) added).as(table.getKey().toString()).isEqualTo(lines);
            if (table.getValue() > 0) {
                assertThat(added).isEqualTo(table.getValue());
            }
        }
    }

    @Test
    void textInTheWrongEncodingIsTold() throws Exception {
        Path folder = Corpus.folder("accounting", "a garbled chart is told").orElse(null);
        if (folder == null) {
            return;
        }
        TestCompany company = companies.create();
        byte[] garbled = Files.readAllBytes(folder.resolve("charts-ledgersmb/pl/General.xml"));
        byte[] repaired = Files.readAllBytes(folder.resolve("charts-derived/pl-General.encoding-repaired.xml"));
        assertThat(company.as(() -> preview.of(garbled, null)).findings())
                .extracting(ChartFinding::rule)
                .contains("chart.text-garbled");
        assertThat(company.as(() -> preview.of(repaired, null)).findings())
                .extracting(ChartFinding::rule)
                .doesNotContain("chart.text-garbled");
    }

    private List<Expected> imported(Path file, @Nullable AccountType assumed) throws IOException {
        byte[] content = Files.readAllBytes(file);
        TestCompany company = companies.create();
        company.as(() -> importChart.importChart(content, assumed));
        List<AccountView> all = company.as(chart::all);
        Map<String, AccountView> byCode =
                all.stream().collect(Collectors.toMap(AccountView::code, Function.identity()));
        return all.stream()
                .map(account -> {
                    AccountView parent = byCode.get(String.valueOf(account.parent()));
                    return new Expected(
                            account.nameEn(), parent == null ? "" : parent.nameEn(), type(account.category(), account));
                })
                .toList();
    }

    /** A heading has the type of most below it, which no file states. */
    private static @Nullable String type(@Nullable String category, AccountView account) {
        return category == null && !account.postable() ? null : account.type().name();
    }

    private static Map<Expected, Long> counted(List<Expected> accounts) {
        return accounts.stream()
                .collect(Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    }

    private static List<Expected> ledgerSmb(Path file) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(file)))
                .getDocumentElement();
        List<Expected> accounts = new ArrayList<>();
        for (String tag : List.of("account", "account-heading")) {
            for (int i = 0; i < root.getElementsByTagName(tag).getLength(); i++) {
                Element account = (Element) root.getElementsByTagName(tag).item(i);
                Node above = account.getParentNode();
                accounts.add(new Expected(
                        name(account),
                        above.getNodeName().equals("account-heading") ? name((Element) above) : "",
                        tag.equals("account") ? ours(account.getAttribute("category")) : null));
            }
        }
        return accounts;
    }

    private static String name(Element account) {
        String description = account.getAttribute("description").strip();
        return description.isEmpty() ? account.getAttribute("code") : description;
    }

    private static List<Expected> json(Path file) throws IOException {
        JsonNode root = new JsonMapper().readTree(Files.readAllBytes(file));
        List<Expected> accounts = new ArrayList<>();
        if (root.has("tree")) {
            tree(root.path("tree"), "", "", accounts);
        } else if (root.has("children")) {
            nested(root, "", accounts);
        } else {
            root.propertyStream()
                    .map(Map.Entry::getValue)
                    .filter(node -> node.isObject()
                            && !"ROOT".equals(node.path("account_type").asString()))
                    .forEach(node -> {
                        JsonNode parent = root.path(node.path("parent").asString(""));
                        boolean top = parent.path("parent").isNull() || parent.isMissingNode();
                        accounts.add(new Expected(
                                node.path("name").asString().strip(),
                                top ? "" : parent.path("name").asString().strip(),
                                ours(node.path("account_type").asString())));
                    });
        }
        return accounts;
    }

    private static void tree(JsonNode level, String above, String type, List<Expected> accounts) {
        level.propertyStream().filter(entry -> entry.getValue().isObject()).forEach(entry -> {
            JsonNode node = entry.getValue();
            String own = node.path("root_type").asString(type);
            boolean leaf = node.path("is_group").asInt(0) == 0
                    && node.propertyStream().noneMatch(child -> child.getValue().isObject());
            boolean named = leaf || node.has("account_type");
            accounts.add(new Expected(entry.getKey().strip(), above, named ? ours(own) : null));
            tree(node, entry.getKey().strip(), own, accounts);
        });
    }

    private static void nested(JsonNode node, String above, List<Expected> accounts) {
        boolean root = "ROOT".equalsIgnoreCase(node.path("account_type").asString());
        String name = node.path("name").asString().strip();
        if (!root) {
            accounts.add(
                    new Expected(name, above, ours(node.path("account_type").asString())));
        }
        node.path("children").forEach(child -> nested(child, root ? "" : name, accounts));
    }

    private static String ours(String category) {
        return switch (category.toUpperCase(Locale.ROOT)) {
            case "LIABILITY", "PAYABLE" -> "LIABILITY";
            case "EQUITY" -> "EQUITY";
            case "INCOME" -> "REVENUE";
            case "EXPENSE" -> "EXPENSE";
            default -> "ASSET";
        };
    }
}
