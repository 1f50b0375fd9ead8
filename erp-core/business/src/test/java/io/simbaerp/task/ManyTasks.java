package io.simbaerp.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Fills a company's desk with open tasks by the thousand, past the use cases. */
public final class ManyTasks {

    private ManyTasks() {}

    /**
     * Tasks number {@code from} to {@code to}. By their number they are spread over the duties, every eleventh has a second
     * one; due over a year; every seventh taken by somebody; amounts from 0 to 10 000 PLN; one supplier to 500 tasks of a
     * million, with a document's number each. The words in the search index are those the triggers write.
     *
     * @param connection as the owner of the tables, without a transaction under way
     */
    public static void fill(Connection connection, UUID company, List<String> duties, int from, int to)
            throws SQLException {
        try (Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + company + "', true)");
            sql.execute("alter table task.task disable trigger user");
            sql.execute("create temporary table made (n int primary key, id uuid, duties text[], sort_at timestamptz,"
                    + " taken boolean) on commit drop");
            sql.execute(made(company, duties, from, to));
            sql.execute(TASKS);
            sql.execute(CANDIDATES);
            sql.execute(WORDS);
            sql.execute("alter table task.task enable trigger user");
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze task.task");
            sql.execute("vacuum analyze task.task_candidate");
            sql.execute("vacuum analyze task.task_word");
        }
    }

    private static String made(UUID company, List<String> duties, int from, int to) {
        String all = "array['" + String.join("','", duties) + "']";
        return """
                insert into made
                select n, (left(md5('%1$s'), 8) || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                       case when n %% 11 = 3 then array[(%2$s)[1 + n * 31 %% %3$d], (%2$s)[1 + (n * 31 + 7) %% %3$d]]
                            else array[(%2$s)[1 + n * 31 %% %3$d]] end,
                       timestamptz '2026-11-23 08:00Z' + (n::bigint * 7919 %% 525600) * interval '1 minute', n %% 7 = 2
                  from generate_series(%4$d, %5$d) n""".formatted(company, all, duties.size(), from, to);
    }

    private static final String TASKS = """
            insert into task.task (company_id, id, engine_task_id, task_key, form, process, subject_kind, subject_id,
                   document_id, candidate_duties, outcomes, assignee, due_at, opened_at, sort_at, party_name,
                   document_number, amount, currency)
            select simba.current_company(), id, 'filled-' || n,
                   (array['Task_CodeInvoice', 'Task_ApproveInvoice', 'Task_ApprovePaymentRun'])[1 + n % 3],
                   'filled', 'Filled', 'purchase-invoice', id, id, duties, array['approve', 'reject'],
                   case when taken then '00000000-0000-7000-8000-000000000001'::uuid end,
                   sort_at, timestamptz '2026-11-20 08:00Z', sort_at, 'Dostawca ' || 10000 + n % 1999, 'FV' || 10000000 + n,
                   (n::bigint * 7477 % 1000000) / 100.0, 'PLN'
              from made order by n""";

    private static final String CANDIDATES = """
            insert into task.task_candidate (company_id, task_id, duty, state, free, sort_at)
            select simba.current_company(), id, d, 'OPEN', not taken, sort_at from made, unnest(duties) d""";

    private static final String WORDS = """
            insert into task.task_word (company_id, word, id, field)
            select simba.current_company(), 'fv' || 10000000 + n, id, 'record' from made
            union all select simba.current_company(), 'dostawca', id, 'party' from made
            union all select simba.current_company(), (10000 + n % 1999)::text, id, 'party' from made
            union all select simba.current_company(), 'dostawca' || 10000 + n % 1999, id, 'party' from made""";
}
