package io.simbaerp.reporting.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.jpk.LedgerFile;
import io.simbaerp.reporting.jpk.LedgerFileDraft;
import io.simbaerp.reporting.jpk.LedgerFileFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** JPK_KR_PD: what the file of a period would hold, what is in the way, and the file. */
@Controller
@RequestMapping("/reports/jpk-kr-pd")
class LedgerFileController {

    private static final int DIFFERENCES = 8;

    private final LedgerFile ledgerFile;
    private final ObjectProvider<LedgerFileFormat> format;
    private final ReportRequests requests;
    private final RuleTexts texts;

    LedgerFileController(
            LedgerFile ledgerFile, ObjectProvider<LedgerFileFormat> format, ReportRequests requests, RuleTexts texts) {
        this.ledgerFile = ledgerFile;
        this.format = format;
        this.requests = requests;
        this.texts = texts;
    }

    /**
     * The page.
     *
     * @param schema whether files are checked by the ministry's schema
     */
    record FileView(
            LedgerFileDraft draft,
            Journal.Totals totals,
            List<String> unmarked,
            int proposed,
            boolean ready,
            boolean schema,
            @Nullable String folder,
            List<Difference> differences) {}

    /** One of the tax differences as entered. */
    record Difference(String name, String label, String value) {}

    @GetMapping
    String page(@RequestParam MultiValueMap<String, String> asked, Locale language, Model model) {
        ReportRequest request = requests.of(asked, language);
        LedgerFileDraft draft = draft(request);
        LedgerFile.Check check = ledgerFile.check(draft);
        model.addAttribute(
                "view",
                new FileView(
                        draft,
                        check.totals(),
                        check.unmarked(),
                        check.proposed().size(),
                        check.ready(),
                        format.stream().anyMatch(LedgerFileFormat::checks),
                        format.stream()
                                .map(LedgerFileFormat::folder)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        IntStream.rangeClosed(1, DIFFERENCES)
                                .mapToObj(number -> new Difference(
                                        "k" + number,
                                        texts.message("reporting.jpk.k" + number, List.of()),
                                        request.text("k" + number, "0.00")))
                                .toList()));
        return "reporting/jpk-kr-pd";
    }

    /** @throws RuleViolation jpk.office-missing, jpk.address-missing and those of {@link LedgerFile} */
    @Permission.Required(Duty.VIEW_LEDGER)
    @GetMapping("/file")
    void file(@RequestParam MultiValueMap<String, String> asked, Locale language, HttpServletResponse answer)
            throws IOException {
        LedgerFileDraft draft = draft(requests.of(asked, language));
        judge(draft);
        Path made = Files.createTempFile("jpk-kr-pd", ".xml");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
                ledgerFile.write(draft, out);
            }
            format.stream().filter(LedgerFileFormat::checks).forEach(known -> known.check(made));
            answer.setContentType("application/xml");
            answer.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename("JPK_KR_PD-" + draft.from() + "-" + draft.to() + ".xml")
                            .build()
                            .toString());
            Files.copy(made, answer.getOutputStream());
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static void judge(LedgerFileDraft draft) {
        if (!draft.taxOffice().matches("\\d{4}")) {
            throw RuleViolation.ofField("taxOffice", "jpk.office-missing");
        }
        LedgerFileDraft.AddressParts address = draft.address();
        if (address.voivodeship().isEmpty()
                || address.district().isEmpty()
                || address.municipality().isEmpty()
                || address.house().isEmpty()) {
            throw RuleViolation.ofField("voivodeship", "jpk.address-missing");
        }
    }

    private LedgerFileDraft draft(ReportRequest request) {
        LocalDate from = request.day("from", request.today().withDayOfYear(1));
        LocalDate to = request.day("to", from.withDayOfYear(from.lengthOfYear()));
        if (to.isBefore(from)) {
            throw RuleViolation.ofField("to", "report.days-out-of-order", from, to);
        }
        List<Money> differences = new ArrayList<>();
        for (int number = 1; number <= DIFFERENCES; number++) {
            differences.add(amount(request, "k" + number));
        }
        return new LedgerFileDraft(
                from,
                to,
                request.ticked("correction"),
                request.text("taxOffice", ""),
                new LedgerFileDraft.AddressParts(
                        request.text("voivodeship", ""),
                        request.text("district", ""),
                        request.text("municipality", ""),
                        request.text("house", "")),
                differences);
    }

    private Money amount(ReportRequest request, String name) {
        String text = request.text(name, "0");
        try {
            BigDecimal value = new BigDecimal(text.replace(',', '.').replaceAll("[\\s\u00a0]", ""));
            return new Money(value, CurrencyCode.of(requests.currency())).rounded();
        } catch (NumberFormatException e) {
            throw RuleViolation.ofField(name, "report.amount-unreadable", text);
        }
    }
}
