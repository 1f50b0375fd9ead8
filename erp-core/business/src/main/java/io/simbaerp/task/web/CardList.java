package io.simbaerp.task.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list with a card beside it, for whoever decides at a look. */
@Component
class CardList {

    private static final Set<Duty> DECIDED_ON_CARDS =
            EnumSet.of(Duty.APPROVE_INVOICE, Duty.APPROVE_INVOICE_ABOVE_LIMIT, Duty.APPROVE_PAYMENT);

    /** As browsers write the part of an address behind the question mark, and nothing else. */
    private static final Pattern SEARCH = Pattern.compile("\\?[\\w%.,~=&+*:-]{1,2000}");

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final CurrentActor currentActor;

    CardList(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    boolean isForReader() {
        return DECIDED_ON_CARDS.stream().anyMatch(duty -> currentActor.get().may(duty));
    }

    /**
     * Where a decision on a card leads: back into the list as it was, with the next card.
     *
     * @param search what the list was asked for, as its address says it
     * @param next the task after the decided one, if there is any
     */
    String address(@Nullable String search, @Nullable String next) {
        return "/tasks"
                + (search != null && SEARCH.matcher(search).matches() ? search : "")
                + (next != null && ID.matcher(next).matches() ? "#task-" + next : "");
    }
}
