package io.simbaerp.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company's books for tests of reports: entries in one line each, and reports as programs and people get them. */
final class Books {

    static final Locale POLISH = Locale.forLanguageTag("pl");

    private final TestCompany company;
    private final PostJournalEntry post;
    private final MockMvc mvc;

    Books(TestCompany company, PostJournalEntry post, WebApplicationContext context) {
        this.company = company;
        this.post = post;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** Posts lines such as "402-03 D 100.00" on a day. */
    JournalEntryId post(String day, String... lines) {
        return post(EntryKind.ORDINARY, day, lines);
    }

    /** The same as an entry of this kind. */
    JournalEntryId post(EntryKind kind, String day, String... lines) {
        return post(kind, Map.of(), day, lines);
    }

    /** The same with these dimensions on the debit side. */
    JournalEntryId postTo(Map<String, String> dimensions, String day, String... lines) {
        return post(EntryKind.ORDINARY, dimensions, day, lines);
    }

    private JournalEntryId post(EntryKind kind, Map<String, String> dimensions, String day, String... lines) {
        LocalDate date = LocalDate.parse(day);
        return company.as(() -> post.post(new JournalEntryDraft(
                "PK",
                date,
                date,
                date,
                day.substring(0, 7),
                kind,
                "Wpis " + day,
                null,
                null,
                UUID.randomUUID().toString(),
                List.of(lines).stream()
                        .map(line -> line(line, date))
                        .map(line -> line.side() == Side.DEBIT ? line.dividedAs(line.costCentre(), dimensions) : line)
                        .toList())));
    }

    private static LineDraft line(String text, LocalDate day) {
        String[] parts = text.split(" ");
        Side side = parts[1].equals("D") ? Side.DEBIT : Side.CREDIT;
        Money amount = Money.of(parts[2], "PLN");
        String costCentre = parts.length > 3 && !parts[3].contains("-") ? parts[3] : null;
        UUID party = parts.length > 3 && parts[3].contains("-") ? UUID.fromString(parts[3]) : null;
        LocalDate due = parts.length > 4 ? LocalDate.parse(parts[4]) : null;
        return new LineDraft(
                parts[0], side, amount, null, null, party, null, due, costCentre, null, due != null, false);
    }

    JsonNode json(String report) throws Exception {
        String text = perform("/api/v1/reports/" + report, Locale.ENGLISH)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return new JsonMapper().readTree(text);
    }

    /** A page that has no unknown words and no inline styles. */
    ResultActions page(String address, Locale language) throws Exception {
        return perform(address, language)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString(" style="))));
    }

    byte[] file(String address) throws Exception {
        return perform(address, Locale.ENGLISH)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    ResultActions perform(String address, Locale language) {
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return mvc.perform(get(address).locale(language));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The amount in a column of the row that begins with this text. */
    static String figure(JsonNode report, String begin, String column) {
        for (JsonNode part : List.of(report.path("items"), report.path("totals"))) {
            for (JsonNode row : part) {
                JsonNode values = row.path("values");
                if (values.properties()
                        .iterator()
                        .next()
                        .getValue()
                        .asString("")
                        .equals(begin)) {
                    return values.path(column).path("amount").asString("");
                }
            }
        }
        return "no row " + begin;
    }
}
