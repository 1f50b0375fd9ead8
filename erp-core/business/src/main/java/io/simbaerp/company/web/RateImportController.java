package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.company.ExchangeRateImport;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.company.ImportExchangeRates;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rates from a file, in two steps: what it holds and what is wrong with it, then all of it at once. */
@Controller
@RequestMapping("/rates/import")
class RateImportController {

    private static final long MOST_BYTES = 2_000_000;
    private static final int SHOWN = 200;

    private final ExchangeRates rates;
    private final ImportExchangeRates importRates;
    private final RuleTexts texts;

    RateImportController(ExchangeRates rates, ImportExchangeRates importRates, RuleTexts texts) {
        this.rates = rates;
        this.importRates = importRates;
        this.texts = texts;
    }

    /** What a file would do. */
    record PreviewView(
            String csv,
            int added,
            int repeated,
            List<AddExchangeRate.Draft> rows,
            List<ErrorRow> errors,
            boolean complete,
            boolean looked) {

        /** An error, in words. */
        record ErrorRow(long line, String field, String text, String rule) {}
    }

    @GetMapping
    ModelAndView page() {
        return new ModelAndView(
                "company/rates-import", "view", new PreviewView("", 0, 0, List.of(), List.of(), false, false));
    }

    @PostMapping("/preview")
    ModelAndView preview(@RequestParam MultipartFile file) throws IOException {
        try {
            String csv = text(file);
            return shown(csv, rates.preview(csv));
        } catch (RuleViolation refused) {
            ModelAndView again = page();
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("problem", texts.problem(refused));
            return again;
        }
    }

    @PostMapping
    ModelAndView importFile(@RequestParam String csv, RedirectAttributes flash) {
        ExchangeRateImport done = importRates.importFile(csv);
        if (!done.complete()) {
            return shown(csv, done);
        }
        flash.addFlashAttribute(
                "toast", Toast.of("company.rates-imported", done.added().size(), done.repeated()));
        return new ModelAndView("redirect:/rates");
    }

    private ModelAndView shown(String csv, ExchangeRateImport judged) {
        List<PreviewView.ErrorRow> errors = judged.errors().stream()
                .limit(SHOWN)
                .map(error -> new PreviewView.ErrorRow(
                        error.line(), error.field(), texts.rule(error.rule(), error.args()), error.rule()))
                .toList();
        ModelAndView shown = new ModelAndView(
                "company/rates-import",
                "view",
                new PreviewView(
                        csv,
                        judged.added().size(),
                        judged.repeated(),
                        judged.added().stream().limit(SHOWN).toList(),
                        errors,
                        judged.complete(),
                        true));
        shown.setStatus(judged.complete() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > MOST_BYTES) {
            throw RuleViolation.ofField("file", "exchange-rate.file-too-large");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RuleViolation.ofField("file", "exchange-rate.file-not-text");
        }
    }
}
