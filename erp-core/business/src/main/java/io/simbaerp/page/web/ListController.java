package io.simbaerp.page.web;

import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.page.choice.ChooseListColumns;
import io.simbaerp.page.choice.CopyListView;
import io.simbaerp.page.choice.ListViewDraft;
import io.simbaerp.page.choice.OpenListWithView;
import io.simbaerp.page.choice.RemoveListView;
import io.simbaerp.page.choice.SaveListView;
import io.simbaerp.page.list.CsvFile;
import io.simbaerp.page.list.ListFile;
import io.simbaerp.page.list.Lists;
import io.simbaerp.page.list.XlsxFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** What can be done with every list: take it as a file, keep views of it, choose its columns. */
@Controller
@RequestMapping("/lists/{list}")
class ListController {

    private final Lists lists;
    private final ListUseCases keep;
    private final RuleTexts texts;
    private final CurrentReader reader;

    ListController(Lists lists, ListUseCases keep, RuleTexts texts, CurrentReader reader) {
        this.lists = lists;
        this.keep = keep;
        this.texts = texts;
        this.reader = reader;
    }

    /** What people choose for a list. */
    @org.springframework.stereotype.Component
    record ListUseCases(
            SaveListView saveView,
            RemoveListView removeView,
            CopyListView copyView,
            ChooseListColumns chooseColumns,
            OpenListWithView openWith) {}

    @GetMapping("/export.csv")
    void csv(@PathVariable String list, @RequestParam MultiValueMap<String, String> asked, HttpServletResponse answer)
            throws IOException {
        begin(list, ".csv", "text/csv;charset=UTF-8", answer);
        export(list, asked, new CsvFile(answer.getOutputStream(), reader.format()), answer);
    }

    @GetMapping("/export.xlsx")
    void xlsx(@PathVariable String list, @RequestParam MultiValueMap<String, String> asked, HttpServletResponse answer)
            throws IOException {
        begin(list, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer);
        export(list, asked, new XlsxFile(answer.getOutputStream(), title(list)), answer);
    }

    @PostMapping("/views")
    String saveView(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean standard,
            @ModelAttribute Sharing sharing,
            RedirectAttributes redirect) {
        String kept = sharing.columns() == null ? query : withColumns(query, sharing.columns());
        keep.saveView()
                .save(new ListViewDraft(list, name, kept, sharing.isShared(), sharing.withHoldersOf(), standard));
        redirect.addFlashAttribute("toast", Toast.of("page.list-view-saved", name.strip()));
        return back(list, kept);
    }

    /**
     * For whom a view is saved, and whether with its columns.
     *
     * @param shared whether everybody who sees the list sees it
     * @param sharedWith {@code EVERYBODY}, the duty whose holders see it, or nothing for oneself
     * @param columns the columns it is kept with, with a comma between each; nothing to leave them to the reader
     */
    record Sharing(
            @Nullable Boolean shared,
            @Nullable String sharedWith,
            @Nullable String columns) {

        private static final String EVERYBODY = "EVERYBODY";

        boolean isShared() {
            return Boolean.TRUE.equals(shared) || sharedWith != null && !sharedWith.isBlank();
        }

        @Nullable
        String withHoldersOf() {
            return sharedWith == null || sharedWith.isBlank() || sharedWith.equals(EVERYBODY) ? null : sharedWith;
        }
    }

    @PostMapping("/views/{view}/copy")
    String copyView(@PathVariable String list, @PathVariable UUID view, RedirectAttributes redirect) {
        keep.copyView().copy(list, view, null);
        redirect.addFlashAttribute("toast", Toast.of("page.list-view-copied"));
        return back(list, "");
    }

    @PostMapping("/views/{view}/remove")
    String removeView(@PathVariable String list, @PathVariable UUID view, RedirectAttributes redirect) {
        keep.removeView().remove(view);
        redirect.addFlashAttribute("toast", Toast.of("page.list-view-removed"));
        return back(list, "");
    }

    @PostMapping("/views/{view}/standard")
    String openWith(
            @PathVariable String list,
            @PathVariable UUID view,
            @RequestParam(defaultValue = "true") boolean on,
            RedirectAttributes redirect) {
        keep.openWith().open(list, on ? view : null);
        redirect.addFlashAttribute("toast", Toast.of(on ? "page.list-opens-with-view" : "page.list-opens-plainly"));
        return back(list, "");
    }

    @PostMapping("/columns")
    String columns(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestParam(defaultValue = "") String query) {
        List<String> chosen = columns == null ? List.of() : columns;
        if (withColumns(query, "").equals(query)) {
            keep.chooseColumns().choose(list, chosen);
            return back(list, query);
        }
        // What the address asks for goes before what the reader chose for the list.
        return back(list, withColumns(query, String.join(",", chosen)));
    }

    private static String withColumns(String query, String columns) {
        String others = Stream.of(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("columns="))
                .collect(Collectors.joining("&"));
        return columns.isEmpty()
                ? others
                : (others.isEmpty() ? "" : others + "&") + "columns="
                        + UriUtils.encode(columns, StandardCharsets.UTF_8);
    }

    private void begin(String list, String ending, String type, HttpServletResponse answer) {
        lists.source(list);
        answer.setContentType(type);
        answer.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(list + ending).build().toString());
    }

    private void export(String list, MultiValueMap<String, String> asked, ListFile file, HttpServletResponse answer) {
        try {
            lists.export(list, asked, file);
        } catch (RuntimeException refused) {
            if (!answer.isCommitted()) {
                answer.reset();
            }
            throw refused;
        }
    }

    private String title(String list) {
        return texts.message(lists.source(list).descriptor().words() + ".list-title", List.of());
    }

    private String back(String list, String query) {
        String path = lists.source(list).descriptor().path();
        boolean plain = query.isEmpty() || query.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '{' || c == '\\');
        return "redirect:" + path + (plain ? "" : "?" + query);
    }
}
