package io.simbaerp.reporting.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.statement.PositionDraft;
import io.simbaerp.reporting.statement.SaveLayout;
import io.simbaerp.reporting.statement.StatementLayouts;
import io.simbaerp.reporting.statement.StatementLayouts.LayoutView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company's own layouts of its statements: looked at, changed a position at a time or as a file, taken back. */
@Controller
@RequestMapping("/reports/layouts")
class LayoutController {

    private static final int KILOBYTE = 1024;

    /** The largest layout of the templates has 40 kB. */
    private static final int MOST_BYTES = 500 * KILOBYTE;

    private static final List<String> PARTS = List.of("ASSETS", "LIABILITIES", "INCOME", "CASH");

    private final StatementLayouts layouts;
    private final SaveLayout save;
    private final Permission permission;
    private final RuleTexts texts;

    LayoutController(StatementLayouts layouts, SaveLayout save, Permission permission, RuleTexts texts) {
        this.layouts = layouts;
        this.save = save;
        this.permission = permission;
        this.texts = texts;
    }

    /**
     * A part of a layout.
     *
     * @param content a file that was looked at and may be taken in, or nothing
     */
    record PartView(
            LayoutView layout,
            List<String> names,
            String part,
            List<String> parts,
            List<PositionDraft> positions,
            boolean maintained,
            List<ReportTable.Note> findings,
            @Nullable String content) {}

    /** A position to be changed; fresh if it is a new one. */
    record PositionView(
            String layout, int version, String was, String after, PositionDraft position, List<String> parts) {

        public boolean fresh() {
            return was.isEmpty();
        }
    }

    @GetMapping
    ModelAndView part(
            @RequestParam(defaultValue = "pl") String layout, @RequestParam(defaultValue = "ASSETS") String part) {
        return page(layout, part, null, null);
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @GetMapping("/position")
    ModelAndView position(
            @RequestParam String layout,
            @RequestParam String part,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String after) {
        LayoutView view = layouts.of(layout);
        PositionDraft found = code.isEmpty()
                ? new PositionDraft(part, "", part.equals("ASSETS") ? "D" : "C", "", "", "")
                : view.positions().stream()
                        .filter(one -> one.isAt(part, code))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("position", code));
        return form(new PositionView(layout, view.version(), code, after, found, PARTS), null);
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/position")
    ModelAndView change(
            @RequestParam String layout,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String after,
            PositionForm sent,
            RedirectAttributes flash) {
        PositionDraft wanted = sent.draft();
        List<PositionDraft> positions = new ArrayList<>(layouts.of(layout).positions());
        int at = indexOf(positions, wanted.part(), was);
        try {
            if (was.isEmpty()) {
                int before = indexOf(positions, wanted.part(), after);
                positions.add(before < 0 ? positions.size() : before + 1, wanted);
            } else if (at < 0) {
                throw new NotFound("position", was);
            } else {
                positions.set(at, wanted);
            }
            save.save(layout, version, positions);
        } catch (RuleViolation refused) {
            ModelAndView again = form(new PositionView(layout, version, was, after, wanted, PARTS), refused);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return saved(layout, wanted.part(), flash);
    }

    /** The fields of a position as a form sends them. */
    record PositionForm(
            @Nullable String part,
            @Nullable String code,
            @Nullable String side,
            @Nullable String namePl,
            @Nullable String nameEn,
            @Nullable String rule) {

        PositionDraft draft() {
            return new PositionDraft(plain(part), plain(code), plain(side), plain(namePl), plain(nameEn), plain(rule));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/position/remove")
    ModelAndView remove(
            @RequestParam String layout,
            @RequestParam int version,
            @RequestParam String part,
            @RequestParam String code,
            RedirectAttributes flash) {
        List<PositionDraft> positions = new ArrayList<>(layouts.of(layout).positions());
        if (!positions.removeIf(one -> one.isAt(part, code))) {
            throw new NotFound("position", code);
        }
        try {
            save.save(layout, version, positions);
        } catch (RuleViolation refused) {
            return page(layout, part, null, refused);
        }
        return saved(layout, part, flash);
    }

    @PostMapping("/reset")
    ModelAndView reset(@RequestParam String layout, @RequestParam int version, RedirectAttributes flash) {
        save.save(layout, version, List.of());
        return saved(layout, "ASSETS", flash);
    }

    @GetMapping("/export.csv")
    ResponseEntity<byte[]> file(@RequestParam String layout) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("layout-" + layout + ".csv")
                                .build()
                                .toString())
                .body(layouts.file(layout).getBytes(StandardCharsets.UTF_8));
    }

    /** Looks at a file: what it would leave without a place, before it is taken in. */
    @PostMapping("/import")
    ModelAndView look(@RequestParam String layout, @RequestParam(name = "file") MultipartFile file) throws IOException {
        permission.require(Duty.MAINTAIN_LEDGER);
        try {
            if (file.getSize() > MOST_BYTES) {
                throw RuleViolation.ofField("file", "statement-layout.file-too-large", MOST_BYTES / KILOBYTE);
            }
            String text = new String(file.getBytes(), StandardCharsets.UTF_8);
            return page(layout, "ASSETS", text, null);
        } catch (RuleViolation refused) {
            return page(layout, "ASSETS", null, refused);
        }
    }

    @PostMapping("/import/now")
    ModelAndView take(
            @RequestParam String layout,
            @RequestParam int version,
            @RequestParam String content,
            RedirectAttributes flash) {
        try {
            save.save(layout, version, layouts.read(content));
        } catch (RuleViolation refused) {
            return page(layout, "ASSETS", null, refused);
        }
        return saved(layout, "ASSETS", flash);
    }

    private ModelAndView page(String name, String part, @Nullable String content, @Nullable RuleViolation refused) {
        LayoutView layout = layouts.of(name);
        List<PositionDraft> positions = content == null ? layout.positions() : layouts.read(content);
        ModelAndView page = new ModelAndView(
                "reporting/layouts",
                "view",
                new PartView(
                        layout,
                        layouts.names(),
                        part,
                        PARTS,
                        positions.stream()
                                .filter(one -> one.part().equals(part))
                                .toList(),
                        permission.has(Duty.MAINTAIN_LEDGER),
                        content == null ? layout.findings() : layouts.findings(name, positions),
                        content));
        if (refused != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("problem", texts.problem(refused));
        }
        return page;
    }

    private ModelAndView form(PositionView view, @Nullable RuleViolation refused) {
        permission.require(Duty.MAINTAIN_LEDGER);
        return new ModelAndView("reporting/layout-position", "view", view)
                .addObject("problem", refused == null ? null : texts.problem(refused));
    }

    private static ModelAndView saved(String layout, String part, RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of("reporting.layout-saved"));
        flash.addAttribute("layout", layout);
        flash.addAttribute("part", part);
        return new ModelAndView("redirect:/reports/layouts");
    }

    private static int indexOf(List<PositionDraft> positions, String part, String code) {
        for (int at = 0; at < positions.size(); at++) {
            if (positions.get(at).isAt(part, code)) {
                return at;
            }
        }
        return -1;
    }
}
