package io.simbaerp.audit.web;

import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.TrailRecord;
import io.simbaerp.audit.TrailRecords;
import io.simbaerp.page.list.Lists;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail as pages: the list, a line, the history of a record. */
@Controller
@RequestMapping("/audit-trail")
class TrailController {

    private static final int OF_A_HISTORY = 50;

    private final TrailRecords trail;
    private final TrailPages pages;
    private final Lists lists;

    TrailController(TrailRecords trail, TrailPages pages, Lists lists) {
        this.trail = trail;
        this.pages = pages;
        this.lists = lists;
    }

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("list", lists.page(TrailListing.KEY, asked));
        return "audit/list";
    }

    @GetMapping("/{id}")
    String line(@PathVariable UUID id, Model model) {
        TrailRecord record = trail.byId(id);
        model.addAttribute("trail", pages.page(record, trail.together(record)));
        return "audit/line";
    }

    @GetMapping("/records/{kind}/{id}")
    String history(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        model.addAttribute(
                "history",
                pages.history(kind, id, trail.history(new Subject(kind, id), after, OF_A_HISTORY), after == null));
        return "audit/history";
    }
}
