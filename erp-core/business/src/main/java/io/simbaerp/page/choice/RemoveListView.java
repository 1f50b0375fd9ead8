package io.simbaerp.page.choice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Takes one's own saved view away; nobody finds it any more, lists that opened with it open plainly. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class RemoveListView {

    private final Chooser chooser;

    RemoveListView(Chooser chooser) {
        this.chooser = chooser;
    }

    /** @throws NotFound if it isn't one's own */
    public void remove(@About("list-view") UUID id) {
        int removed = chooser.jdbc()
                .sql("delete from page.list_view where company_id = :company and id = :id and owner = :person")
                .param("company", chooser.company().value())
                .param("id", id)
                .param("person", chooser.person())
                .update();
        if (removed == 0) {
            throw new NotFound("list-view", id);
        }
        chooser.tell(new ListViewRemoved(chooser.company(), chooser.actor(), chooser.now(), id));
    }
}
