package io.simbaerp.page.choice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.page.list.Lists;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a view that somebody shared into one's own, to be changed at will; the other one stays what it is. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class CopyListView {

    private final Lists lists;
    private final SaveListView saveListView;

    CopyListView(Lists lists, SaveListView saveListView) {
        this.lists = lists;
        this.saveListView = saveListView;
    }

    /**
     * The copy's id; it is shared with nobody.
     *
     * @param name nothing for the name it has
     * @throws NotFound if there is no such view of this list, or none the reader may use
     * @throws RuleViolation list.view-there-already, and what {@link SaveListView} refuses with
     */
    public UUID copy(String list, @About("list-view") UUID view, @Nullable String name) {
        Lists.View original = lists.views(list).stream()
                .filter(each -> each.id().equals(view))
                .findFirst()
                .orElseThrow(() -> new NotFound("list-view", view));
        String called = name == null || name.isBlank() ? original.name() : name.strip();
        if (lists.views(list).stream()
                .anyMatch(each -> each.mine() && each.name().equals(called))) {
            throw RuleViolation.ofField("name", "list.view-there-already", called);
        }
        return saveListView.save(new ListViewDraft(list, called, original.query(), false, false));
    }
}
