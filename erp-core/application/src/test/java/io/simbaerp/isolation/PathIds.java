package io.simbaerp.isolation;

import io.simbaerp.walls.Doors.Door;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
    private static final String ASSERTIONS = "select id::text from ledger.balance_assertion";
    private static final String CONFLICTS = "select id::text from identity.duty_conflict";
    private static final String PROPOSALS = "select id::text from ledger.entry_proposal";
    private static final String CLAIMS = "select id::text from expense.claim c order by exists ("
            + "select from expense.line l where l.claim_id = c.id) desc, id";
    private static final String SUBSTITUTIONS = "select id::text from identity.substitution";
    private static final String DRAFTS = "select id::text from ledger.entry_draft where discarded_at is null";
    private static final String PLANS = "select id::text from ledger.entry_plan";

    /** From the locks of a period, and from the separation of duties: both stand behind the same word. */
    private static final String EXCEPTIONS = """
            (select id::text from identity.duty_exception limit 2)
            union all (select id::text from company.period_exception limit 2)""";

    /** Begins the statement for a table no company has rows in; the path is walked with an id nobody has. */
    private static final String NONE = "select gen_random_uuid()::text where not exists (select from ";

    private static final String RUNS = "select id::text from payment.payment_run order by state = 'PROPOSED' desc";
    private static final String PARTIES = """
            (select party_id::text from party.bank_account order by confirmed_by is null limit 3)
            union all (select party_id::text from party.supplier_creation limit 1)""";

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
            Map.entry("uploads/upload", "select id::text from ledger.entry_upload"),
            Map.entry("parties/id", PARTIES),
            Map.entry("coding-proposals/supplier", PARTIES),
            Map.entry("accounts/account", "select id::text from party.bank_account order by confirmed_by is null"),
            Map.entry("bank-accounts/id", "select id::text from company.bank_account"),
            Map.entry("audit-trail/id", "select id::text from audit.business_event where name = 'document-registered'"),
            Map.entry("events/id", "select id::text from audit.business_event where name = 'document-registered'"),
            Map.entry("kind/id", DOCUMENTS),
            Map.entry("holds/hold", "select id::text from audit.person_hold"),
            Map.entry("settlements/id", "select id::text from ledger.settlement order by undoes nulls first"),
            Map.entry("revaluations/id", "select id::text from ledger.revaluation"),
            Map.entry("assertions/id", ASSERTIONS),
            Map.entry("balance-assertions/id", ASSERTIONS),
            Map.entry("people/id", PEOPLE),
            Map.entry(
                    "my-people/id",
                    "select r.person_id::text from identity.reporting_line r"
                            + " join identity.user_account u on u.id = r.superior_id where u.login like '_-director'"),
            Map.entry(
                    "tokens/id", "select id::text from identity.access_token where user_id::text in (" + PEOPLE + ")"),
            Map.entry("conflicts/id", CONFLICTS),
            Map.entry("rolling-limits/id", "select id::text from approval.rolling_limit"),
            Map.entry("time-rules/id", "select id::text from task.time_rule"),
            Map.entry("rule-proposals/id", none("approval.rule_proposal")),
            Map.entry("part-time/person", "select person_id::text from identity.part_time"),
            Map.entry("mail/link", none("task.mail_link")),
            Map.entry("models/id", "select id::text from workflow.model_version"),
            Map.entry("proposals/id", PROPOSALS),
            Map.entry("entry-proposals/id", PROPOSALS),
            Map.entry("controlled-documents/id", "select id::text from controlled.document"),
            Map.entry("versions/version", "select id::text from controlled.version"),
            Map.entry("expenses/id", CLAIMS),
            Map.entry("expense-claims/id", CLAIMS),
            Map.entry("lines/line", "select l.id::text from expense.line l order by l.claim_id"),
            Map.entry("duty-conflicts/id", CONFLICTS),
            Map.entry("exceptions/id", EXCEPTIONS),
            Map.entry("duty-exceptions/id", "select id::text from identity.duty_exception"),
            Map.entry("substitutions/id", SUBSTITUTIONS),
            Map.entry("substitutions/substitution", SUBSTITUTIONS),
            Map.entry("companies/company", "select id::text from company.company"),
            Map.entry("drafts/draft", DRAFTS),
            Map.entry("entry-drafts/draft", DRAFTS),
            Map.entry("plans/plan", PLANS),
            Map.entry("entry-plans/plan", PLANS),
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
            Map.entry("reports/report", List.of("receivables")),
            Map.entry("bulk/action", List.of("archive"))));

    private static final int TRIED = 4;

    private final Map<String, List<String>> known = new HashMap<>();

    PathIds(Holdings holdings) throws SQLException {
        this(holdings, true);
    }

    private PathIds(Holdings holdings, boolean whole) throws SQLException {
        for (Map.Entry<String, String> record : RECORDS.entrySet()) {
            List<String> ids = holdings.ids(record.getValue());
            if (ids.isEmpty() && whole) {
                throw new AssertionError(
                        record.getValue().startsWith(NONE)
                                ? "There is something now that is meant by " + record.getKey() + ": walk with its ids"
                                : "The company has nothing that is meant by " + record.getKey());
            }
            known.put(record.getKey(), ids.isEmpty() ? List.of(UUID.randomUUID().toString()) : ids);
        }
    }

    /** Of a company that lacks some kinds of records; an id nobody has stands in for them. */
    static PathIds ofSome(Holdings holdings) throws SQLException {
        return new PathIds(holdings, false);
    }

    /** No company has such a record, which is true as long as the table is empty. */
    private static String none(String table) {
        return NONE + table + ")";
    }

    /** Whether the path takes an id of which neither company has a record. */
    static boolean ofNobody(Door door) {
        return meanings(door).stream()
                .anyMatch(meaning -> RECORDS.getOrDefault(meaning, "").startsWith(NONE));
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
