package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/** How an invoice is carried from its file to the books over REST, and what stands there afterwards, in words to compare. */
final class Purchases {

    /** Of the demo company, whom every invoice of these stories is for. */
    static final String OUR_TAX_ID = "9990045672";

    private static final String FA3 = "poland-ksef/samples-fa3-official/FA_3_Przyklad_";
    private static final String SAMPLE_SUPPLIER = "<NIP>9999999999</NIP>";
    private static final String SAMPLE_BUYER = "<NIP>1111111111</NIP>";

    private final Simba simba;

    Purchases(Simba simba) {
        this.simba = simba;
    }

    /**
     * A real file with each value put for its key. Where the files are missing, the story is skipped and the output says
     * so.
     */
    static byte[] file(String path, Map<String, String> changes) {
        byte[] original = Corpus.folder(path.split("/")[0], "the story of " + path)
                .map(folder -> Corpus.bytes(folder.getParent().resolve(path)))
                .orElseThrow(() -> new TestAbortedException(path + " is missing"));
        return changed(new String(original, StandardCharsets.UTF_8), changes);
    }

    private static byte[] changed(String text, Map<String, String> changes) {
        String changed = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(changed).contains(change.getKey());
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed.getBytes(StandardCharsets.UTF_8);
    }

    /** A sample of the Ministry of Finance, sold to us by this supplier under this number. */
    static byte[] sample(String sample, String supplier, String number, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(changes);
        all.put(SAMPLE_SUPPLIER, "<NIP>" + supplier + "</NIP>");
        all.put(SAMPLE_BUYER, "<NIP>" + OUR_TAX_ID + "</NIP>");
        String named = new String(file(FA3 + sample + ".xml", all), StandardCharsets.UTF_8);
        return named.replaceFirst("<P_2>[^<]*</P_2>", "<P_2>" + number + "</P_2>")
                .getBytes(StandardCharsets.UTF_8);
    }

    String received(byte[] file) {
        return received(file, Map.of());
    }

    /** Hands a file in with what else the form takes, such as its number in KSeF. */
    String received(byte[] file, Map<String, String> fields) {
        String document = simba.as("accountant")
                .upload(file, "faktura.xml", "", fields)
                .expect(201)
                .get("id");
        simba.waitUntilTakenUp(document);
        simba.runDueJobs();
        return document;
    }

    /** Hands a file in and carries it to the books as it is proposed. */
    String carried(byte[] file) {
        return carried(file, Map.of());
    }

    String carried(byte[] file, Map<String, String> fields) {
        return posted(received(file, fields), Map.of());
    }

    /** Carries a received invoice to the books, coded so. */
    String posted(String document, Map<String, ?> coding) {
        simba.answerQuestionsUntilCoding(document);
        send(document, coding).expect(200);
        for (String approver : List.of("manager", "director")) {
            if (!simba.stateOf(document).equals("POSTED")) {
                simba.decide(approver, document, Map.of("outcome", "approve")).expect(200);
            }
        }
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        return document;
    }

    /** The accountant sends a coding on its way, or the proposal. */
    RestUser.Answer send(String document, Map<String, ?> coding) {
        return simba.decide(
                "accountant",
                document,
                coding.isEmpty() ? Map.of("outcome", "send") : Map.of("outcome", "send", "coding", coding));
    }

    JsonNode invoice(String document) {
        return simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice")
                .expect(200)
                .body();
    }

    /** Exactly this stands in the books of a document, line by line. */
    void hold(String document, String expected) {
        assertThat(books(document)).isEqualTo(expected.strip());
    }

    /**
     * What stands in the books of a document: the kind of its entry; its lines; its rows of the VAT register, with their
     * columns, base, tax, deductible tax and month; what is open of it; the invoices it names, and whether they are here.
     */
    private String books(String document) {
        List<String> books = new ArrayList<>();
        JsonNode invoice = invoice(document);
        String number = invoice.path("number").asString();
        String entry = invoice.path("journalEntryId").asString("");
        if (!entry.isEmpty()) {
            JsonNode posted = simba.as("accountant")
                    .get("/api/v1/journal-entries/" + entry)
                    .expect(200)
                    .body();
            books.add(posted.path("kind").asString() + " on "
                    + posted.path("postingDate").asString());
            posted.path("lines").forEach(line -> books.add(line(line, invoice)));
        }
        books.addAll(register(document));
        books.addAll(open(document, number, invoice));
        links(document).path("names").forEach(named -> books.add(link(named)));
        return String.join("\n", books);
    }

    /** What it names, and what names it. */
    JsonNode links(String document) {
        return simba.as("accountant")
                .get("/api/v1/documents/" + document + "/invoice/links")
                .expect(200)
                .body();
    }

    private static String line(JsonNode line, JsonNode invoice) {
        boolean debit = line.path("debit").isObject();
        return (debit ? "debit " : "credit ") + line.path("account").asString()
                + " " + amount(line.path(debit ? "debit" : "credit")) + foreign(line.path("transactionAmount"))
                + party(line, invoice) + (line.path("splitPayment").asBoolean() ? " split" : "");
    }

    private static String foreign(JsonNode money) {
        return money.isObject()
                ? " " + amount(money) + " " + money.path("currency").asString()
                : "";
    }

    private static String party(JsonNode line, JsonNode invoice) {
        String party = line.path("partyId").asString("");
        if (party.isEmpty()) {
            return "";
        }
        return party.equals(invoice.path("supplier").path("partyId").asString()) ? " supplier" : " payee";
    }

    private List<String> register(String document) {
        List<String> rows = new ArrayList<>();
        for (String direction : List.of("INPUT", "OUTPUT")) {
            for (int month = 1; month <= 12; month++) {
                all("/api/v1/vat-register?direction=%s&period=2026-%02d".formatted(direction, month)).stream()
                        .filter(row -> row.path("documentId").asString("").equals(document))
                        .map(Purchases::row)
                        .sorted()
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static String row(JsonNode row) {
        return String.join(
                " ",
                row.path("direction").asString(),
                row.path("taxCode").asString(),
                row.path("baseColumn").asString("-"),
                row.path("taxColumn").asString("-"),
                amount(row.path("base")),
                amount(row.path("tax")),
                amount(row.path("deductibleTax")),
                row.path("vatPeriod").asString());
    }

    private List<String> open(String document, String number, JsonNode invoice) {
        return all("/api/v1/open-items?text=" + number).stream()
                .filter(item -> item.path("documentId").asString("").equals(document))
                .map(item -> "open " + item.path("side").asString().toLowerCase(Locale.ROOT) + " "
                        + amount(item.path("remaining")) + " "
                        + item.path("remaining").path("currency").asString() + party(item, invoice)
                        + (item.path("splitPayment").asBoolean() ? " split" : "") + " due "
                        + item.path("dueDate").asString())
                .toList();
    }

    private static String link(JsonNode named) {
        String number = named.path("number").asString("");
        return (named.path("advance").asBoolean() ? "settles " : "corrects ")
                + (number.isEmpty() ? named.path("ksefNumber").asString() : number)
                + (named.path("documentId").asString("").isEmpty() ? "" : ", which is here");
    }

    private List<JsonNode> all(String list) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = simba.as("accountant")
                    .get(list + "&limit=200" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200)
                    .body();
            items.addAll(StreamSupport.stream(page.path("items").spliterator(), false)
                    .toList());
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }

    private static String amount(JsonNode money) {
        return money.path("amount").asString();
    }
}
