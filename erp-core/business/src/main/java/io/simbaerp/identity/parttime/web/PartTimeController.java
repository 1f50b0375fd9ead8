package io.simbaerp.identity.parttime.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.identity.parttime.EndPartTime;
import io.simbaerp.identity.parttime.PartTime;
import io.simbaerp.identity.parttime.PartTimeDraft;
import io.simbaerp.identity.parttime.PartTimes;
import io.simbaerp.identity.parttime.SetPartTime;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works part-time, and when: everybody sees it, administrators keep it. */
@Controller
@RequestMapping("/part-time")
class PartTimeController {

    private final PartTimes partTimes;
    private final SetPartTime set;
    private final EndPartTime end;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final RuleTexts texts;

    PartTimeController(
            PartTimes partTimes,
            SetPartTime set,
            EndPartTime end,
            Colleagues colleagues,
            CurrentActor currentActor,
            RuleTexts texts) {
        this.partTimes = partTimes;
        this.set = set;
        this.end = end;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    /** Where it is found. */
    @Configuration(proxyBeanMethods = false)
    static class Places {

        @Bean
        NavigationEntry partTimeEntry() {
            return new NavigationEntry(
                    "part-time.title", "/part-time", Duty.ADMINISTER, "clock", NavigationEntry.Group.CONTROL, 79, null);
        }
    }

    /** What the page shows. */
    record Shown(
            List<PartTime> weeks, List<DayOfWeek> weekdays, List<Colleagues.Colleague> people, boolean mayChange) {}

    @GetMapping
    ModelAndView page() {
        return show(null);
    }

    @PostMapping
    ModelAndView set(@RequestParam UUID person, @ModelAttribute PartTimeDraft draft, RedirectAttributes flash) {
        try {
            set.set(person, draft);
        } catch (RuleViolation refused) {
            ModelAndView again = show(texts.problem(refused));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(flash);
    }

    @PostMapping("/{person}/end")
    ModelAndView end(@PathVariable UUID person, RedirectAttributes flash) {
        end.end(person);
        return done(flash);
    }

    private static ModelAndView done(RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of("part-time.changed"));
        return new ModelAndView("redirect:/part-time");
    }

    private ModelAndView show(@Nullable FormProblem problem) {
        boolean mayChange = currentActor.get().may(Duty.ADMINISTER);
        return new ModelAndView("identity/part-time")
                .addObject(
                        "page",
                        new Shown(
                                partTimes.all(),
                                List.of(DayOfWeek.values()),
                                mayChange ? colleagues.holding(Duty.BELONG_TO_COMPANY) : List.of(),
                                mayChange))
                .addObject("problem", problem);
    }
}
