package io.simbaerp.task.notice;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.task.TaskPage;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.link.MakeMailLink;
import io.simbaerp.task.mail.MailPage;
import io.simbaerp.task.mail.MailSetup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the mail of an approval carries besides: the card the desk shows, and the links by which it is decided. */
@Component
class DecidingLinks {

    private static final Set<String> OUTCOMES = Set.of("approve", "return");

    private final Tasks tasks;
    private final MakeMailLink makeLink;
    private final MailSetup setup;
    private final RuleTexts texts;
    private final CurrentActor currentActor;

    DecidingLinks(Tasks tasks, MakeMailLink makeLink, MailSetup setup, RuleTexts texts, CurrentActor currentActor) {
        this.tasks = tasks;
        this.makeLink = makeLink;
        this.setup = setup;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    /** Nothing for a task that isn't an approval, or that its reader may not decide. */
    MailPage.@Nullable Card card(TaskView task) {
        return isApproval(task)
                ? tasks.page(task.id(), Map.of())
                        .filter(page -> page.refusal() == null)
                        .map(TaskPage::form)
                        .map(form -> new MailPage.Card(form, new MailPage.Card.Frame(null)))
                        .orElse(null)
                : null;
    }

    /** Both lead to a page that asks; the mail itself decides nothing. */
    List<MailPage.Link> links(TaskView seen) {
        Acting acting = currentActor.get();
        if (!isApproval(seen) || acting.actor().userId().isEmpty() || card(seen) == null) {
            return List.of();
        }
        String hash = tasks.byId(seen.id()).facts().contentHash();
        if (hash == null) {
            return List.of();
        }
        String address = setup.link("/mail/" + makeLink.make(seen, hash));
        return seen.outcomes().stream()
                .filter(OUTCOMES::contains)
                .map(outcome -> new MailPage.Link(
                        texts.message("task.outcome." + outcome, List.of()),
                        address + "?outcome=" + outcome,
                        outcome.equals("approve")))
                .toList();
    }

    private static boolean isApproval(TaskView task) {
        return task.state() == TaskState.OPEN && task.outcomes().contains("approve");
    }
}
