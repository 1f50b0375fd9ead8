package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.GrantPeriodException;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.RevokePeriodException;
import io.simbaerp.company.period.SetPeriodLocks;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One fiscal period: how far each area of it is locked, and who may post nevertheless. */
@Controller
@RequestMapping("/periods/{code}")
class PeriodLockController {

    private final PeriodDesk desk;
    private final SetPeriodLocks setLocks;
    private final GrantPeriodException grant;
    private final RevokePeriodException revoke;
    private final Permission permission;
    private final RuleTexts texts;

    PeriodLockController(
            PeriodDesk desk,
            SetPeriodLocks setLocks,
            GrantPeriodException grant,
            RevokePeriodException revoke,
            Permission permission,
            RuleTexts texts) {
        this.desk = desk;
        this.setLocks = setLocks;
        this.grant = grant;
        this.revoke = revoke;
        this.permission = permission;
        this.texts = texts;
    }

    /** The locks as somebody chose them. */
    record LocksForm(
            LockLevel whole, LockLevel sales, LockLevel purchases, LockLevel bank, LockLevel general, LockLevel vat) {

        Map<LockArea, LockLevel> areas() {
            Map<LockArea, LockLevel> areas = new EnumMap<>(LockArea.class);
            areas.put(LockArea.SALES, sales);
            areas.put(LockArea.PURCHASES, purchases);
            areas.put(LockArea.BANK, bank);
            areas.put(LockArea.GENERAL, general);
            areas.put(LockArea.VAT, vat);
            return areas;
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable String code) {
        return page(code);
    }

    @PostMapping("/locks")
    ModelAndView lock(@PathVariable String code, LocksForm form, RedirectAttributes flash) {
        try {
            setLocks.set(code, form.whole(), form.areas());
        } catch (RuleViolation refused) {
            return again(code, refused);
        }
        flash.addFlashAttribute("toast", Toast.of("ledger.locks-set", code));
        return new ModelAndView("redirect:/periods/{code}");
    }

    @PostMapping("/exceptions")
    ModelAndView grant(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LockArea area,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam LocalDate lastDay,
            @RequestParam String reason,
            RedirectAttributes flash) {
        try {
            grant.grant(new GrantPeriodException.Draft(code, area, person, desk.endOf(lastDay), reason));
        } catch (RuleViolation refused) {
            return again(code, refused);
        }
        flash.addFlashAttribute("toast", Toast.of("ledger.exception-granted", code));
        return new ModelAndView("redirect:/periods/{code}");
    }

    @PostMapping("/exceptions/{id}/revoke")
    ModelAndView revoke(@PathVariable String code, @PathVariable UUID id, RedirectAttributes flash) {
        revoke.revoke(id);
        flash.addFlashAttribute("toast", Toast.of("ledger.exception-revoked", code));
        return new ModelAndView("redirect:/periods/{code}");
    }

    private ModelAndView again(String code, RuleViolation refused) {
        ModelAndView page = page(code);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(String code) {
        return new ModelAndView("ledger/period")
                .addObject(
                        "view",
                        desk.view(
                                code,
                                permission.has(Duty.MAINTAIN_LEDGER),
                                permission.has(Duty.GRANT_PERIOD_EXCEPTION)));
    }
}
