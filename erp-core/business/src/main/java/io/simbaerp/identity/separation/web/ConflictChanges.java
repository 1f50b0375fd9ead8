package io.simbaerp.identity.separation.web;

import io.simbaerp.identity.separation.AddDutyConflict;
import io.simbaerp.identity.separation.ConflictDraft;
import io.simbaerp.identity.separation.RemoveDutyConflict;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Changes which duties conflict, from the page and over REST. */
@Component
class ConflictChanges {

    private final AddDutyConflict addConflict;
    private final RemoveDutyConflict removeConflict;

    ConflictChanges(AddDutyConflict addConflict, RemoveDutyConflict removeConflict) {
        this.addConflict = addConflict;
        this.removeConflict = removeConflict;
    }

    UUID add(ConflictDraft draft) {
        return addConflict.add(draft);
    }

    void remove(UUID conflict, String reason) {
        removeConflict.remove(conflict, reason);
    }
}
