package io.simbaerp.ledger.dimension.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.dimension.EnteredDimensions;
import io.simbaerp.ledger.dimension.SaveDistribution;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Distribution keys: all of them, and the form of one below. */
@Controller
@RequestMapping("/ledger/distributions")
class DistributionController {

    private static final int EMPTY_PARTS = 4;

    private final Distributions distributions;
    private final SaveDistribution save;
    private final Offer offer;
    private final Permission permission;
    private final RuleTexts texts;

    DistributionController(
            Distributions distributions, SaveDistribution save, Offer offer, Permission permission, RuleTexts texts) {
        this.distributions = distributions;
        this.save = save;
        this.offer = offer;
        this.permission = permission;
        this.texts = texts;
    }

    /** What the form offers. */
    @Component
    record Offer(Axes axes, CostCentres costCentres, BusinessDay businessDay) {}

    /** A part as it was typed. */
    record PartRow(String number, String percent) {}

    /** The keys and the form. */
    record DistributionView(
            List<Distributions.Key> keys,
            List<Axes.Choice> axes,
            List<CostCentres.CostCentreView> costCentres,
            NamedForm form,
            String axis,
            List<PartRow> parts,
            boolean maintained) {}

    @GetMapping
    ModelAndView all(@RequestParam(required = false) @Nullable String code) {
        if (code == null) {
            LocalDate from = offer.businessDay().today().withDayOfYear(1);
            return page(new NamedForm("", "", "", from, null, null), "", List.of());
        }
        Distributions.Key key = distributions.find(code).orElseThrow(() -> new NotFound("distribution", code));
        Axes.Named named = key.named();
        return page(
                new NamedForm(
                        named.code(),
                        named.nameEn(),
                        named.namePl(),
                        named.activeFrom(),
                        named.activeTo(),
                        named.version()),
                Objects.requireNonNullElse(key.axis(), ""),
                key.parts().stream()
                        .map(part -> new PartRow(part.number(), part.percent().toPlainString()))
                        .toList());
    }

    @PostMapping
    ModelAndView save(
            @ModelAttribute NamedForm form,
            @RequestParam(defaultValue = "") String axis,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes flash) {
        List<PartRow> rows = rows(sent);
        try {
            save.save(
                    form.version(),
                    new DistributionDraft(
                            form.draft(offer.businessDay().today()),
                            axis.isBlank() ? null : axis.strip(),
                            rows.stream().map(DistributionController::part).toList()));
            flash.addFlashAttribute("toast", Toast.of("ledger.axis-saved", String.valueOf(form.code())));
            return new ModelAndView("redirect:/ledger/distributions");
        } catch (RuleViolation refused) {
            ModelAndView again = page(form, axis, rows);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    private static DistributionDraft.Part part(PartRow row) {
        String plain = EnteredNumber.plain(row.percent());
        if (plain == null || !plain.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")) {
            throw RuleViolation.ofField("parts", "distribution.percent-wrong", row.percent(), row.number());
        }
        return new DistributionDraft.Part(row.number(), new BigDecimal(plain));
    }

    private static List<PartRow> rows(MultiValueMap<String, String> sent) {
        List<String> numbers = sent.getOrDefault("partNumber", List.of());
        List<String> percents = sent.getOrDefault("partPercent", List.of());
        List<PartRow> rows = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            String number = EnteredDimensions.code(numbers.get(i));
            if (!number.isEmpty()) {
                rows.add(new PartRow(
                        number, i < percents.size() ? percents.get(i).strip() : ""));
            }
        }
        return rows;
    }

    private ModelAndView page(NamedForm form, String axis, List<PartRow> parts) {
        List<PartRow> roomy = new ArrayList<>(parts);
        for (int i = 0; i < EMPTY_PARTS; i++) {
            roomy.add(new PartRow("", ""));
        }
        return new ModelAndView(
                "ledger/distributions",
                "view",
                new DistributionView(
                        distributions.all(),
                        offer.axes().choices(),
                        offer.costCentres().all(),
                        form,
                        axis,
                        roomy,
                        permission.has(Duty.MAINTAIN_LEDGER)));
    }
}
