package io.simbaerp.isolation;

import io.simbaerp.walls.Doors.Door;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which records of a company the variables of a path mean. A variable stands for what the word before it says, so
 * {@code /documents/{id}} is found under {@code documents/id}. One that isn't known here fails the test: whoever adds a
 * path says what its ids are.
 */
final class PathIds {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final String DOCUMENTS = """
            select document_id::text from document.attachment
            union all (select document_id::text from ledger.journal_entry where document_id is not null order by id limit 1)
            union all (select id::text from document.document where state = 'QUARANTINED' limit 1)
            union all (select container_id::text from document.part limit 1)""";
    private static final String TASKS = """
            (select task_id::text from task.draft limit 1)
            union all (select id::text from task.task where state = 'OPEN' and task_key = 'Task_ApproveInvoice' limit 1)
            union all (select id::text from task.task where state = 'DONE' limit 1)""";
    private static final String PEOPLE = """
            select m.user_id::text from identity.membership m join identity.user_account u on u.id = m.user_id
             where u.login <> 'a-director'""";
    /** Neither company has such a record; the path is walked with an id nobody has. */
    private static final String NOBODYS = "select gen_random_uuid()::text";

    /** A supplier was proposed only where the company asks for it. */
    private static final String PROPOSED_SUPPLIER = "/creation";

    private static final String RUNS = "select id::text from payment.payment_run order by state = 'PROPOSED' desc";
    private static final String PARTIES = "select party_id::text from party.bank_account order by confirmed_by is null";

