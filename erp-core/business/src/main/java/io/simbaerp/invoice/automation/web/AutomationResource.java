package io.simbaerp.invoice.automation.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.automation.SwitchTouchless;
import io.simbaerp.invoice.automation.TouchlessSuppliers;
import io.simbaerp.invoice.automation.TouchlessSwitch;
import io.simbaerp.invoice.coding.HitRate;
import io.simbaerp.invoice.coding.HitRateReport;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hit rate of coding proposals and touchless coding, for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Purchase invoices")
class AutomationResource {

    private final HitRate hitRate;
    private final TouchlessSuppliers touchless;
    private final SwitchTouchless switchTouchless;
    private final Parties parties;

    AutomationResource(
            HitRate hitRate, TouchlessSuppliers touchless, SwitchTouchless switchTouchless, Parties parties) {
        this.hitRate = hitRate;
        this.touchless = touchless;
        this.switchTouchless = switchTouchless;
        this.parties = parties;
    }

    /**
     * Lines and percentages of them that were proposed right.
     *
     * @param right in account, cost centre and VAT code
     */
    record ScoreJson(int lines, BigDecimal right, BigDecimal account, BigDecimal costCentre, BigDecimal taxCode) {

        static ScoreJson of(HitRateReport.Score score) {
            return new ScoreJson(
                    score.lines(),
                    percent(score.rate()),
                    percent(score.accountRate()),
                    percent(score.costCentreRate()),
                    percent(score.taxCodeRate()));
        }
    }

    /** The same by what the precedent had in common with the line. */
    record BasisJson(String basis, ScoreJson score) {}

    /** The same by supplier. */
    record SupplierJson(UUID supplierId, String name, int invoices, int unchanged, ScoreJson score) {}

    /**
     * The hit rate.
     *
     * @param unchanged percentage of invoices right in every line
     * @param followed of the lines that had a precedent
     */
    record HitRateJson(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int invoices,
            BigDecimal unchanged,
            ScoreJson all,
            ScoreJson followed,
            List<BasisJson> bases,
            List<SupplierJson> suppliers) {}

    /**
     * Touchless coding of a supplier.
     *
     * @param unedited how many of the last three postings in a row were coded as proposed
     * @param earned whether it may be switched on
     * @param coded how many invoices were coded so
     */
    record TouchlessJson(
            boolean on,
            @Nullable UUID switchedOnBy,
            @Nullable Instant switchedOnAt,
            int unedited,
            boolean earned,
            int coded) {

        static TouchlessJson of(TouchlessSwitch present) {
            return new TouchlessJson(
                    present.on(), present.by(), present.since(), present.unedited(), present.earned(), present.coded());
        }
    }

    /** What it is to be. */
    record SwitchJson(@Nullable Boolean on) {}

    @GetMapping("/reports/coding-hit-rate")
    @Operation(
            summary = "Posted invoices proposed once more, each from nothing but those before it: how many were right")
    HitRateJson hitRate() {
        HitRateReport report = hitRate.present();
        return new HitRateJson(
                report.from(),
                report.to(),
                report.invoices(),
                percent(report.unchangedRate()),
                ScoreJson.of(report.all()),
                ScoreJson.of(report.followed()),
                report.bases().stream()
                        .map(one -> new BasisJson(one.basis().name(), ScoreJson.of(one.score())))
                        .toList(),
                report.suppliers().stream()
                        .map(one -> new SupplierJson(
                                one.supplierId(),
                                one.name(),
                                one.invoices(),
                                one.unchanged(),
                                ScoreJson.of(one.score())))
                        .toList());
    }

    @GetMapping("/parties/{id}/touchless")
    @Operation(summary = "Whether the supplier's invoices are coded without a person, who switched it and when")
    TouchlessJson touchless(@PathVariable UUID id) {
        return TouchlessJson.of(touchless.of(existing(id)));
    }

    @PutMapping("/parties/{id}/touchless")
    @Operation(summary = "Switch it: `{\"on\": true}`, after three postings in a row that were coded as proposed")
    TouchlessJson touchless(@PathVariable UUID id, @RequestBody SwitchJson wanted) {
        if (wanted.on() == null) {
            throw RuleViolation.ofField("on", "invoice.touchless-on-missing");
        }
        switchTouchless.to(existing(id), wanted.on());
        return touchless(id);
    }

    private PartyId existing(UUID id) {
        PartyId party = new PartyId(id);
        if (parties.byId(party).isEmpty()) {
            throw new NotFound("party", id);
        }
        return party;
    }

    private static BigDecimal percent(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}
