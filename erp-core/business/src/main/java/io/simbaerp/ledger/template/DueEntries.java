package io.simbaerp.ledger.template;

import io.simbaerp.architecture.RuleViolation;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Posts all that is due of the company, each entry in a transaction of its own; what is refused waits with its rule. */
@Component
public class DueEntries {

    private final Plans plans;
    private final PostPlanned post;
    private final NoteRefusal note;

    DueEntries(Plans plans, PostPlanned post, NoteRefusal note) {
        this.plans = plans;
        this.post = post;
        this.note = note;
    }

    /** How many were posted, and what refused the others. */
    public record Outcome(int posted, List<String> refusals) {}

    public Outcome postAll() {
        int posted = 0;
        List<String> refusals = new ArrayList<>();
        for (Plans.Due due : plans.due()) {
            try {
                posted += post.post(due.plan(), due.occurrence()).isPresent() ? 1 : 0;
            } catch (RuleViolation refused) {
                note.note(due.plan(), due.occurrence(), refused.rule());
                refusals.add(refused.rule());
            }
        }
        return new Outcome(posted, refusals);
    }
}
