package io.simbaerp.task.link.web;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Origin;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Memberships;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.link.DecideByMail;
import io.simbaerp.task.link.LinkGate;
import io.simbaerp.task.link.MailLink;
import io.simbaerp.task.link.MailLinks;
import io.simbaerp.task.mail.MailPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind a link in mail. Looking at it does nothing: programs that follow links in mail find a page and no more.
 * Its form decides, as the person the mail was sent to.
 */
@Controller
@RequestMapping("/mail/{link}")
class MailLinkController {

    private static final int TOO_MANY = 429;

    private final MailLinks links;
    private final DecideByMail decideByMail;
    private final LinkGate gate;
    private final Tasks tasks;
    private final Visitor visitor;
    private final RuleTexts texts;

    MailLinkController(
            MailLinks links, DecideByMail decideByMail, LinkGate gate, Tasks tasks, Visitor visitor, RuleTexts texts) {
        this.links = links;
        this.decideByMail = decideByMail;
        this.gate = gate;
        this.tasks = tasks;
        this.visitor = visitor;
        this.texts = texts;
    }

    /** Who comes by a link: nobody who has signed in, or somebody who has. */
    @org.springframework.stereotype.Component
    record Visitor(CurrentActor currentActor, Memberships memberships, WrongLinks wrongLinks) {

        Optional<UUID> signedIn() {
            return currentActor.find().flatMap(acting -> acting.actor().userId());
        }

        /** As the person of the link, from where the request came, in their own name; nothing if they left. */
        <T> Optional<T> as(MailLink link, HttpServletRequest request, Supplier<T> work) {
            Optional<Acting> acting = memberships.acting(link.person(), link.company());
            return acting.map(person -> new Origin(Origin.Channel.PAGE, request.getRemoteAddr(), "mail link")
                    .during(() -> currentActor.as(person, work)));
        }
    }

    /**
     * The page.
     *
     * @param outcome which the mail's link asked for; it stands first
     * @param signInAt where to go on after signing in, where the link alone doesn't decide
     */
    record Shown(
            String link,
            String title,
            MailPage.@Nullable Card card,
            List<Choice> choices,
            @Nullable String comment,
            @Nullable String signInAt) {}

    /** One way to decide. */
    record Choice(String outcome, String label, boolean first) {}

    @GetMapping
    ModelAndView look(
            @PathVariable String link,
            @RequestParam(required = false) @Nullable String outcome,
            HttpServletRequest request) {
        return opened(link, request, found -> show(found, link, outcome, null, null, request));
    }

    @PostMapping
    ModelAndView decide(
            @PathVariable String link,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String comment,
            HttpServletRequest request) {
        return opened(link, request, found -> {
            try {
                return visitor.as(found, request, () -> {
                            decideByMail.decide(found, outcome, comment);
                            return new ModelAndView("task/mail-link-done")
                                    .addObject("done", texts.message("mail-link.done", List.of()));
                        })
                        .orElseGet(() -> refused("mail-link.not-yours", HttpStatus.NOT_FOUND));
            } catch (RuleViolation refused) {
                return refused.rule().startsWith("mail-link.")
                        ? refused(refused.rule(), HttpStatus.CONFLICT)
                        : show(found, link, outcome, comment, texts.problem(refused), request);
            }
        });
    }

    private ModelAndView opened(String written, HttpServletRequest request, Function<MailLink, ModelAndView> work) {
        Optional<MailLink> link = links.find(written);
        if (link.isEmpty()) {
            return visitor.wrongLinks().tooMany(request.getRemoteAddr())
                    ? refused("mail-link.too-many", HttpStatus.valueOf(TOO_MANY))
                    : refused("mail-link.unknown", HttpStatus.NOT_FOUND);
        }
        Optional<UUID> signedIn = visitor.signedIn();
        if (signedIn.isPresent() && !signedIn.get().equals(link.get().person())) {
            return refused("mail-link.other-person", HttpStatus.FORBIDDEN);
        }
        return work.apply(link.get());
    }

    private ModelAndView show(
            MailLink link,
            String written,
            @Nullable String outcome,
            @Nullable String comment,
            @Nullable FormProblem problem,
            HttpServletRequest request) {
        return visitor.as(link, request, () -> page(link, written, outcome, comment, problem))
                .orElseGet(() -> refused("mail-link.not-yours", HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(
            MailLink link,
            String written,
            @Nullable String outcome,
            @Nullable String comment,
            @Nullable FormProblem problem) {
        Optional<TaskView> visible =
                tasks.byIds(List.of(link.taskId())).stream().findFirst().map(task -> tasks.byId(task.id()));
        Optional<RuleViolation> closed = gate.closed(link, visible);
        if (closed.isPresent()) {
            return refused(closed.get().rule(), HttpStatus.CONFLICT);
        }
        TaskView task = visible.orElseThrow();
        boolean decides = gate.decidesUnsigned(task);
        ModelAndView page = new ModelAndView("task/mail-link")
                .addObject(
                        "page",
                        new Shown(
                                written,
                                texts.message("task.name." + task.key(), List.of()),
                                decides ? card(task) : null,
                                decides ? choices(task, outcome) : List.of(),
                                comment,
                                decides ? null : "/tasks/" + task.id()))
                .addObject("problem", problem);
        if (problem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private MailPage.@Nullable Card card(TaskView task) {
        return tasks.page(task.id(), Map.of())
                .map(page -> new MailPage.Card(page.form(), new MailPage.Card.Frame(null)))
                .orElse(null);
    }

    private List<Choice> choices(TaskView task, @Nullable String asked) {
        String first = task.outcomes().contains(Objects.requireNonNullElse(asked, ""))
                ? Objects.requireNonNull(asked)
                : task.outcomes().get(0);
        return task.outcomes().stream()
                .sorted(Comparator.comparing(outcome -> !outcome.equals(first)))
                .map(outcome ->
                        new Choice(outcome, texts.message("task.outcome." + outcome, List.of()), outcome.equals(first)))
                .toList();
    }

    private ModelAndView refused(String rule, HttpStatus status) {
        return new ModelAndView("task/mail-link-refused", status).addObject("refused", texts.rule(rule, List.of()));
    }
}
