package io.simbaerp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Follows every link from the first page on, one page of each kind, on a phone: each answers, fits its width, shows words
 * and not keys, and has no grave fault for whoever sees little or works without a mouse.
 */
@BrowserTest
class EveryPageTest {

    private static final int WIDTH = 390;
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern CODE = Pattern.compile("(?<=/(accounts|periods|year-end|axes|roles)/)[^/]+");
    private static final Pattern NO_PAGE =
            Pattern.compile(".*(/export\\b|\\.csv|\\.xlsx|\\.pdf|/original|/file|/proof|/logout|/api/|/webjars/).*");

    /**
     * The name of a constant where a person expects a word. What is code by nature stands
     * in an element that says so; the authority names its files so.
     */
    private static final String CONSTANTS = """
            (() => {
              const page = document.body.cloneNode(true);
              page.querySelectorAll('code, pre, textarea, script, option, .code').forEach(part => part.remove());
              return [...new Set(page.textContent.match(/\\b[A-Z]{2,}(_[A-Z]+)+\\b/g) || [])]
                  .filter(word => !word.startsWith('JPK_')).join(' ');
            })()""";

    /** Parameters that choose a place in a list, not another kind of page. */
    private static final Set<String> PLACE = Set.of("sort", "order", "after", "before", "q", "columns", "company");

    @Autowired
    Simba simba;

    private final Set<String> kinds = new HashSet<>();
    private final List<String> objections = new ArrayList<>();
    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void fitsAPhoneSpeaksWordsAndCanBeReachedByAll() {
        String document = simba.receive(InvoiceXml.numbered("WALK/1")
                .from("Goniec Brzegowy Sp. z o.o.", "5252344078")
                .line("Courier", "312.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);

        int seen = walk("accountant", "pl", "light");
        seen += walk("manager", "en", "dark");
        seen += walk("admin", "en", "dark");
        seen += walk("auditor", "pl", "light");

        System.out.println("RAN pages walked on a phone: " + seen + ", kinds of links " + kinds.size());
        assertThat(objections).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
        assertThat(seen).isGreaterThan(90);
    }

    private int walk(String person, String language, String theme) {
        Page page = chromium.signedIn(person, language, WIDTH, 844);
        page.context().addCookies(List.of(new Cookie("simba-theme", theme).setUrl(simba.url())));
        Deque<String> ahead = new ArrayDeque<>(List.of("/", "/more"));
        int seen = 0;
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            Response answer = page.navigate(path);
            seen++;
            judge(person + " " + path, answer.status(), page);
            links(page).stream().filter(link -> kinds.add(kind(link))).forEach(ahead::add);
        }
        page.context().close();
        return seen;
    }

    private void judge(String name, int status, Page page) {
        // A page may say at once what rule stands in the way of what the link proposes.
        if (status != 200 && status != 422) {
            objections.add(name + ": answers " + status);
        }
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > WIDTH) {
            objections.add(name + ": is " + wide + " wide");
        }
        if (page.content().contains("??")) {
            objections.add(name + ": shows a key for words");
        }
        String constants = (String) page.evaluate(CONSTANTS);
        if (!constants.isEmpty()) {
            objections.add(name + ": shows " + constants + " for words");
        }
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .forEach(rule -> objections.add(name + ": " + rule.getId() + " "
                                + rule.getNodes().get(0).getHtml()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        List<String> links = (List<String>)
                page.evaluate(
                        "[...document.querySelectorAll('a[href^=\"/\"], a[href^=\"?\"]')].map(link => link.pathname + link.search)");
        return links.stream().filter(link -> !NO_PAGE.matcher(link).matches()).toList();
    }

    /** The path without its ids, with the names of what it asks for. */
    private static String kind(String link) {
        URI uri = URI.create(link.replace(" ", "%20").replace("|", "%7C"));
        Set<String> asked = new TreeSet<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                asked.add(pair.split("=", 2)[0]);
            }
        }
        asked.removeAll(PLACE);
        String path = CODE.matcher(ID.matcher(uri.getPath()).replaceAll("{id}")).replaceAll("{code}");
        return path + "?" + String.join("&", asked);
    }
}
