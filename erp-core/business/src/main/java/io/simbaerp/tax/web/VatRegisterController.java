package io.simbaerp.tax.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.page.Page;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The VAT register of a period, purchases or sales. */
@Controller
class VatRegisterController {

    private static final int PAGE_SIZE = 50;

    private final VatRegister register;
    private final BusinessDay businessDay;

    VatRegisterController(VatRegister register, BusinessDay businessDay) {
        this.register = register;
        this.businessDay = businessDay;
    }

    /** The page as it is shown. */
    record RegisterView(
            String period,
            String periodBefore,
            String periodAfter,
            VatDirection direction,
            List<VatRegister.Sum> sums,
            Page<VatRegister.Row> page,
            String address) {}

    @GetMapping("/tax/register")
    String register(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "INPUT") VatDirection direction,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        YearMonth month = month(period);
        String code = month.toString();
        Page<VatRegister.Row> page =
                Page.cut(register.ofPeriod(code, direction, after, PAGE_SIZE + 1), PAGE_SIZE, VatRegister.Row::cursor);
        List<VatRegister.Sum> sums = register.sums(code).stream()
                .filter(sum -> sum.direction() == direction)
                .toList();
        model.addAttribute(
                "view",
                new RegisterView(
                        code,
                        month.minusMonths(1).toString(),
                        month.plusMonths(1).toString(),
                        direction,
                        sums,
                        page,
                        "/tax/register?period=" + code + "&direction=" + direction));
        return "tax/register";
    }

    private YearMonth month(@Nullable String period) {
        try {
            return period == null || period.isBlank() ? YearMonth.from(businessDay.today()) : YearMonth.parse(period);
        } catch (DateTimeException e) {
            throw RuleViolation.ofField("period", "vat-register.period-unreadable", String.valueOf(period));
        }
    }
}
