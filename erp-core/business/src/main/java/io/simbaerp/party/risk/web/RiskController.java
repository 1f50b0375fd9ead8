package io.simbaerp.party.risk.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.risk.RateSupplier;
import io.simbaerp.party.risk.Risk;
import io.simbaerp.party.risk.SupplierRisks;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The risk of a supplier on a page of its own. */
@Controller
@RequestMapping("/parties/{id}/risk")
class RiskController {

    private final Parties parties;
    private final SupplierRisks risks;
    private final RateSupplier rate;
    private final Permission permission;
    private final Wording wording;

    RiskController(Parties parties, SupplierRisks risks, RateSupplier rate, Permission permission, Wording wording) {
        this.parties = parties;
        this.risks = risks;
        this.rate = rate;
        this.permission = permission;
        this.wording = wording;
    }

    /** Names of people and words of rules. */
    @Component("supplierRiskWording")
    record Wording(ActorNames names, RuleTexts texts) {}

    /** The supplier and its rating; as entered where it was refused. */
    record RiskView(
            UUID id,
            String name,
            Risk risk,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable String by,
            boolean maintained) {

        public List<Risk> kinds() {
            return List.of(Risk.values());
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id) {
        PartyView party = parties.byId(new PartyId(id)).orElseThrow(() -> new NotFound("party", id));
        SupplierRisks.Rating rating = risks.rating(id).orElse(null);
        return new ModelAndView(
                "party/risk",
                "view",
                new RiskView(
                        id,
                        party.name(),
                        rating == null ? Risk.NORMAL : rating.risk(),
                        rating == null ? null : rating.reason(),
                        rating == null ? null : rating.from(),
                        rating == null ? null : wording.names().nameOf(Actor.parse(rating.ratedBy())),
                        permission.has(Duty.MAINTAIN_PARTY)));
    }

    @PostMapping
    ModelAndView rate(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Risk risk,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash) {
        try {
            rate.rate(new PartyId(id), risk, reason);
            flash.addFlashAttribute("toast", Toast.of("party.risk-rated"));
            return new ModelAndView("redirect:/parties/" + id + "/risk");
        } catch (RuleViolation refused) {
            ModelAndView page = show(id);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("problem", wording.texts().problem(refused));
        }
    }
}
