package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.audit.TrailVocabulary;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asks PostgreSQL's catalogue whether a change of master data can leave no trail. */
@ModuleTest
class TrailWallModuleTest {

    private static final String EVENT = "each of its moves is an event of its own";
    private static final String STAYS =
            "it is only ever added to; its coming is an event, and the row itself says by whom";
    private static final String DERIVED = "it follows from other records and is written by no person";

    /** Tables no trigger watches, each with its reason. */
    private static final Map<String, String> UNWATCHED = new TreeMap<>();

    static {
        reason(
                STAYS,
                "approval.approval_decision",
                "approval.asked_above",
                "archive.original",
                "company.exchange_rate",
                "document.attachment",
                "document.finding",
                "document.part",
                "intake.first_answer",
                "intake.first_answer_finding",
                "intake.submission_key",
                "invoice.coder",
                "invoice.coding_act",
                "invoice.original_reference",
                "invoice.receipt_date_change",
                "invoice.told_apart",
                "invoice.touchless_coding",
                "invoice.vat_breakdown",
                "ledger.allocation",
                "ledger.assertion_check",
                "ledger.journal_entry",
                "ledger.journal_line",
                "ledger.line_reversal",
                "ledger.revalued_account",
                "ledger.revalued_item",
                "ledger.settlement",
                "payment.payment_file",
                "payment.white_list_proof",
                "tax.vat_register_row");
        reason(
                EVENT,
                "approval.added_approval",
                "approval.approval_request",
                "approval.rule_proposal",
                "ledger.planned_entry",
                "archive.lock",
                "company.period_exception",
                "identity.duty_exception",
                "integration.outbox_message",
                "invoice.question",
                "invoice.reversed_posting",
                "ledger.balance_assertion",
                "ledger.revaluation",
                "payment.blocked_item",
                "payment.order_item",
                "payment.payment_order",
                "payment.payment_run",
                "task.delegation",
                "task.mail_key",
                "task.mail_link",
                "task.held_decision",
                "task.notice",
                "task.question",
                "task.task",
                "task.task_candidate",
                "task.time_act");
        reason(
                DERIVED,
                "simba.confidential_record",
                "ledger.entry_upload",
                "ledger.entry_upload_row",
                "ledger.turnover_day",
                "ledger.turnover_month",
                "ledger.turnover_part",
                "ledger.open_item",
                "ledger.open_item_card",
                "task.mail",
                "task.telling",
                "company.number_series");
        reason(
                "how a person looks at lists, nobody else's business",
                "page.list_view",
                "page.list_choice",
                "task.watch");
        reason("what a person has typed and not sent yet", "task.draft", "ledger.entry_draft");
        reason(
                "it is the trail, or what proves it",
                "audit.block",
                "audit.business_event",
                "audit.event_subject",
                "audit.leaf",
                "audit.log_timestamp",
                "audit.person_key",
                "audit.personal_value",
                "audit.unsealed_value");
        reason("it repeats name and tax id of company.company", "company.directory");
        reason("sign-in and sign-out are events", "identity.session", "identity.session_attributes");
        reason("entering the password again is an event", "identity.fresh_sign_in");
        reason(
                "proposed entries and what became of them are only ever added, and are events",
                "ledger.entry_proposal",
                "ledger.entry_proposal_turn",
                "ledger.entry_proposal_end");
        reason(
                "versions of controlled documents and what became of them are events, and never changed once published",
                "controlled.document",
                "controlled.version",
                "controlled.acknowledgement",
                "controlled.reminder",
                "controlled.periodic_review",
                "controlled.withdrawal");
        reason(
                "claims, their lines and coding are events, and stand once they were sent",
                "expense.claim",
                "expense.line",
                "expense.receipt",
                "expense.coding");
        reason("a waiver is only ever added, and is an event", "party.cool_off_waiver");
        reason(
                "proposals of models and decisions about them are only ever added, and are events",
                "workflow.model_version",
                "workflow.model_decision");
        reason(
                "how fast and from where somebody tries to sign in: the attempts themselves are events",
                "identity.known_device",
                "identity.personal_code",
                "identity.sign_in_pace",
                "identity.token_use");
        reason("years the operator took out, written by no person", "ledger.year_away");
        reason(
                "written at the installation, by no person",
                "simba.installation",
                "simba.flyway_schema_history",
                "ledger.recording_bound");
    }

