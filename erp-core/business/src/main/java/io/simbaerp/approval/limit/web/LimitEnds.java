package io.simbaerp.approval.limit.web;

import io.simbaerp.approval.limit.AskToEndRollingLimit;
import io.simbaerp.approval.limit.EndRollingLimit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends a rolling limit in its two steps, from the page and over REST. */
@Component
class LimitEnds {

    private final AskToEndRollingLimit askToEnd;
    private final EndRollingLimit end;

    LimitEnds(AskToEndRollingLimit askToEnd, EndRollingLimit end) {
        this.askToEnd = askToEnd;
        this.end = end;
    }

    void ask(UUID limit, String reason) {
        askToEnd.ask(limit, reason);
    }

    void agree(UUID limit) {
        end.end(limit);
    }
}
