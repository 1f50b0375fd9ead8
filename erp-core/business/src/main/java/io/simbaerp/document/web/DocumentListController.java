package io.simbaerp.document.web;

import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of documents, and the same as a file. */
@Controller
@RequestMapping("/documents")
class DocumentListController {

    private static final int ON_A_PAGE = 50;
    private static final int IN_A_FILE = 10_000;

    private final Documents documents;
    private final RuleTexts texts;

    DocumentListController(Documents documents, RuleTexts texts) {
        this.documents = documents;
        this.texts = texts;
    }

    @GetMapping
    String list(@ModelAttribute DocumentFilterForm form, @RequestParam @Nullable UUID after, Model model) {
        List<DocumentView> rows =
                documents.list(form.filter(), after == null ? null : new DocumentId(after), ON_A_PAGE + 1);
        Page<DocumentRow> page =
                Page.cut(rows, ON_A_PAGE, row -> row.id().toString()).map(DocumentRow::of);
        model.addAttribute("list", new DocumentList(page.items(), page.next(), form, form.chips(texts)));
        return "document/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@ModelAttribute DocumentFilterForm form) {
        DocumentFilter filter = form.filter();
        CsvTable table = CsvTable.withHead(
                word("document.column.number"),
                word("document.column.title"),
                word("document.column.kind"),
                word("document.column.state"),
                word("document.fact.received-on"),
                word("document.column.channel"),
                word("document.fact.ksef"),
                word("document.fact.file"),
                word("document.fact.hash"));
        for (DocumentView row : documents.list(filter, null, IN_A_FILE)) {
            table.row(
                    row.number(),
                    row.title(),
                    word("document.kind." + row.kind()),
                    word("document.state." + row.state()),
                    row.receivedOn(),
                    row.channel(),
                    row.ksefNumber(),
                    row.fileName(),
                    row.sha256());
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("documents.csv")
                                .build()
                                .toString())
                .body(table.bytes());
    }

    private String word(String key) {
        return texts.message(key, List.of());
    }
}
