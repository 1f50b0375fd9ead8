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
import io.simbaerp.page.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Axes, their values, and what accounts say of them, for programs. */
@RestController
@RequestMapping("/api/v1")
class AxisResource {

    private static final int PAGE_SIZE = 100;

    private final Axes axes;
    private final SaveAxis saveAxis;
    private final SaveAxisValue saveValue;
    private final RuleAccountAxis rule;
    private final BusinessDay businessDay;

    AxisResource(Axes axes, SaveAxis saveAxis, SaveAxisValue saveValue, RuleAccountAxis rule, BusinessDay businessDay) {
        this.axes = axes;
        this.saveAxis = saveAxis;
        this.saveValue = saveValue;
        this.rule = rule;
        this.businessDay = businessDay;
    }

    /** What an account says of an axis. */
    record RuleJson(@Nullable AxisRule rule, @Nullable List<@Nullable String> allowed) {}

    @GetMapping("/axes")
    List<Axes.Named> all() {
        return axes.all();
    }

    @PostMapping("/axes")
    @ResponseStatus(HttpStatus.CREATED)
    Axes.Named add(@RequestBody NamedForm axis) {
        saveAxis.save(null, axis.draft(businessDay.today()));
        return existing(Objects.requireNonNullElse(axis.code(), "").strip());
    }

    @PutMapping("/axes/{axis}")
    Axes.Named change(@PathVariable String axis, @RequestBody NamedForm said) {
        saveAxis.save(version(said), said.draft(axis, businessDay.today()));
        return existing(axis);
    }

    @GetMapping("/axes/{axis}/values")
    Page<Axes.Named> values(
            @PathVariable String axis,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after) {
        existing(axis);
        return Page.cut(axes.values(axis, text, after, PAGE_SIZE + 1), PAGE_SIZE, Axes.Named::code);
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping("/axes/{axis}/values")
    @ResponseStatus(HttpStatus.CREATED)
    void addValue(@PathVariable String axis, @RequestBody NamedForm value) {
        existing(axis);
        saveValue.save(axis, null, value.draft(businessDay.today()));
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PutMapping("/axes/{axis}/values/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeValue(@PathVariable String axis, @PathVariable String number, @RequestBody NamedForm said) {
        existing(axis);
        saveValue.save(axis, version(said), said.draft(number, businessDay.today()));
    }

    @GetMapping("/accounts/{code}/axes")
    List<Axes.Ruled> rules(@PathVariable String code) {
        return axes.rules(code);
    }

    /** Rules the axis for the account and those below it. */
    @PutMapping("/accounts/{code}/axes/{axis}")
    List<Axes.Ruled> rule(@PathVariable String code, @PathVariable String axis, @RequestBody RuleJson said) {
        rule.rule(
                code,
                axis,
                Objects.requireNonNullElse(said.rule(), AxisRule.OPTIONAL),
                Objects.requireNonNullElse(said.allowed(), List.<@Nullable String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList());
        return axes.rules(code);
    }

    private static int version(NamedForm said) {
        if (said.version() == null) {
            throw RuleViolation.ofField("version", "account.version-missing");
        }
        return said.version();
    }

    private Axes.Named existing(String code) {
        return axes.find(code).orElseThrow(() -> new NotFound("axis", code));
    }
}
