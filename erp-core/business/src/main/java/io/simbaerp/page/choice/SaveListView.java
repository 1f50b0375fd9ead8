package io.simbaerp.page.choice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.page.list.Lists;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps search, filters and sorting of a list under a name; the same name again replaces one's own view. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class SaveListView {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2000;

    private final Lists lists;
    private final Chooser chooser;

    SaveListView(Lists lists, Chooser chooser) {
        this.lists = lists;
        this.chooser = chooser;
    }

    /**
     * Saves it.
     *
     * @throws RuleViolation list.view-name-missing, list.view-name-long, list.view-long,
     *     list.view-duty-unknown, list.view-duty-not-held
     */
    public UUID save(ListViewDraft draft) {
        lists.source(draft.list());
        String name = draft.name().strip();
        if (name.isEmpty()) {
            throw RuleViolation.ofField("name", "list.view-name-missing");
        }
        if (name.length() > LONGEST_NAME) {
            throw RuleViolation.ofField("name", "list.view-name-long", LONGEST_NAME);
        }
        if (draft.query().length() > LONGEST_QUERY) {
            throw RuleViolation.ofField("query", "list.view-long");
        }
        UUID id = keep(draft, name, sharedWith(draft));
        if (draft.standard()) {
            chooser.openWith(draft.list(), id);
        }
        chooser.tell(new ListViewSaved(chooser.company(), chooser.actor(), chooser.now(), id));
        return id;
    }

    private @Nullable String sharedWith(ListViewDraft draft) {
        String duty = draft.sharedWith();
        if (!draft.shared() || duty == null || duty.isBlank()) {
            return null;
        }
        if (Stream.of(Duty.values()).map(Duty::name).noneMatch(duty::equals)) {
            throw RuleViolation.ofField("sharedWith", "list.view-duty-unknown", duty);
        }
        if (!List.of(chooser.duties()).contains(duty)) {
            throw RuleViolation.ofField("sharedWith", "list.view-duty-not-held", duty);
        }
        return duty;
    }

    private UUID keep(ListViewDraft draft, String name, @Nullable String sharedWith) {
        return chooser.jdbc()
                .sql("""
                        insert into page.list_view (company_id, id, list, owner, name, query, shared, shared_with, saved_at)
                        values (:company, :id, :list, :person, :name, :query, :shared, :sharedWith, :now)
                        on conflict (company_id, list, owner, name)
                        do update set query = excluded.query, shared = excluded.shared,
                                      shared_with = excluded.shared_with, saved_at = excluded.saved_at
                        returning id""")
                .param("company", chooser.company().value())
                .param("id", chooser.newId())
                .param("list", draft.list())
                .param("person", chooser.person())
                .param("name", name)
                .param("query", draft.query())
                .param("shared", draft.shared())
                .param("sharedWith", sharedWith)
                .param("now", chooser.now().atOffset(java.time.ZoneOffset.UTC))
                .query(UUID.class)
                .single();
    }
}