    /** Statements that find the ids, the first of each fitting the first of the others. */
    private static final Map<String, String> RECORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("documents/id", DOCUMENTS),
            Map.entry("documents/document", DOCUMENTS),
            Map.entry("attachments/file", "select id::text from document.attachment"),
            Map.entry("waiting-vat/document", DOCUMENTS),
            Map.entry("intake/id", "select id::text from document.document where state = 'QUARANTINED'"),
            Map.entry("tasks/id", TASKS),
            Map.entry("payment-runs/id", RUNS),
            Map.entry(
                    "orders/order",
                    "select o.id::text from payment.payment_order o join payment.payment_run r on r.id = o.run_id"
                            + " order by r.state = 'PROPOSED' desc"),
            Map.entry(
                    "blocked/item",
                    "select b.open_item_id::text from payment.blocked_item b join payment.payment_run r on r.id = b.run_id"
                            + " order by r.state = 'PROPOSED' desc"),
            Map.entry("open-items/id", "select id::text from ledger.open_item"),
            Map.entry("journal-entries/id", "select id::text from ledger.journal_entry"),
            Map.entry("entries/id", "select id::text from ledger.journal_entry"),
            Map.entry("uploads/upload", NOBODYS),
            Map.entry("parties/id", PARTIES),
            Map.entry("coding-proposals/supplier", PARTIES),
            Map.entry("accounts/account", "select id::text from party.bank_account order by confirmed_by is null"),
            Map.entry("bank-accounts/id", "select id::text from company.bank_account"),
            Map.entry("audit-trail/id", "select id::text from audit.business_event where name = 'document-registered'"),
            Map.entry("events/id", "select id::text from audit.business_event where name = 'document-registered'"),
            Map.entry("kind/id", DOCUMENTS),
            Map.entry("holds/hold", NOBODYS),
            Map.entry("settlements/id", NOBODYS),
            Map.entry("revaluations/id", NOBODYS),
            Map.entry("assertions/id", NOBODYS),
            Map.entry("balance-assertions/id", NOBODYS),
            Map.entry("people/id", PEOPLE),
            Map.entry("my-people/id", NOBODYS),
            Map.entry(
                    "tokens/id", "select id::text from identity.access_token where user_id::text in (" + PEOPLE + ")"),
            Map.entry("conflicts/id", NOBODYS),
            Map.entry("rolling-limits/id", NOBODYS),
            Map.entry("time-rules/id", NOBODYS),
            Map.entry("rule-proposals/id", NOBODYS),
            Map.entry("part-time/person", NOBODYS),
            Map.entry("mail/link", NOBODYS),
            Map.entry("models/id", NOBODYS),
            Map.entry("proposals/id", NOBODYS),
            Map.entry("entry-proposals/id", NOBODYS),
            Map.entry("controlled-documents/id", NOBODYS),
            Map.entry("versions/version", NOBODYS),
            Map.entry("expenses/id", NOBODYS),
            Map.entry("expense-claims/id", NOBODYS),
            Map.entry("lines/line", NOBODYS),
            Map.entry("duty-conflicts/id", NOBODYS),
            Map.entry("exceptions/id", NOBODYS),
            Map.entry("duty-exceptions/id", NOBODYS),
            Map.entry("substitutions/id", NOBODYS),
            Map.entry("substitutions/substitution", NOBODYS),
            Map.entry("companies/company", "select id::text from company.company"),
            Map.entry("drafts/draft", NOBODYS),
            Map.entry("entry-drafts/draft", NOBODYS),
            Map.entry("plans/plan", NOBODYS),
            Map.entry("entry-plans/plan", NOBODYS),
            Map.entry("views/view", "select id::text from page.list_view")));

    /** Variables that are words of the program or numbers every company has. */
    private static final Map<String, List<String>> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("accounts/code", List.of("202", "221")),
            Map.entry("axes/axis", List.of("PROJECT")),
            Map.entry("cost-centre-owners/centre", List.of("310")),
            Map.entry("entry-templates/code", List.of("RENT")),
            Map.entry("days/day", List.of("2026-12-31")),
            Map.entry("values/number", List.of("P-1")),
            Map.entry("distributions/code", List.of("AREA")),
            Map.entry("periods/code", List.of("2026-11")),
            Map.entry("account-purposes/purpose", List.of("EXCHANGE_GAIN")),
            Map.entry("fiscal-periods/code", List.of("2026-11")),
            Map.entry("fiscal-years/code", List.of("2026")),
            Map.entry("year-end/code", List.of("2026")),
            Map.entry("roles/role", List.of("manager")),
            Map.entry("document-classes/code", List.of("payroll")),
            Map.entry("sessions/name", List.of("nobodys-session")),
            Map.entry("signed-in/name", List.of("nobodys-session")),
            Map.entry("records/kind", List.of("document")),
            Map.entry("persons/kind", List.of("document")),
            Map.entry("lists/list", List.of("documents")),
            Map.entry("reports/report", List.of("trial-balance")),
            Map.entry("bulk/action", List.of("archive"))));

    private static final int TRIED = 4;

    private final Map<String, List<String>> known = new HashMap<>();

    PathIds(Holdings holdings) throws SQLException {
        for (Map.Entry<String, String> record : RECORDS.entrySet()) {
            List<String> ids = holdings.ids(record.getValue());
            if (ids.isEmpty()) {
                throw new AssertionError("The company has nothing that is meant by " + record.getKey());
            }
            known.put(record.getKey(), ids);
        }
    }

    /** Whether the path takes an id of which neither company has a record. */
    static boolean ofNobody(Door door) {
        return door.pattern().endsWith(PROPOSED_SUPPLIER)
                || meanings(door).stream().anyMatch(meaning -> NOBODYS.equals(RECORDS.get(meaning)));
    }

    /** Words before the variables of a door, in order: {@code documents/id}. */
    static List<String> meanings(Door door) {
        List<String> meanings = new ArrayList<>();
        String before = "";
        for (String part : door.pattern().split("/")) {
            Matcher variable = VARIABLE.matcher(part);
            if (variable.find()) {
                meanings.add(before + "/" + variable.group(1));
                before = variable.group(1);
            } else {
                before = part;
            }
        }
        return meanings;
    }

    /** Meanings nobody has told this class. */
    static List<String> unknown(Door door) {
        return meanings(door).stream()
                .filter(meaning -> !RECORDS.containsKey(meaning) && !WORDS.containsKey(meaning))
                .toList();
    }

    static boolean isRecord(String meaning) {
        return RECORDS.containsKey(meaning);
    }

    /** Values for the variables of the door; several where there is more than one record to try. */
    List<Map<String, String>> valuesFor(Door door) {
        List<String> meanings = meanings(door);
        int tries = meanings.stream()
                .filter(PathIds::isRecord)
                .mapToInt(meaning -> Math.min(TRIED, known.get(meaning).size()))
                .max()
                .orElse(1);
        List<Map<String, String>> values = new ArrayList<>();
        for (int n = 0; n < tries; n++) {
            Map<String, String> one = new LinkedHashMap<>();
            for (String meaning : meanings) {
                List<String> ids = isRecord(meaning) ? known.get(meaning) : WORDS.get(meaning);
                one.put(meaning.substring(meaning.indexOf('/') + 1), ids.get(n % ids.size()));
            }
            values.add(one);
        }
        return values;
    }

    String first(String meaning) {
        return known.get(meaning).get(0);
    }

    /** One id of each kind there is. */
    List<String> oneOfEach() {
        return known.values().stream().map(ids -> ids.get(0)).distinct().toList();
    }
}
