package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settings and master data lead from their pages to their history, which says in words what they were and are. */
@StoryTest
class HistoryLinksStory {

    private static final Pattern HISTORY = Pattern.compile("/audit-trail/records/([a-z-]+)/[0-9a-f-]{36}");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]{2,}(_[A-Z]+)+\\b");
    private static final List<String> PAGES = List.of(
            "/companies",
            "/ledger/policy",
            "/parties/cool-off",
            "/working-calendar",
            "/mail-limit",
            "/time-rules",
            "/rolling-limits",
            "/ledger/cost-centre-owners",
            "/ledger/budgets",
            "/ledger/accounts",
            "/ledger/templates",
            "/ledger/distributions",
            "/periods",
            "/roles",
            "/separation");

    @Autowired
    Simba simba;

    @Test
    void pagesOfSettingsLeadToTheirHistoryInWords() {
        keep();
        Map<String, String> histories = histories("en");

        assertThat(histories.keySet())
                .contains("company", "cost-centre", "entry-template", "fiscal-year", "rolling-limit", "time-rule");
        assertThat(histories.get("rolling-limit")).contains("one alone").contains("approve invoices");
        assertThat(histories.get("cost-centre"))
                .contains("Budget")
                .contains("100 Administration")
                .contains("31337");
        assertThat(histories.get("entry-template")).contains("HIST-1").contains("debit");
        assertThat(histories("pl").get("rolling-limit"))
                .contains("jeden wybrany")
                .contains("każdy osobno");
    }

    @Test
    void whoMayNotReadTheTrailSeesNoLinkToIt() {
        PageUser accountant = PageUser.signIn(simba.url(), "accountant", "accountant");
        for (String page : PAGES) {
            assertThat(accountant.get(page).text()).as(page).doesNotContain("/audit-trail/records/");
        }
    }

    /** The histories the pages lead to, one of each kind, each without the name of a constant. */
    private Map<String, String> histories(String language) {
        PageUser admin = PageUser.signIn(simba.url(), "admin", "admin");
        admin.post("/language", Map.of("language", List.of(language)));
        Map<String, String> histories = new TreeMap<>();
        Deque<String> seen = new ArrayDeque<>();
        for (String page : PAGES) {
            PageUser.Answer answer = admin.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            Matcher link = HISTORY.matcher(answer.text());
            while (link.find()) {
                if (!seen.contains(link.group())) {
                    seen.add(link.group());
                    PageUser.Answer history = admin.get(link.group());
                    assertThat(history.status())
                            .as(page + " leads to " + link.group())
                            .isEqualTo(200);
                    String text = history.text().replaceAll("(?s)<script.*?</script>|<[^>]*>", " ");
                    assertThat(constants(text)).as(link.group()).isEmpty();
                    histories.merge(link.group(1), text, String::concat);
                }
            }
        }
        return histories;
    }

    private static TreeSet<String> constants(String text) {
        TreeSet<String> constants = new TreeSet<>();
        Matcher constant = CONSTANT.matcher(text);
        while (constant.find()) {
            constants.add(constant.group());
        }
        constants.removeIf(name -> name.startsWith("JPK_"));
        return constants;
    }

    private void keep() {
        RestUser admin = simba.as("admin");
        RestUser accountant = simba.as("accountant");
        String supplier = accountant
                .post(
                        "/api/v1/parties",
                        Map.of("name", "Historia Sp. z o.o.", "address", Map.of("country", "PL"), "supplier", true))
                .expect(201)
                .body()
                .path("id")
                .asString();
        admin.ask(
                        "POST",
                        "/api/v1/rolling-limits",
                        "{\"duty\":\"APPROVE_INVOICE\",\"persons\":\"EACH\",\"suppliers\":\"ONE\",\"partyId\":\""
                                + supplier
                                + "\",\"costCentres\":\"TOGETHER\",\"days\":30,"
                                + "\"amount\":{\"amount\":\"90000.00\",\"currency\":\"PLN\"},\"reason\":\"History\"}")
                .expect(201);
        admin.post("/api/v1/time-rules", Map.of("act", "REMIND", "span", 1999)).expect(201);
        accountant
                .ask(
                        "POST",
                        "/api/v1/entry-templates",
                        "{\"code\":\"HIST-1\",\"name\":\"Rent\",\"journal\":\"PK\",\"narration\":\"Czynsz\",\"lines\":["
                                + "{\"account\":\"402-01\",\"side\":\"DEBIT\",\"percent\":100,\"costCentre\":\"100\"},"
                                + "{\"account\":\"641\",\"side\":\"CREDIT\"}]}")
                .expect(201);
        admin.ask(
                        "PUT",
                        "/api/v1/budgets",
                        "{\"budgets\":[{\"costCentre\":\"100\",\"from\":\"2026-10\",\"to\":\"2026-10\","
                                + "\"amount\":{\"amount\":\"31337.00\",\"currency\":\"PLN\"}}]}")
                .expect(200);
    }
}
