package io.simbaerp.page.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Faults;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.ListDescriptor;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.page.list.Lists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One action on several rows: first what will happen to each, then what came of each. */
@Controller
@RequestMapping("/lists/{list}/bulk/{action}")
class BulkController {

    private static final int MOST = 500;

    private final Lists lists;
    private final Permission permission;
    private final RuleTexts texts;
    private final Faults faults;

    BulkController(Lists lists, Permission permission, RuleTexts texts, Faults faults) {
        this.lists = lists;
        this.permission = permission;
        this.texts = texts;
        this.faults = faults;
    }

    /**
     * The page of a bulk action.
     *
     * @param title the action, such as "Archive"
     * @param back the address of the list as it was
     * @param possible how many can be done, before; how many were done, after
     * @param target where the rows are sent next: to be done, or to be taken back; nowhere if neither
     */
    record BulkPage(
            String list,
            String path,
            String action,
            String title,
            String text,
            String back,
            String query,
            boolean asksReason,
            boolean done,
            int possible,
            @Nullable String target,
            boolean download,
            List<Row> rows,
            @Nullable String choiceLabel,
            List<BulkAction.Choice> choices) {

        /** After it was taken back there is nothing to take back any more. */
        BulkPage takenBack() {
            return new BulkPage(
                    list,
                    path,
                    action,
                    title,
                    text,
                    back,
                    query,
                    asksReason,
                    done,
                    possible,
                    null,
                    download,
                    rows,
                    null,
                    List.of());
        }

        /** One of the rows: what stands in its way, or what came of it. */
        record Row(
                UUID id,
                String name,
                String href,
                boolean good,
                String text,
                @Nullable String seen) {}
    }

    /** Chosen rows, and what the action would do to each. Changes nothing. */
    @PostMapping
    String preview(
            @PathVariable String list,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "") String query,
            Model model) {
        ListSource source = lists.source(list);
        BulkAction bulk = action(source, action);
        String possible = word(source.descriptor(), "bulk-will", action);
        List<BulkPage.Row> rows = bulk.preview(chosen(ids)).stream()
                .map(item -> row(source.descriptor(), item, possible))
                .toList();
        model.addAttribute("bulk", page(source.descriptor(), bulk, query, false, rows));
        return "page/bulk";
    }

    /** Does it, row by row; one that fails leaves the others alone. */
    @PostMapping("/run")
    String run(
            @PathVariable String list,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "") String query,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletRequest request) {
        String reason = form.getFirst("reason");
        ListSource source = lists.source(list);
        BulkAction bulk = action(source, action);
        if (bulk.asksReason() && (reason == null || reason.isBlank())) {
            throw RuleViolation.ofField("reason", "list.reason-missing");
        }
        String choice = form.getFirst("choice");
        if (bulk.asksChoice() && (choice == null || choice.isBlank())) {
            throw RuleViolation.ofField("choice", "list.choice-missing");
        }
        String did = word(source.descriptor(), "bulk-done", action);
        List<BulkPage.Row> rows = results(
                source.descriptor(), bulk.preview(chosen(ids)), did, item -> refusal(bulk, item, form, request));
        model.addAttribute("bulk", page(source.descriptor(), bulk, query, true, rows));
        return "page/bulk";
    }

    /** Takes it back, row by row, from those it was done to a moment ago. */
    @PostMapping("/undo")
    String undo(
            @PathVariable String list,
            @PathVariable String action,
            @RequestParam(required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "") String query,
            Model model,
            HttpServletRequest request) {
        ListSource source = lists.source(list);
        BulkAction bulk = action(source, action);
        if (!bulk.canBeTakenBack()) {
            throw new NotFound("action", action);
        }
        List<BulkPage.Row> rows = results(
                source.descriptor(),
                bulk.preview(chosen(ids)),
                texts.message("page.bulk-undone", List.of()),
                item -> attempt(() -> bulk.takeBack(item.id()), request));
        model.addAttribute(
                "bulk", page(source.descriptor(), bulk, query, true, rows).takenBack());
        return "page/bulk";
    }

    private static List<BulkPage.Row> results(
            ListDescriptor list,
            List<BulkAction.Item> items,
            String did,
            Function<BulkAction.Item, @Nullable String> deed) {
        List<BulkPage.Row> rows = new ArrayList<>();
        for (BulkAction.Item item : items) {
            String refusal = deed.apply(item);
            rows.add(new BulkPage.Row(
                    item.id(),
                    item.name(),
                    list.path() + "/" + item.id(),
                    refusal == null,
                    refusal == null ? did : refusal,
                    null));
        }
        return rows;
    }

    private @Nullable String refusal(
            BulkAction bulk, BulkAction.Item item, MultiValueMap<String, String> form, HttpServletRequest request) {
        if (item.obstacle() != null) {
            return texts.rule(item.obstacle(), item.why());
        }
        return attempt(
                () -> bulk.run(
                        item.id(),
                        form.getFirst("seen-" + item.id()),
                        form.getFirst("reason"),
                        form.getFirst("choice")),
                request);
    }

    private @Nullable String attempt(Runnable deed, HttpServletRequest request) {
        try {
            deed.run();
            return null;
        } catch (RuntimeException refused) {
            return faults.of(refused, request).detail();
        }
    }

    private BulkPage.Row row(ListDescriptor list, BulkAction.Item item, String possible) {
        String obstacle = item.obstacle();
        return new BulkPage.Row(
                item.id(),
                item.name(),
                list.path() + "/" + item.id(),
                obstacle == null,
                obstacle == null ? possible : texts.rule(obstacle, item.why()),
                item.seen());
    }

    private BulkPage page(ListDescriptor list, BulkAction bulk, String query, boolean done, List<BulkPage.Row> rows) {
        return new BulkPage(
                list.key(),
                list.path(),
                bulk.key(),
                word(list, "bulk", bulk.key()),
                word(list, "bulk-text", bulk.key()),
                query.isEmpty() ? list.path() : list.path() + "?" + query,
                query,
                bulk.asksReason(),
                done,
                (int) rows.stream().filter(BulkPage.Row::good).count(),
                target(list, bulk, done),
                bulk.download() != null,
                rows,
                bulk.asksChoice() ? word(list, "bulk-choice", bulk.key()) : null,
                bulk.asksChoice() && !done
                        ? bulk.choices(rows.stream()
                                .filter(BulkPage.Row::good)
                                .map(BulkPage.Row::id)
                                .toList())
                        : List.of());
    }

    private static @Nullable String target(ListDescriptor list, BulkAction bulk, boolean done) {
        String address = "/lists/" + list.key() + "/bulk/" + bulk.key();
        if (done) {
            return bulk.canBeTakenBack() ? address + "/undo" : null;
        }
        return bulk.download() == null ? address + "/run" : bulk.download();
    }

    private BulkAction action(ListSource source, String key) {
        BulkAction action = source.actions().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("action", key));
        permission.require(action.duty());
        return action;
    }

    private static List<UUID> chosen(@Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty()) {
            throw RuleViolation.ofField("ids", "list.nothing-selected");
        }
        if (ids.size() > MOST) {
            throw RuleViolation.ofField("ids", "list.too-many-selected", MOST);
        }
        return ids.stream().distinct().toList();
    }

    private String word(ListDescriptor list, String what, String action) {
        return texts.message(list.words() + "." + what + "." + action, List.of());
    }
}
