package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.chart.ChartFinding;
import io.simbaerp.ledger.chart.ChartPreview;
import io.simbaerp.ledger.chart.ChartTemplates;
import io.simbaerp.ledger.chart.ImportChart;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a chart of accounts in: a file or a template is looked at first, then its accounts are added. */
@Controller
@RequestMapping("/ledger/chart/import")
class ChartImportController {

    private static final int SHOWN = 400;

    private final ChartPreview preview;
    private final ImportChart importChart;
    private final ChartTemplates templates;
    private final Permission permission;
    private final RuleTexts texts;

    ChartImportController(
            ChartPreview preview,
            ImportChart importChart,
            ChartTemplates templates,
            Permission permission,
            RuleTexts texts) {
        this.preview = preview;
        this.importChart = importChart;
        this.templates = templates;
        this.permission = permission;
        this.texts = texts;
    }

    /** What a file would do. */
    record ImportView(
            String content,
            @Nullable String assumed,
            List<String> types,
            List<String> templates,
            boolean looked,
            boolean complete,
            int added,
            int known,
            int depth,
            List<FindingRow> findings,
            List<AccountRow> rows,
            boolean cut,
            int shown) {

        /** A finding, in words. */
        record FindingRow(int line, String account, String text, boolean error) {}

        /** An account of the file. */
        record AccountRow(
                String code,
                String name,
                @Nullable String type,
                @Nullable String category,
                boolean postable,
                boolean known) {}
    }

    @GetMapping
    ModelAndView page() {
        permission.require(Duty.MAINTAIN_LEDGER);
        return shown(new byte[0], null, null, Locale.ENGLISH);
    }

    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable AccountType assumed,
            Locale language)
            throws IOException {
        byte[] content =
                template != null || file == null ? templates.read(template == null ? "pl" : template) : file.getBytes();
        try {
            return shown(content, preview.of(content, assumed), assumed, language);
        } catch (RuleViolation refused) {
            return refused(refused);
        }
    }

    @PostMapping
    ModelAndView importChart(
            @RequestParam String content,
            @RequestParam(required = false) @Nullable AccountType assumed,
            RedirectAttributes flash) {
        try {
            int added = importChart.importChart(Base64.getDecoder().decode(content.strip()), assumed);
            flash.addFlashAttribute("toast", Toast.of("ledger.chart-imported", added));
            return new ModelAndView("redirect:/ledger/accounts");
        } catch (IllegalArgumentException notEncoded) {
            return refused(RuleViolation.ofField("file", "chart.file-unreadable", 1));
        } catch (RuleViolation refused) {
            return refused(refused);
        }
    }

    private ModelAndView refused(RuleViolation refused) {
        ModelAndView again = shown(new byte[0], null, null, Locale.ENGLISH);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    private ModelAndView shown(
            byte[] content, ChartPreview.@Nullable Preview judged, @Nullable AccountType assumed, Locale language) {
        boolean polish = "pl".equals(language.getLanguage());
        List<ChartPreview.Row> rows = judged == null ? List.of() : judged.rows();
        List<ChartFinding> findings = judged == null ? List.of() : judged.findings();
        boolean complete = judged != null && judged.complete();
        ModelAndView page = new ModelAndView(
                "ledger/chart-import",
                "view",
                new ImportView(
                        Base64.getEncoder().encodeToString(content),
                        assumed == null ? null : assumed.name(),
                        Arrays.stream(AccountType.values()).map(Enum::name).toList(),
                        ChartTemplates.NAMES,
                        judged != null,
                        complete,
                        judged == null ? 0 : judged.added(),
                        judged == null ? 0 : judged.known(),
                        judged == null ? 0 : judged.depth(),
                        findings.stream().limit(SHOWN).map(this::row).toList(),
                        rows.stream().limit(SHOWN).map(row -> row(row, polish)).toList(),
                        rows.size() > SHOWN,
                        SHOWN));
        page.setStatus(judged == null || complete ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ImportView.FindingRow row(ChartFinding finding) {
        return new ImportView.FindingRow(
                finding.line(), finding.account(), texts.rule(finding.rule(), finding.args()), finding.error());
    }

    private static ImportView.AccountRow row(ChartPreview.Row row, boolean polish) {
        AccountType type = row.type();
        return new ImportView.AccountRow(
                row.code(),
                polish ? row.namePl() : row.nameEn(),
                type == null ? null : type.name(),
                row.category(),
                row.postable(),
                row.known());
    }
}
