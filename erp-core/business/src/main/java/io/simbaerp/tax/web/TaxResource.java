package io.simbaerp.tax.web;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.page.Page;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** VAT codes and the VAT register for programs. */
@RestController
@RequestMapping("/api/v1")
class TaxResource {

    private static final int MOST = 200;

    private final TaxCodes codes;
    private final VatRegister register;
    private final BusinessDay businessDay;

    TaxResource(TaxCodes codes, VatRegister register, BusinessDay businessDay) {
        this.codes = codes;
        this.register = register;
        this.businessDay = businessDay;
    }

    @GetMapping("/tax-codes")
    Page<TaxCodeView> codes(@RequestParam(required = false) @Nullable LocalDate on) {
        return new Page<>(codes.validOn(on == null ? businessDay.today() : on), null);
    }

    @GetMapping("/vat-register")
    Page<VatRegister.Row> register(
            @RequestParam String period,
            @RequestParam(defaultValue = "INPUT") VatDirection direction,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<VatRegister.Row> rows = register.ofPeriod(period, direction, after, most + 1);
        return Page.cut(rows, most, VatRegister.Row::cursor);
    }
}
