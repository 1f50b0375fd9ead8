package io.simbaerp.page.choice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.page.list.ListColumn;
import io.simbaerp.page.list.Lists;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps which columns of a list its reader wants, in which order; none for those it comes with. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ChooseListColumns {

    private final Lists lists;
    private final Chooser chooser;

    ChooseListColumns(Lists lists, Chooser chooser) {
        this.lists = lists;
        this.chooser = chooser;
    }

    /** @throws RuleViolation list.column-unknown */
    public void choose(String list, List<String> columns) {
        Set<String> known = lists.source(list).descriptor().columns().stream()
                .map(ListColumn::key)
                .collect(Collectors.toSet());
        for (String column : columns) {
            if (!known.contains(column)) {
                throw RuleViolation.ofField("columns", "list.column-unknown", column);
            }
        }
        chooser.jdbc()
                .sql("""
                        insert into page.list_choice (company_id, person, list, columns)
                        values (:company, :person, :list, :columns)
                        on conflict (company_id, person, list) do update set columns = excluded.columns""")
                .param("company", chooser.company().value())
                .param("person", chooser.person())
                .param("list", list)
                .param(
                        "columns",
                        columns.isEmpty() ? null : columns.stream().distinct().toArray(String[]::new),
                        java.sql.Types.ARRAY)
                .update();
        chooser.tell(new ListColumnsChosen(chooser.company(), chooser.actor(), chooser.now(), chooser.person()));
    }
}
