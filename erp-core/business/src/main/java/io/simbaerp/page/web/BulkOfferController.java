package io.simbaerp.page.web;

import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.page.list.Lists;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Which actions the bar of a list offers for the chosen rows. */
@Controller
class BulkOfferController {

    private static final int MOST = 500;

    private final Lists lists;
    private final Permission permission;

    BulkOfferController(Lists lists, Permission permission) {
        this.lists = lists;
        this.permission = permission;
    }

    /** The keys of the actions. Changes nothing. */
    @PostMapping("/lists/{list}/bulk/offered")
    @ResponseBody
    List<String> offered(@PathVariable String list, @RequestParam(required = false) @Nullable List<UUID> ids) {
        List<UUID> chosen = ids == null ? List.of() : ids.stream().distinct().toList();
        if (chosen.size() > MOST) {
            throw RuleViolation.ofField("ids", "list.too-many-selected", MOST);
        }
        ListSource source = lists.source(list);
        return source.actions().stream()
                .filter(action -> permission.has(action.duty()))
                .filter(action -> !source.offersOnlyWhatAllAllow() || isForAll(action, chosen))
                .map(BulkAction::key)
                .toList();
    }

    private static boolean isForAll(BulkAction action, List<UUID> chosen) {
        List<BulkAction.Item> items = action.preview(chosen);
        return !chosen.isEmpty()
                && items.size() == chosen.size()
                && items.stream().allMatch(item -> item.obstacle() == null);
    }
}
