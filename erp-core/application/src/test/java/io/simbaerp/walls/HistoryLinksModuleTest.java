package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.walls.SourceTree.SourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks the kinds of records the trail speaks of, as triggers and events name them, and demands a page or a row that
 * leads to the history of each; and for each table of settings that the page it is kept on does.
 */
@ModuleTest
class HistoryLinksModuleTest {

    private static final Pattern LINK =
            Pattern.compile("audit/history :: (?:(?:link|row|kind)\\('([a-z-]+)'|(company)\\})");
    private static final Pattern SUBJECT = Pattern.compile("new Subject\\(\\s*\"([a-z-]+)\"");

    /** Kinds without a link of their own, each with its reason. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry(
                    "purchase-invoice",
                    "has no page but its document's, and everything about it concerns the document"),
            Map.entry("added-approval", "stands in the history of the document it was asked for"),
            Map.entry("task-delegation", "has no page but its task's and its document's"),
            Map.entry("task-question", "has no page but its task's and its document's"),
            Map.entry("time-act", "has no page but its task's and its document's"),
            Map.entry("bank-account", "has no page but its partner's, and everything about it concerns the partner"),
            Map.entry("original", "has no page but its document's"),
            Map.entry("posting-batch", "its entries have their own, and nothing changes it"),
            Map.entry(
                    "access-token", "has no page but its owner's, who alone sees it; it stands in the user's history"),
            Map.entry("person", "is the party or user whose values are on hold, and stands in their history"),
            Map.entry("journal", "has no page: journals are installed and seen through REST; the list filters them"),
            Map.entry(
                    "expense-category",
                    "has no page: categories and rates are seen through REST; the list filters them"),
            Map.entry("list-view", "how a person looks at a list, which has no page of its own"),
            Map.entry("audit-trail", "is the trail itself"));

    /** Where settings of the company are kept; what only REST sets stands with the company itself. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("company.company", "identity/companies.html"),
            Map.entry("company.special_day", "company/working-calendar.html"),
            Map.entry("company.working_week", "company/working-calendar.html"),
            Map.entry("ledger.book_policy", "ledger/policy.html"),
            Map.entry("ledger.entry_limit", "ledger/policy.html"),
            Map.entry("party.cool_off", "party/cool-off.html"),
            Map.entry("party.creation_policy", "party/cool-off.html"),
            Map.entry("task.mail_limit", "task/mail-limit.html"),
            Map.entry("task.time_rule", "task/time-rules.html"),
            Map.entry("expense.policy", "identity/companies.html"),
            Map.entry("invoice.posting_policy", "identity/companies.html"),
            Map.entry("tax.deduction_proportion", "identity/companies.html"));

    @Autowired
    TestDatabase database;

    @Test
    void everyKindOfRecordLeadsToItsHistory() throws SQLException {
        Set<String> kinds = new TreeSet<>(column("""
                select distinct (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[n] from pg_trigger t, (values (1), (3)) as p (n)
                 where t.tgfoid = 'audit.tell_change'::regproc and (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[n] <> ''"""));
        collect(SUBJECT, SourceFile::isMainJava, kinds);
        Set<String> linked = new TreeSet<>();
        collect(LINK, file -> file.extension().equals("html"), linked);
        Set<String> silent = new TreeSet<>(kinds);
        silent.removeAll(linked);
        silent.removeAll(WITHOUT.keySet());

        System.out.println("RAN history links: " + kinds.size() + " kinds of records, " + linked.size()
                + " with a link, " + WITHOUT.size() + " with a reason");
        assertThat(silent)
                .as("kinds no page leads to the history of: use audit/history :: link, row or kind, or say why not")
                .isEmpty();
        assertThat(kinds).hasSizeGreaterThan(40).containsAll(linked).containsAll(WITHOUT.keySet());
        assertThat(linked).as("reasons for what has a link").doesNotContainAnyElementsOf(WITHOUT.keySet());
    }

    @Test
    void everySettingOfTheCompanyIsKeptOnAPageThatLeadsToItsHistory() throws SQLException {
        assertThat(column("""
                select distinct t.tgrelid::regclass::text from pg_trigger t
                 where t.tgfoid = 'audit.tell_change'::regproc
                   and (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[1] = 'company'"""))
                .as("settings under the trail: name the page they are kept on")
                .containsExactlyInAnyOrderElementsOf(SETTINGS.keySet());
        Map<String, String> silent = new TreeMap<>(SETTINGS);
        silent.values().removeIf(page -> SourceTree.files().stream()
                .anyMatch(file -> file.name().endsWith("templates/" + page)
                        && file.text().contains("audit/history :: company}")));
        assertThat(silent).as("pages that don't lead to the company's history").isEmpty();
    }

    private static void collect(Pattern pattern, Predicate<SourceFile> where, Set<String> found) {
        for (SourceFile file : SourceTree.files()) {
            if (where.test(file)) {
                Matcher matcher = pattern.matcher(file.text());
                while (matcher.find()) {
                    found.add(matcher.group(matcher.groupCount() > 1 && matcher.group(1) == null ? 2 : 1));
                }
            }
        }
    }

    private Set<String> column(String sql) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
