package io.simbaerp.task.watch.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.action.DocumentActions;
import io.simbaerp.document.action.OfferedAction;
import io.simbaerp.task.watch.Watched;
import io.simbaerp.task.watch.Watches;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers on the page of a document to follow every task about it. */
@Component
class WatchActions implements DocumentActions {

    private final Watches watches;
    private final Permission permission;

    WatchActions(Watches watches, Permission permission) {
        this.watches = watches;
        this.permission = permission;
    }

    @Override
    public List<OfferedAction> of(DocumentView document) {
        if (!permission.has(Duty.WORK_ON_TASK)) {
            return List.of();
        }
        boolean watched = watches.have(Watched.document(document.id().value()));
        String path = "/documents/" + document.id() + (watched ? "/unwatch" : "/watch");
        return List.of(OfferedAction.done(watched ? "watch.stop" : "watch.watch", path));
    }
}
