package io.simbaerp.page.choice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the view a list opens with for its reader, or that it opens plainly again. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class OpenListWithView {

    private final Chooser chooser;

    OpenListWithView(Chooser chooser) {
        this.chooser = chooser;
    }

    /** @throws NotFound if there is no such view of this list, or none the reader may see */
    public void open(String list, @Nullable UUID view) {
        if (view != null && !isVisible(list, view)) {
            throw new NotFound("list-view", view);
        }
        chooser.openWith(list, view);
        chooser.tell(new ListViewPreferred(chooser.company(), chooser.actor(), chooser.now(), chooser.person()));
    }

    private boolean isVisible(String list, UUID view) {
        return chooser.jdbc()
                .sql("""
                        select exists (select from page.list_view
                         where company_id = :company and id = :id and list = :list and (owner = :person or shared
                              and (shared_with is null or shared_with = any (cast(:duties as text[])))))""")
                .param("company", chooser.company().value())
                .param("id", view)
                .param("list", list)
                .param("person", chooser.person())
                .param("duties", chooser.duties())
                .query(Boolean.class)
                .single();
    }
}
