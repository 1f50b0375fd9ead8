package io.simbaerp.invoice.automation.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.invoice.automation.TouchlessSuppliers;
import io.simbaerp.invoice.automation.TouchlessSwitch;
import io.simbaerp.invoice.coding.HitRate;
import io.simbaerp.invoice.coding.HitRateReport;
import io.simbaerp.page.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the measured hit rate and the switches of suppliers beside each other. */
@Component
class AutomationPages {

    private final HitRate hitRate;
    private final TouchlessSuppliers touchless;
    private final ActorNames names;
    private final Formats formats;

    AutomationPages(HitRate hitRate, TouchlessSuppliers touchless, ActorNames names, Formats formats) {
        this.hitRate = hitRate;
        this.touchless = touchless;
        this.names = names;
        this.formats = formats;
    }

    AutomationPage page() {
        HitRateReport report = hitRate.present();
        Map<UUID, TouchlessSwitch> switches = switches(report);
        HitRateReport.Score all = report.all();
        return new AutomationPage(
                report.invoices(),
                all.lines(),
                all.whole(),
                report.from(),
                report.to(),
                HitRate.MOST,
                List.of(
                        new AutomationPage.Figure("invoice.automation.rate", percent(all.rate())),
                        new AutomationPage.Figure("invoice.automation.account", percent(all.accountRate())),
                        new AutomationPage.Figure("invoice.automation.cost-centre", percent(all.costCentreRate())),
                        new AutomationPage.Figure("invoice.automation.tax-code", percent(all.taxCodeRate())),
                        new AutomationPage.Figure(
                                "invoice.automation.followed",
                                percent(report.followed().rate())),
                        new AutomationPage.Figure("invoice.automation.unchanged", percent(report.unchangedRate()))),
                report.bases().stream()
                        .map(one -> new AutomationPage.Basis(
                                "invoice.automation.basis." + one.basis(),
                                one.score().lines(),
                                percent(one.score().rate())))
                        .toList(),
                report.suppliers().stream().map(one -> supplier(one, switches)).toList());
    }

    private Map<UUID, TouchlessSwitch> switches(HitRateReport report) {
        return touchless
                .of(report.suppliers().stream()
                        .map(HitRateReport.OfSupplier::supplierId)
                        .toList())
                .stream()
                .collect(Collectors.toMap(TouchlessSwitch::supplierId, Function.identity()));
    }

    private AutomationPage.Supplier supplier(HitRateReport.OfSupplier one, Map<UUID, TouchlessSwitch> switches) {
        TouchlessSwitch present =
                switches.getOrDefault(one.supplierId(), new TouchlessSwitch(one.supplierId(), null, null, 0, 0));
        UUID by = present.by();
        Instant since = present.since();
        return new AutomationPage.Supplier(
                one.supplierId(),
                one.name(),
                one.invoices(),
                one.score().lines(),
                percent(one.score().rate()),
                percent(HitRateReport.tenths(one.unchanged(), one.invoices())),
                present.unedited(),
                present.earned(),
                by == null ? null : names.nameOf(Actor.person(by)),
                since == null ? null : formats.instant(since),
                present.coded());
    }

    private String percent(int tenths) {
        return formats.number(BigDecimal.valueOf(tenths, 1)) + "\u00a0%";
    }
}
