package io.simbaerp.task.notice.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.task.notice.Notice;
import io.simbaerp.task.notice.Notices;
import io.simbaerp.task.notice.ReadNotices;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reader was told of tasks. */
@Controller
@RequestMapping("/notices")
class NoticeController {

    private static final int PAGE = 30;

    private final Notices notices;
    private final ReadNotices readNotices;
    private final ActorNames names;
    private final RuleTexts texts;
    private final Permission permission;

    NoticeController(
            Notices notices, ReadNotices readNotices, ActorNames names, RuleTexts texts, Permission permission) {
        this.notices = notices;
        this.readNotices = readNotices;
        this.names = names;
        this.texts = texts;
        this.permission = permission;
    }

    /** The page. */
    record Shown(List<Row> rows, @Nullable String next, boolean unread) {}

    /**
     * One line.
     *
     * @param link to the task, where the reader may see it, else to its document
     * @param whose in whose name the task is, where that isn't the reader
     */
    record Row(
            String tone,
            String said,
            String title,
            String detail,
            @Nullable String whose,
            @Nullable String link,
            boolean open,
            Instant at,
            boolean unread) {}

    @GetMapping
    ModelAndView page(@RequestParam(required = false) @Nullable String after) {
        Page<Notice> page = notices.page(after, PAGE);
        return new ModelAndView("task/notices")
                .addObject(
                        "page",
                        new Shown(
                                page.items().stream().map(this::row).toList(),
                                page.next(),
                                page.items().stream().anyMatch(notice -> notice.readAt() == null)));
    }

    @PostMapping("/read")
    String read(RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of("notice.read", readNotices.readAll()));
        return "redirect:/notices";
    }

    private @Nullable String outcome(Notice notice) {
        return notice.outcome() == null ? null : texts.message("task.outcome." + notice.outcome(), List.of());
    }

    private @Nullable String link(Notice notice) {
        if (notice.visible()) {
            return "/tasks/" + notice.taskId();
        }
        return notice.documentId() == null || !permission.has(Duty.VIEW_DOCUMENT)
                ? null
                : "/documents/" + notice.documentId();
    }

    private Row row(Notice notice) {
        String act = notice.act().toLowerCase(Locale.ROOT);
        UUID whose = notice.forWhom();
        return new Row(
                act.equals("escalate") ? "warn" : act.equals("lapse") ? "bad" : "info",
                texts.message("notice.said-" + act, List.of()),
                texts.message("task.name." + notice.taskKey(), List.of()),
                Stream.of(notice.documentNumber(), notice.partyName(), outcome(notice))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                whose == null ? null : names.nameOf(Actor.person(whose)),
                link(notice),
                notice.open(),
                notice.givenAt(),
                notice.readAt() == null);
    }
}
