package io.simbaerp.ledger.dimension.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.AxisRule;
import io.simbaerp.ledger.dimension.RuleAccountAxis;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Axes and, one step down, the values of an axis and what accounts say of it. */
@Controller
@RequestMapping("/ledger/axes")
class AxisController {

    private static final int PAGE_SIZE = 50;
    private static final int MOST_IN_A_FILE = 100_000;

    private final Axes axes;
    private final Saving saving;
    private final Permission permission;
    private final BusinessDay businessDay;
    private final RuleTexts texts;

    AxisController(Axes axes, Saving saving, Permission permission, BusinessDay businessDay, RuleTexts texts) {
        this.axes = axes;
        this.saving = saving;
        this.permission = permission;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** What changes axes. */
    @Component
    record Saving(SaveAxis axis, SaveAxisValue value, RuleAccountAxis rule) {}

    /** All axes. */
    record AxesView(List<Axes.Named> axes, boolean maintained, LocalDate from) {}

    /** An axis with a part of its values. */
    record AxisView(
            Axes.Named axis,
            Page<Axes.Named> values,
            String text,
            List<Axes.Ruled> rules,
            boolean maintained,
            LocalDate from) {

        public List<AxisRule> kinds() {
            return List.of(AxisRule.values());
        }
    }

    @GetMapping
    ModelAndView all() {
        return new ModelAndView(
                "ledger/axes",
                "view",
                new AxesView(axes.all(), permission.has(Duty.MAINTAIN_LEDGER), firstDayOfYear()));
    }

    @PostMapping
    ModelAndView save(@ModelAttribute NamedForm form, RedirectAttributes flash) {
        String code = Objects.requireNonNullElse(form.code(), "").strip();
        try {
            saving.axis().save(form.version(), form.draft(businessDay.today()));
            flash.addFlashAttribute("toast", Toast.of("ledger.axis-saved", code));
            return new ModelAndView("redirect:/ledger/axes" + (form.version() == null ? "" : "/" + code));
        } catch (RuleViolation refused) {
            return refused(form.version() == null ? all() : values(code, null, null), refused);
        }
    }

    @GetMapping("/{axis}")
    ModelAndView values(
            @PathVariable String axis,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after) {
        Axes.Named found = existing(axis);
        String wanted = text == null || text.isBlank() ? null : text.strip();
        return new ModelAndView(
                "ledger/axis",
                "view",
                new AxisView(
                        found,
                        Page.cut(axes.values(axis, wanted, after, PAGE_SIZE + 1), PAGE_SIZE, Axes.Named::code),
                        wanted == null ? "" : wanted,
                        axes.rules(null).stream()
                                .filter(rule -> rule.axis().equals(axis))
                                .toList(),
                        permission.has(Duty.MAINTAIN_LEDGER),
                        firstDayOfYear()));
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/{axis}/values")
    ModelAndView saveValue(@PathVariable String axis, @ModelAttribute NamedForm form, RedirectAttributes flash) {
        existing(axis);
        try {
            saving.value().save(axis, form.version(), form.draft(businessDay.today()));
            flash.addFlashAttribute("toast", Toast.of("ledger.axis-saved", String.valueOf(form.code())));
            return new ModelAndView("redirect:/ledger/axes/" + axis);
        } catch (RuleViolation refused) {
            return refused(values(axis, null, null), refused);
        }
    }

    /** Rules the axis for an account and those below it; {@code allowed} are numbers, parted by commas. */
    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/{axis}/accounts")
    ModelAndView rule(
            @PathVariable String axis,
            @RequestParam String account,
            @RequestParam AxisRule rule,
            @RequestParam(defaultValue = "") String allowed,
            RedirectAttributes flash) {
        existing(axis);
        try {
            saving.rule()
                    .rule(
                            account.strip(),
                            axis,
                            rule,
                            Arrays.stream(allowed.split(","))
                                    .map(String::strip)
                                    .filter(number -> !number.isEmpty())
                                    .toList());
            flash.addFlashAttribute("toast", Toast.of("ledger.axis-ruled", account.strip()));
            return new ModelAndView("redirect:/ledger/axes/" + axis);
        } catch (RuleViolation refused) {
            return refused(values(axis, null, null), refused);
        }
    }

    @GetMapping("/{axis}/values.csv")
    ResponseEntity<byte[]> file(@PathVariable String axis) {
        existing(axis);
        CsvTable table = CsvTable.withHead("axis", "number", "name_pl", "name_en", "active_from", "active_to");
        axes.values(axis, null, null, MOST_IN_A_FILE)
                .forEach(value -> table.row(
                        axis, value.code(), value.namePl(), value.nameEn(), value.activeFrom(), value.activeTo()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("axis-" + axis + ".csv")
                                .build()
                                .toString())
                .body(table.bytes());
    }

    private ModelAndView refused(ModelAndView page, RuleViolation refused) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private LocalDate firstDayOfYear() {
        return businessDay.today().withDayOfYear(1);
    }

    private Axes.Named existing(String code) {
        return axes.find(code).orElseThrow(() -> new NotFound("axis", code));
    }
}
