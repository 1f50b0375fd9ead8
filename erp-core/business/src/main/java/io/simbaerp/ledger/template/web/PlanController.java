package io.simbaerp.ledger.template.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.template.DueEntries;
import io.simbaerp.ledger.template.PlanEntries;
import io.simbaerp.ledger.template.PlanKind;
import io.simbaerp.ledger.template.Plans;
import io.simbaerp.ledger.template.StopPlan;
import io.simbaerp.ledger.template.Templates;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans of entries: what comes next, the form of a new one, and the days of each. */
@Controller
@RequestMapping("/ledger/plans")
class PlanController {

    private final Plans plans;
    private final Templates templates;
    private final Doing doing;
    private final Permission permission;
    private final BusinessDay businessDay;
    private final RuleTexts texts;

    PlanController(
            Plans plans,
            Templates templates,
            Doing doing,
            Permission permission,
            BusinessDay businessDay,
            RuleTexts texts) {
        this.plans = plans;
        this.templates = templates;
        this.doing = doing;
        this.permission = permission;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** What can be done with plans. */
    @Component
    record Doing(PlanEntries plan, PlanEntries.Preview preview, StopPlan stop, DueEntries due) {}

    /** The plans and the form of a new one; {@code planned} once it was checked. */
    record PlansView(
            List<Plans.Plan> plans,
            int due,
            List<Templates.Template> templates,
            PlanForm form,
            PlanEntries.Preview.@Nullable Planned planned,
            boolean posts) {

        public List<PlanKind> kinds() {
            return List.of(PlanKind.values());
        }
    }

    /** A plan with its days. */
    record PlanView(Plans.Plan plan, List<Plans.Day> days, boolean posts) {}

    @GetMapping
    ModelAndView all() {
        return page(PlanForm.empty(businessDay.today()), null);
    }

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping("/preview")
    ModelAndView preview(@ModelAttribute PlanForm form) {
        try {
            return page(form, doing.preview().of(form.draft(templates, businessDay.today())));
        } catch (RuleViolation refused) {
            return refused(form, refused);
        }
    }

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping
    ModelAndView plan(@ModelAttribute PlanForm form, RedirectAttributes flash) {
        try {
            UUID plan = doing.plan().plan(form.draft(templates, businessDay.today()));
            flash.addFlashAttribute("toast", Toast.of("ledger.plan-made"));
            return new ModelAndView("redirect:/ledger/plans/" + plan);
        } catch (RuleViolation refused) {
            return refused(form, refused);
        }
    }

    @PostMapping("/due")
    ModelAndView postDue(RedirectAttributes flash) {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        DueEntries.Outcome outcome = doing.due().postAll();
        flash.addFlashAttribute(
                "toast",
                outcome.refusals().isEmpty()
                        ? Toast.of("ledger.plan-posted", outcome.posted())
                        : Toast.refused(
                                "ledger.plan-posted-some",
                                outcome.posted(),
                                outcome.refusals().size()));
        return new ModelAndView("redirect:/ledger/plans");
    }

    @GetMapping("/{plan}")
    ModelAndView one(@PathVariable UUID plan) {
        return new ModelAndView(
                "ledger/plan",
                "view",
                new PlanView(existing(plan), plans.days(plan), permission.has(Duty.POST_JOURNAL_ENTRY)));
    }

    @GetMapping("/{plan}/days.csv")
    ResponseEntity<byte[]> file(@PathVariable UUID plan) {
        existing(plan);
        CsvTable table = CsvTable.withHead("due", "amount", "currency", "entry", "refusal");
        plans.days(plan)
                .forEach(day -> table.row(
                        day.due(),
                        day.amount().amount(),
                        day.amount().currency().code(),
                        day.entry() == null ? null : day.entry().number(),
                        day.refusal()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plan.csv")
                                .build()
                                .toString())
                .body(table.bytes());
    }

    @PostMapping("/{plan}/stop")
    ModelAndView stop(@PathVariable UUID plan, RedirectAttributes flash) {
        doing.stop().stop(plan);
        flash.addFlashAttribute("toast", Toast.of("ledger.plan-stopped"));
        return new ModelAndView("redirect:/ledger/plans/" + plan);
    }

    private ModelAndView refused(PlanForm form, RuleViolation refused) {
        ModelAndView again = page(form, null);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(PlanForm form, PlanEntries.Preview.@Nullable Planned planned) {
        return new ModelAndView(
                "ledger/plans",
                "view",
                new PlansView(
                        plans.all(),
                        plans.due().size(),
                        templates.all().stream()
                                .filter(template -> template.draft().active())
                                .toList(),
                        form,
                        planned,
                        permission.has(Duty.POST_JOURNAL_ENTRY)));
    }

    private Plans.Plan existing(UUID plan) {
        return plans.find(plan).orElseThrow(() -> new NotFound("entry-plan", plan));
    }
}
