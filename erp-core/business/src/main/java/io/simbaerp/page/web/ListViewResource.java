package io.simbaerp.page.web;

import io.simbaerp.page.choice.CopyListView;
import io.simbaerp.page.choice.ListViewDraft;
import io.simbaerp.page.choice.RemoveListView;
import io.simbaerp.page.choice.SaveListView;
import io.simbaerp.page.list.Lists;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The saved views of a list, for programs: whoever asks a list with a view's query gets what people see under its name. */
@RestController
@RequestMapping("/api/v1/lists/{list}/views")
class ListViewResource {

    private final Lists lists;
    private final SaveListView saveView;
    private final CopyListView copyView;
    private final RemoveListView removeView;

    ListViewResource(Lists lists, SaveListView saveView, CopyListView copyView, RemoveListView removeView) {
        this.lists = lists;
        this.saveView = saveView;
        this.copyView = copyView;
        this.removeView = removeView;
    }

    /**
     * A view to be saved.
     *
     * @param sharedWith the duty whose holders see it if it is shared
     */
    record ViewJson(
            @Nullable String name,
            @Nullable String query,
            @Nullable Boolean shared,
            @Nullable String sharedWith,
            @Nullable Boolean standard) {}

    /** What a copy shall be called. */
    record CopyJson(@Nullable String name) {}

    /** The views the caller may use. */
    record ViewsJson(List<Lists.View> items) {}

    /** Which view it is. */
    record SavedJson(UUID id) {}

    @GetMapping
    ViewsJson all(@PathVariable String list) {
        return new ViewsJson(lists.views(list));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SavedJson save(@PathVariable String list, @RequestBody ViewJson view) {
        return new SavedJson(saveView.save(new ListViewDraft(
                list,
                Objects.requireNonNullElse(view.name(), ""),
                Objects.requireNonNullElse(view.query(), ""),
                Boolean.TRUE.equals(view.shared()),
                view.sharedWith(),
                Boolean.TRUE.equals(view.standard()))));
    }

    @PostMapping("/{view}/copy")
    @ResponseStatus(HttpStatus.CREATED)
    SavedJson copy(
            @PathVariable String list,
            @PathVariable UUID view,
            @RequestBody(required = false) @Nullable CopyJson copy) {
        return new SavedJson(copyView.copy(list, view, copy == null ? null : copy.name()));
    }

    @PostMapping("/{view}/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String list, @PathVariable UUID view) {
        removeView.remove(view);
    }
}
