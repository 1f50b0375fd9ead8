package io.simbaerp.ledger.template.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.template.DueEntries;
import io.simbaerp.ledger.template.PlanEntries;
import io.simbaerp.ledger.template.Plans;
import io.simbaerp.ledger.template.SaveTemplate;
import io.simbaerp.ledger.template.TemplateDraft;
import io.simbaerp.ledger.template.Templates;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates and plans for programs. */
@RestController
@RequestMapping("/api/v1")
class TemplateResource {

    private final Templates templates;
    private final Plans plans;
    private final SaveTemplate save;
    private final PlanController.Doing doing;
    private final Permission permission;
    private final BusinessDay businessDay;

    TemplateResource(
            Templates templates,
            Plans plans,
            SaveTemplate save,
            PlanController.Doing doing,
            Permission permission,
            BusinessDay businessDay) {
        this.templates = templates;
        this.plans = plans;
        this.save = save;
        this.doing = doing;
        this.permission = permission;
        this.businessDay = businessDay;
    }

    /** A template as a program sends it. */
    record TemplateJson(
            @Nullable String code,
            @Nullable String name,
            @Nullable String journal,
            @Nullable String narration,
            @Nullable Boolean active,
            @Nullable Integer version,
            @Nullable List<@Nullable LineJson> lines) {

        TemplateDraft draft(String fixedCode) {
            List<TemplateDraft.Line> drafts = new ArrayList<>();
            Objects.requireNonNullElse(lines, List.<@Nullable LineJson>of()).forEach(line -> {
                if (line != null) {
                    drafts.add(line.draft());
                }
            });
            return new TemplateDraft(
                    fixedCode.strip(),
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(journal, "").strip(),
                    Objects.requireNonNullElse(narration, ""),
                    active == null || active,
                    drafts);
        }
    }

    /** A line: an amount, a percentage, or neither for what the others leave. */
    record LineJson(
            @Nullable String account,
            @Nullable Side side,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            @Nullable String costCentre,
            @Nullable Map<String, @Nullable String> dimensions,
            @Nullable UUID partyId,
            @Nullable String text) {

        TemplateDraft.Line draft() {
            Map<String, String> named = new TreeMap<>();
            if (dimensions != null) {
                dimensions.forEach((axis, number) -> {
                    if (number != null) {
                        named.put(axis, number.strip());
                    }
                });
            }
            return new TemplateDraft.Line(
                    Objects.requireNonNullElse(account, "").strip(),
                    Objects.requireNonNullElse(side, Side.DEBIT),
                    amount,
                    percent,
                    costCentre,
                    named,
                    partyId,
                    text);
        }
    }

    /** A plan with its days. */
    record PlanJson(Plans.Plan plan, List<Plans.Day> days) {}

    @GetMapping("/entry-templates")
    List<Templates.Template> templates() {
        return templates.all();
    }

    @PostMapping("/entry-templates")
    @ResponseStatus(HttpStatus.CREATED)
    Templates.Template add(@RequestBody TemplateJson template) {
        String code = Objects.requireNonNullElse(template.code(), "").strip();
        save.save(null, template.draft(code));
        return existing(code);
    }

    @PutMapping("/entry-templates/{code}")
    Templates.Template change(@PathVariable String code, @RequestBody TemplateJson template) {
        existing(code);
        Integer version = template.version();
        if (version == null) {
            throw RuleViolation.ofField("version", "account.version-missing");
        }
        save.save(version, template.draft(code));
        return existing(code);
    }

    @GetMapping("/entry-plans")
    List<Plans.Plan> plans() {
        return plans.all();
    }

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping("/entry-plans/preview")
    PlanEntries.Preview.Planned preview(@RequestBody PlanForm plan) {
        return doing.preview().of(plan.draft(templates, businessDay.today()));
    }

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping("/entry-plans")
    @ResponseStatus(HttpStatus.CREATED)
    PlanJson plan(@RequestBody PlanForm plan) {
        return one(doing.plan().plan(plan.draft(templates, businessDay.today())));
    }

    @GetMapping("/entry-plans/{plan}")
    PlanJson one(@PathVariable UUID plan) {
        return new PlanJson(plans.find(plan).orElseThrow(() -> new NotFound("entry-plan", plan)), plans.days(plan));
    }

    @PostMapping("/entry-plans/{plan}/stop")
    PlanJson stop(@PathVariable UUID plan) {
        doing.stop().stop(plan);
        return one(plan);
    }

    /** Posts what is due of all plans. */
    @PostMapping("/entry-plans/due")
    DueEntries.Outcome postDue() {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return doing.due().postAll();
    }

    private Templates.Template existing(String code) {
        return templates.find(code).orElseThrow(() -> new NotFound("entry-template", code));
    }
}
