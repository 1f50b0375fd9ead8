package io.simbaerp.page.list;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules offer for the rows of a list, its own module or one above it; in the order the actions give themselves. */
@Component
public class BulkActions {

    private final ObjectProvider<BulkAction> actions;

    BulkActions(ObjectProvider<BulkAction> actions) {
        this.actions = actions;
    }

    public List<BulkAction> of(String list) {
        return actions.orderedStream()
                .filter(action -> list.equals(action.list()))
                .toList();
    }
}
