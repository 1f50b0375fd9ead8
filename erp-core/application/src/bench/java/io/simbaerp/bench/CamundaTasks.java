package io.simbaerp.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The same tasks as {@link io.simbaerp.task.ManyTasks} makes, in the engine's own tables in a database of their own: an
 * instance each, its candidate groups and, as process variables, the two fields of the document that are asked for. Its
 * indexes are the engine's and those that help the queries most.
 */
final class CamundaTasks implements AutoCloseable {

    private static final List<String> INDEXES = List.of(
            "create index bench_task_by_due on act_ru_task (due_date_, id_)",
            "create index bench_task_free_by_due on act_ru_task (due_date_, id_) where assignee_ is null",
            "create index bench_link_by_group on act_ru_identitylink (group_id_, type_, task_id_)",
            "create index bench_link_by_task on act_ru_identitylink (task_id_, type_, group_id_)",
            "create index bench_variable_long on act_ru_variable (name_, long_, proc_inst_id_)",
            "create index bench_variable_text on act_ru_variable (name_, text_, proc_inst_id_)",
            "create index bench_variable_of_instance on act_ru_variable (proc_inst_id_, name_) include (long_, text_)");

    private final Connection connection;
    private final PlainCamunda engine;

    /** @param url an empty database with credentials in it */
    CamundaTasks(String url) throws SQLException {
        engine = new PlainCamunda(url);
        connection = DriverManager.getConnection(url);
        for (String index : INDEXES) {
            execute(index);
        }
    }

    /** Adds the tasks with these numbers. */
    void fill(List<String> groups, int from, int to) throws SQLException {
        String instance = engine.wait("amount", 0L, "party", "");
        String all = "(array['" + String.join("','", groups) + "'])";
        String taken = "case when n % 7 = 2 then 'somebody' end";
        String due = "timestamp '2026-11-23 08:00' + (n::bigint * 7919 % 525600) * interval '1 minute'";
        String group = all + "[1 + n * 31 % " + groups.size() + "]";
        String second = all + "[1 + (n * 31 + 7) % " + groups.size() + "]";
        String of = " where proc_inst_id_ = '" + instance + "'";
        execute("set session_replication_role = replica");
        copy("act_ru_execution", of, from, to, Map.of(
                "id_", "'e' || n", "proc_inst_id_", "'e' || n", "root_proc_inst_id_", "'e' || n"));
        copy("act_ru_task", of, from, to, Map.of(
                "id_", "'t' || n",
                "execution_id_", "'e' || n",
                "proc_inst_id_", "'e' || n",
                "assignee_", taken,
                "due_date_", due,
                "task_def_key_",
                        "(array['Task_CodeInvoice', 'Task_ApproveInvoice', 'Task_ApprovePaymentRun'])[1 + n % 3]"));
        String link = " where task_id_ = (select id_ from act_ru_task" + of + ")";
        copy("act_ru_identitylink", link, from, to, Map.of(
                "id_", "'l' || n", "task_id_", "'t' || n", "group_id_", group));
        copy("act_ru_identitylink", link + " and n % 11 = 3", from, to, Map.of(
                "id_", "'m' || n", "task_id_", "'t' || n", "group_id_", second));
        variable("a", "amount", of, from, to, Map.of("long_", "n::bigint * 7477 % 1000000", "text_",
                "(n::bigint * 7477 % 1000000)::text"));
        variable("p", "party", of, from, to, Map.of("text_", "'Dostawca ' || 10000 + n % 1999"));
        execute("set session_replication_role = origin");
        engine.forget(instance);
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_identitylink", "act_ru_variable")) {
            execute("vacuum analyze " + table);
        }
    }

    private void variable(String letter, String name, String of, int from, int to, Map<String, String> values)
            throws SQLException {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(Map.of(
                "id_", "'" + letter + "' || n",
                "execution_id_", "'e' || n",
                "proc_inst_id_", "'e' || n",
                "var_scope_", "'e' || n"));
        copy("act_ru_variable", of + " and name_ = '" + name + "'", from, to, all);
    }

    /** A row of the engine's own making, as often as there are numbers, with what differs. */
    private void copy(String table, String of, int from, int to, Map<String, String> differs) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select column_name from information_schema.columns where table_name = '" + table + "'")) {
            while (row.next()) {
                columns.add(row.getString(1));
            }
        }
        List<String> values =
                columns.stream().map(one -> differs.getOrDefault(one, one)).toList();
        execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from " + table + ", generate_series(" + from + ", " + to + ") n" + of);
    }

    /** The first 25 free tasks of the groups by due date. */
    List<Task> page(List<String> groups) {
        return free(groups).orderByDueDate().asc().listPage(0, 25);
    }

    /** The same of documents from this amount on, in hundredths. */
    List<Task> pageFrom(List<String> groups, long amount) {
        return free(groups)
                .processVariableValueGreaterThanOrEquals("amount", amount)
                .orderByDueDate()
                .asc()
                .listPage(0, 25);
    }

    /** The same of one supplier. */
    List<Task> pageOf(List<String> groups, String party) {
        return free(groups)
                .processVariableValueEquals("party", party)
                .orderByDueDate()
                .asc()
                .listPage(0, 25);
    }

    private TaskQuery free(List<String> groups) {
        return engine.tasks().createTaskQuery().taskCandidateGroupIn(groups);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        engine.close();
    }
}
