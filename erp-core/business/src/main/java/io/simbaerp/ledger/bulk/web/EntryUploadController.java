package io.simbaerp.ledger.bulk.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.bulk.CheckEntries;
import io.simbaerp.ledger.bulk.EntryUploads;
import io.simbaerp.ledger.bulk.EntryUploads.Refused;
import io.simbaerp.ledger.bulk.EntryUploads.Upload;
import io.simbaerp.ledger.bulk.UploadEntries;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.RuleTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of entries: brought here, watched while they are posted, and what was refused taken away to be put right. */
@Controller
@RequestMapping("/ledger/entries/uploads")
class EntryUploadController {

    private static final int NEWEST = 20;
    private static final int SHOWN = 100;
    private static final List<String> HEAD = List.of("row", "key", "field", "rule", "text");

    private final UploadEntries uploadEntries;
    private final EntryUploads uploads;
    private final CheckEntries checkEntries;
    private final Permission permission;
    private final RuleTexts texts;

    EntryUploadController(
            UploadEntries uploadEntries,
            EntryUploads uploads,
            CheckEntries checkEntries,
            Permission permission,
            RuleTexts texts) {
        this.checkEntries = checkEntries;
        this.uploadEntries = uploadEntries;
        this.uploads = uploads;
        this.permission = permission;
        this.texts = texts;
    }

    /** What is known of the uploads, and of a file that was only checked. */
    record UploadsView(List<Upload> uploads, @Nullable CheckedView checked) {}

    /** What uploading a file would do. */
    record CheckedView(String fileName, CheckEntries.Checked checked, List<RefusedRow> refused, boolean cut) {}

    /** One of them. */
    record UploadView(Upload upload, boolean moving, List<RefusedRow> refused, boolean cut) {}

    /** A refusal, in words. */
    record RefusedRow(
            int row, @Nullable String key, @Nullable String field, String rule, String text) {}

    @GetMapping
    ModelAndView list() {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return new ModelAndView("ledger/entry-uploads", "view", new UploadsView(uploads.newest(NEWEST), null));
    }

    @PostMapping
    ModelAndView upload(@RequestParam MultipartFile file) throws IOException {
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            UUID id = uploadEntries.upload(name.isBlank() ? "entries" : name, file.getBytes());
            return new ModelAndView("redirect:/ledger/entries/uploads/" + id);
        } catch (RuleViolation refused) {
            return again(refused);
        }
    }

    /** Judged by all rules; nothing of it is kept. */
    @PostMapping("/check")
    ModelAndView check(@RequestParam MultipartFile file) throws IOException {
        try {
            CheckEntries.Checked checked = checkEntries.check(file.getBytes());
            List<RefusedRow> refused =
                    checked.refused().stream().limit(SHOWN).map(this::row).toList();
            CheckedView view = new CheckedView(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    checked,
                    refused,
                    checked.refused().size() > refused.size());
            return new ModelAndView("ledger/entry-uploads", "view", new UploadsView(uploads.newest(NEWEST), view));
        } catch (RuleViolation refused) {
            return again(refused);
        }
    }

    private ModelAndView again(RuleViolation refused) {
        ModelAndView again = list();
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    @GetMapping("/{upload}")
    ModelAndView one(@PathVariable UUID upload) {
        return new ModelAndView("ledger/entry-upload", "view", view(upload));
    }

    /** The part of the page that moves. */
    @GetMapping("/{upload}/progress")
    ModelAndView progress(@PathVariable UUID upload) {
        return new ModelAndView("ledger/entry-upload :: progress", "view", view(upload));
    }

    @GetMapping("/{upload}/refused.csv")
    void refused(@PathVariable UUID upload, HttpServletResponse response) throws IOException {
        require(upload);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"refused-entries.csv\"");
        CsvTable table = CsvTable.to(response.getOutputStream(), HEAD);
        uploads.refused(upload, Integer.MAX_VALUE, one -> {
            RefusedRow row = row(one);
            table.row(row.row(), row.key(), row.field(), row.rule(), row.text());
        });
        table.flush();
    }

    private UploadView view(UUID id) {
        Upload upload = require(id);
        List<RefusedRow> rows = new ArrayList<>();
        uploads.refused(id, SHOWN, one -> rows.add(row(one)));
        return new UploadView(
                upload, upload.state() == EntryUploads.State.WAITING, rows, upload.refused() > rows.size());
    }

    private Upload require(UUID id) {
        return uploads.byId(id).orElseThrow(() -> new NotFound("entry-upload", id));
    }

    private RefusedRow row(Refused one) {
        return new RefusedRow(one.row(), one.key(), one.field(), one.rule(), texts.rule(one.rule(), one.args()));
    }
}
