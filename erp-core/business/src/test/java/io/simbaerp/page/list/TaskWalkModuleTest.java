package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.task.ManyTasks;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The desk's list goes by the reader's own tasks: what a page reads of the database is the same at five and at twenty-five
 * thousand tasks, and what it finds is what reading everything in order finds.
 */
@ModuleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskWalkModuleTest {

    private static final List<String> GROUPS =
            Stream.of(Duty.values()).map(Duty::name).sorted().limit(20).toList();
    private static final Set<Duty> READERS = EnumSet.of(
            Duty.BELONG_TO_COMPANY,
            Duty.WORK_ON_TASK,
            Duty.VIEW_DOCUMENT,
            Duty.APPROVE_INVOICE,
            Duty.CODE_INVOICE,
            Duty.APPROVE_PAYMENT);
    private static final UUID READER = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final Pattern BUFFERS = Pattern.compile("Buffers: shared (?:hit=(\\d+))?(?: ?read=(\\d+))?");

    @Autowired
    TestCompanies companies;

    @Autowired
    TestDatabase database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Lists lists;

    @Autowired
    ListSql sql;

    private TestCompany few;
    private TestCompany many;

    @BeforeAll
    void fill() throws SQLException {
        assertThat(GROUPS).contains("APPROVE_INVOICE", "CODE_INVOICE", "APPROVE_PAYMENT");
        few = filled(5_000);
        many = filled(25_000);
    }

    /** Every seventh task is the reader's own, every eleventh has ended, what is free of every thirteenth reaches far. */
    private TestCompany filled(int count) throws SQLException {
        TestCompany company = companies.create();
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            ManyTasks.fill(owner, company.id().value(), GROUPS, 1, count);
            owner.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + company.id() + "', true)");
            statement.execute("update task.task set assignee = '" + READER
                    + "' where substr(engine_task_id, 8)::int % 7 = 0 and state = 'OPEN'");
            statement.execute(
                    "update task.task set state = 'DONE', outcome = 'approve', ended_at = sort_at,"
                            + " assignee = coalesce(assignee, gen_random_uuid()) where substr(engine_task_id, 8)::int % 11 = 0");
            statement.execute("update task.task_candidate c set state = t.state, free = t.assignee is null,"
                    + " extent = case when substr(t.engine_task_id, 8)::int % 13 = 0 then '9900000||' else c.extent end"
                    + " from task.task t where t.company_id = c.company_id and t.id = c.task_id");
            colleague(statement);
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("vacuum analyze task.task");
            statement.execute("vacuum analyze task.task_candidate");
        }
        return company;
    }

    /** Somebody who reports to the reader has every seventh task; a hundred were handed to them, ninety are watched. */
    private static void colleague(Statement statement) throws SQLException {
        for (UUID person : List.of(READER, COLLEAGUE)) {
            statement.execute("insert into identity.user_account (id, login, display_name, password_hash, created_at)"
                    + " values ('" + person + "', '" + person + "', 'Somebody', '-', now()) on conflict do nothing");
        }
        statement.execute("alter table identity.reporting_line disable trigger user");
        statement.execute(
                "insert into identity.reporting_line (company_id, id, person_id, from_day, superior_id, set_by, set_at)"
                        + " values (simba.current_company(), gen_random_uuid(), '" + COLLEAGUE + "', '2026-01-01', '"
                        + READER
                        + "', 'system:test', now())");
        statement.execute("alter table identity.reporting_line enable trigger user");
        String numbered = "substr(engine_task_id, 8)::int";
        statement.execute("update task.task set assignee = '" + COLLEAGUE + "' where " + numbered
                + " % 7 = 1 and state = 'OPEN'");
        statement.execute(
                "update task.task_candidate c set free = false from task.task t where t.company_id = c.company_id"
                        + " and t.id = c.task_id and t.assignee is not null");
        statement.execute(
                "insert into task.delegation (company_id, id, task_id, delegated_by, delegated_to, delegated_at)"
                        + " select company_id, gen_random_uuid(), id, '" + READER + "', '" + COLLEAGUE
                        + "', now() from task.task"
                        + " where " + numbered + " % 7 = 1 and " + numbered + " <= 700");
        statement.execute(
                "insert into task.watch (company_id, id, person, task_id, document_id, since) select company_id,"
                        + " gen_random_uuid(), '" + READER + "', case when " + numbered
                        + " <= 60 then id end, case when "
                        + numbered + " > 60 then document_id end, now() from task.task where " + numbered + " <= 90");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=mine",
                "view=group",
                "view=all",
                "view=mine&state=done&sort=-due",
                "view=group&state=done",
                "view=mine&amountFrom=8000",
                "view=people",
                "view=delegated",
                "view=watched",
                "",
                "view=mine&task=Task_CodeInvoice&assignee=nobody"
            })
    void readsAsMuchOfTwentyFiveThousandAsOfFiveThousand(String asked) {
        int ofFew = buffers(few, asked);
        int ofMany = buffers(many, asked);
        assertThat(ofMany).as(asked + ": " + ofFew + " of few").isLessThan(ofFew + ofFew / 2 + 60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=mine",
                "view=mine&sort=-due",
                "view=group",
                "view=all",
                "view=mine&state=done&sort=-due",
                "view=all&state=done",
                "view=mine&amountFrom=8000",
                "view=group&task=Task_CodeInvoice&assignee=others",
                "view=people",
                "view=people&amountFrom=5000&sort=-due",
                "view=delegated",
                "view=watched",
                "",
                "view=mine&due=week",
                "view=mine&party=10007"
            })
    void findsPageByPageWhatReadingEverythingFinds(String asked) {
        for (Acting reader : List.of(reader(few, Map.of()), reader(few, LIMITED))) {
            List<UUID> everything = few.currentActor().as(reader, () -> everything(asked));
            assertThat(few.currentActor().as(reader, () -> pageByPage(asked))).isEqualTo(everything);
            assertThat(everything).as(asked).isNotEmpty();
            assertThat(few.currentActor().as(reader, () -> count(parameters(asked))))
                    .isEqualTo(Math.min(everything.size(), 100));
        }
    }

    @Test
    void whoseDutiesReachLessSeesLess() {
        int all = few.currentActor()
                .as(reader(few, Map.of()), () -> everything("view=mine"))
                .size();
        int limited = few.currentActor()
                .as(reader(few, LIMITED), () -> everything("view=mine"))
                .size();
        assertThat(limited).isPositive().isLessThan(all);
    }

    private static final Map<Duty, List<DutyLimit>> LIMITED =
            Map.of(Duty.CODE_INVOICE, List.of(new DutyLimit(5_000_000L, Set.of(), Set.of())));

    private static Acting reader(TestCompany company, Map<Duty, List<DutyLimit>> limits) {
        return new Acting(Actor.person(READER), company.id(), READERS, limits, null);
    }

    /** As for a file: without a limit the list is read in its own order. */
    private List<UUID> everything(String asked) {
        return inTransaction(() -> sql.rows(list(), request(asked), List.of(), acting(), 0)
                .query((row, n) -> row.getObject("row_id", UUID.class))
                .list());
    }

    private List<UUID> pageByPage(String asked) {
        List<UUID> found = new ArrayList<>();
        MultiValueMap<String, String> parameters = parameters(asked);
        String next;
        do {
            var page = lists.ids(Tasks.LIST, parameters, 33);
            found.addAll(page.items());
            next = page.next();
            if (next == null) {
                assertThat(count(parameters)).as("counted on the last page").isEqualTo(count(parameters(asked)));
            }
            parameters.set("after", next);
        } while (next != null);
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
        return found;
    }

    private int count(MultiValueMap<String, String> asked) {
        return inTransaction(
                () -> sql.count(list(), ListRequest.of(list(), asked), acting()).rows());
    }

    /** Pages of the database that are touched for a page of 25. */
    private int buffers(TestCompany company, String asked) {
        return company.currentActor()
                .as(
                        reader(company, Map.of()),
                        () -> inTransaction(() -> {
                            ListRequest request = request(asked);
                            List<String> plan = sql.bind(
                                            "explain (analyze, buffers, costs off, timing off) "
                                                    + sql.text(list(), request, list().columns(), 26),
                                            request,
                                            acting())
                                    .param("limit", 26)
                                    .query(String.class)
                                    .list();
                            assertThat(plan).noneMatch(line -> line.contains("Seq Scan on task"));
                            Matcher first = BUFFERS.matcher(String.join("\n", plan));
                            assertThat(first.find()).as(String.join("\n", plan)).isTrue();
                            return Integer.parseInt(first.group(1) == null ? "0" : first.group(1))
                                    + Integer.parseInt(first.group(2) == null ? "0" : first.group(2));
                        }));
    }

    private Acting acting() {
        return few.currentActor().get();
    }

    private ListDescriptor list() {
        return lists.source(Tasks.LIST).descriptor();
    }

    private ListRequest request(String asked) {
        return ListRequest.of(list(), parameters(asked));
    }

    private static MultiValueMap<String, String> parameters(String asked) {
        return new org.springframework.util.LinkedMultiValueMap<>(
                UriComponentsBuilder.fromUriString("/?" + asked).build().getQueryParams());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template.execute(status -> work.get());
    }
}
