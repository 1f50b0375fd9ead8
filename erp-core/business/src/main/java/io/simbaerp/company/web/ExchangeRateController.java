package io.simbaerp.company.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.ExchangeRateRow;
import io.simbaerp.company.ExchangeRates;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Exchange rates: the list, a form for one, and the file. */
@Controller
class ExchangeRateController {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_IN_A_FILE = 50_000;

    private final ExchangeRates rates;
    private final AddExchangeRate add;
    private final BusinessDay businessDay;
    private final Permission permission;
    private final RuleTexts texts;

    ExchangeRateController(
            ExchangeRates rates, AddExchangeRate add, BusinessDay businessDay, Permission permission, RuleTexts texts) {
        this.rates = rates;
        this.add = add;
        this.businessDay = businessDay;
        this.permission = permission;
        this.texts = texts;
    }

    /** The page as it is shown. */
    record RatesView(
            @Nullable String currency,
            List<CurrencyCode> currencies,
            Page<ExchangeRateRow> page,
            RateForm form,
            boolean maintained,
            String address) {}

    @GetMapping("/rates")
    String list(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("view", view(currency, after, RateForm.empty(businessDay.today())));
        return "company/rates";
    }

    @PostMapping("/rates")
    ModelAndView add(@ModelAttribute RateForm form, RedirectAttributes flash) {
        try {
            add.add(form.draft());
            flash.addFlashAttribute(
                    "toast", Toast.of("company.rate-added", form.currency().strip(), form.mid()));
            return new ModelAndView("redirect:/rates");
        } catch (RuleViolation refused) {
            ModelAndView again = new ModelAndView("company/rates", HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("view", view(null, null, form));
            again.addObject("problem", texts.problem(refused));
            return again;
        }
    }

    /** In the form the import reads, so that one company's rates can be another's. */
    @GetMapping("/rates.csv")
    ResponseEntity<byte[]> file(@RequestParam(required = false) @Nullable String currency) {
        CsvTable table = CsvTable.withHead("currency", "date", "mid", "table", "source");
        rates.list(code(currency), null, MOST_IN_A_FILE)
                .forEach(row -> table.row(
                        row.rate().currency(),
                        row.rate().date(),
                        row.rate().rate().toPlainString(),
                        row.rate().table(),
                        row.rate().source()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rates.csv")
                                .build()
                                .toString())
                .body(table.bytes());
    }

    private RatesView view(@Nullable String currency, @Nullable String after, RateForm form) {
        CurrencyCode wanted = code(currency);
        List<ExchangeRateRow> rows = rates.list(wanted, after, PAGE_SIZE + 1);
        return new RatesView(
                wanted == null ? null : wanted.code(),
                rates.currencies(),
                Page.cut(rows, PAGE_SIZE, ExchangeRateRow::cursor),
                form,
                permission.has(Duty.MAINTAIN_EXCHANGE_RATE),
                wanted == null ? "/rates" : "/rates?currency=" + wanted);
    }

    private static @Nullable CurrencyCode code(@Nullable String currency) {
        return currency == null || currency.isBlank() ? null : RateForm.currency(currency);
    }
}