    @Autowired
    TestDatabase database;

    @Test
    void everyTableIsUnderTheTrailOrHasAReasonNotToBe() throws SQLException {
        Set<String> watched = tables("""
                select distinct t.tgrelid::regclass::text from pg_trigger t
                 where t.tgfoid = 'audit.tell_change'::regproc and t.tgenabled = 'O'""");
        Set<String> unexplained = tables("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'camunda')
                   and n.nspname not like 'pg_%' and c.relname not like '%\\_word'""");
        Set<String> dead = new TreeSet<>(UNWATCHED.keySet());
        dead.removeAll(unexplained);
        unexplained.removeAll(watched);
        unexplained.removeAll(UNWATCHED.keySet());

        System.out.println("Audit trail: " + watched.size() + " tables of master data are watched, " + UNWATCHED.size()
                + " have a reason not to be");
        assertThat(unexplained)
                .as("tables whose changes nobody would hear of: call audit.keep_trail_of, or give the reason here")
                .isEmpty();
        assertThat(dead).as("reasons for tables there are no more").isEmpty();
        assertThat(watched).doesNotContainAnyElementsOf(UNWATCHED.keySet()).hasSizeGreaterThan(15);
    }

    @Test
    void watchedTablesTellChangesAndRemovalsWhole() throws SQLException {
        assertThat(tables("""
                select t.tgrelid::regclass::text from pg_trigger t
                 where t.tgfoid = 'audit.tell_change'::regproc and t.tgenabled = 'O'
                 group by t.tgrelid
                having not (bool_or(t.tgtype & 8 > 0) and bool_or(t.tgtype & 16 > 0) and bool_and(t.tgtype & 1 > 0))""")).isEmpty();
        assertThat(tables("""
                select distinct a.attrelid::regclass || '.' || a.attname from pg_trigger t
                  join pg_attribute a on a.attrelid = t.tgrelid and a.attgenerated <> ''
                 where t.tgfoid = 'audit.tell_change'::regproc
                   and not a.attname = any ((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[7]::text[])"""))
                .as("computed columns would be told beside what they are computed from")
                .isEmpty();
    }

    @Test
    void watchedTablesTellWhatComes() throws SQLException {
        assertThat(tables("""
                select t.tgrelid::regclass::text from pg_trigger t
                 where t.tgfoid = 'audit.tell_change'::regproc and t.tgenabled = 'O'
                 group by t.tgrelid having not bool_or(t.tgtype & 4 > 0)"""))
                .as("tables whose rows come without a line; the coming of these is an event with the file it came from")
                .containsExactly("document.document", "invoice.purchase_invoice");
    }

    /** By their names: whatever is called like a value about a person, in whatever table, is under a key or no person's. */
    @Test
    void valuesAboutPeopleAreToldUnderAKeyOnly() throws SQLException {
        String about =
                "(^|_)(iban|nip|pesel|regon|tax_id|tax_number|payee_account|login|display_name|e?mail|phone|street"
                        + "|additional|postal_code|city|subdivision|address|birth|surname|first_name|last_name|full_name)(_|$)";
        assertThat(tables("""
                select distinct a.attrelid::regclass || '.' || a.attname from pg_trigger t
                  join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
                   and (a.attname ~ '%s' or a.attrelid = 'party.party'::regclass and a.attname = 'name'
                        or a.attrelid = 'party.tax_id'::regclass and a.attname = 'number'
                        or a.attrelid = 'party.supplier_risk'::regclass and a.attname = 'reason'
                        or a.attrelid = 'party.supplier_creation'::regclass and a.attname = 'note'
                        or a.attrelid = 'identity.part_time'::regclass)
                  join pg_type y on y.oid = a.atttypid
                   and (y.typcategory = 'S' or a.attname in ('opens', 'closes', 'days'))
                 where t.tgfoid = 'audit.tell_change'::regproc
                   and not a.attname = any (coalesce((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[5], '{}')::text[])
                   and not a.attname = any ((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[7]::text[])""".formatted(about)))
                .as("values anybody can read in the trail for ever; those of our own company are no person's")
                .containsExactly(
                        "company.bank_account.iban",
                        "company.company.city",
                        "company.company.postal_code",
                        "company.company.street",
                        "company.company.tax_id");
    }

    @Test
    void everyFieldAndRecordOfTheTrailHasAWordInBothLanguages() throws SQLException {
        Set<String> fields = tables("""
                select distinct replace(a.attname, '_', '-') from pg_trigger t
                  join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
                 where t.tgfoid = 'audit.tell_change'::regproc and a.attname <> 'version'
                   and not a.attname = any ((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[7]::text[])""");
        Set<String> records = tables("""
                select distinct replace(t.tgrelid::regclass::text, '_', '-') from pg_trigger t
                 where t.tgfoid = 'audit.tell_change'::regproc""");
        Set<String> kinds = tables("""
                select distinct (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[1] from pg_trigger t
                 where t.tgfoid = 'audit.tell_change'::regproc""");
        fields.removeAll(TrailVocabulary.FIELDS);
        assertThat(fields).as("fields people can't choose").isEmpty();
        assertThat(TrailVocabulary.KINDS)
                .as("kinds of records people can choose")
                .containsAll(kinds);
        Set<String> keys = new TreeSet<>();
        TrailVocabulary.FIELDS.forEach(field -> keys.add("audit.field." + field));
        TrailVocabulary.KINDS.forEach(kind -> keys.add("audit.kind." + kind));
        TrailVocabulary.CHANNELS.forEach(channel -> keys.add("audit.channel." + channel));
        records.forEach(record -> keys.add("audit.record." + record));
        for (String language : List.of("", "_pl")) {
            assertThat(ResourceBundle.getBundle("messages.audit" + language, Locale.ROOT)
                            .keySet())
                    .containsAll(keys);
        }
    }

    /** Constants a constraint of the table allows: the history shows them in words. */
    @Test
    void everyConstantOfTheTrailHasAWordInBothLanguages() throws SQLException {
        Set<String> constants = tables("""
                select distinct replace(a.attname, '_', '-') || '.' || m.found[1]
                  from pg_constraint o
                  join pg_attribute a on a.attrelid = o.conrelid and a.attnum = any (o.conkey)
                 cross join regexp_matches(pg_get_constraintdef(o.oid),
                                           '\\m' || a.attname || ' = ANY \\(ARRAY\\[([^]]*)\\]', 'g') as list (found)
                 cross join regexp_matches(list.found[1], $$'([A-Za-z_-]+)'::text$$, 'g') as m (found)
                 where o.contype = 'c' and o.conrelid in (select t.tgrelid from pg_trigger t
                         where t.tgfoid = 'audit.tell_change'::regproc and t.tgenabled = 'O'
                           and not a.attname = any ((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[7]::text[])
                           and ((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[8] in ('', '{}')
                                or (string_to_array(encode(t.tgargs, 'escape'), '\\000'))[8] is null))
                   and o.conrelid <> 'reporting.statement_layout'::regclass""");
        constants.removeIf(constant -> constant.startsWith("duty."));
        Set<String> keys = new TreeSet<>();
        constants.forEach(constant -> keys.add("audit.value." + constant));

        assertThat(keys).hasSizeGreaterThan(80);
        for (String language : List.of("", "_pl")) {
            assertThat(ResourceBundle.getBundle("messages.audit-values" + language, Locale.ROOT)
                            .keySet())
                    .containsAll(keys);
        }
    }

    private Set<String> tables(String sql) throws SQLException {
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

    private static void reason(String why, String... tables) {
        for (String table : tables) {
            UNWATCHED.put(table, why);
        }
    }
}
