package io.simbaerp.party.risk.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.risk.RateSupplier;
import io.simbaerp.party.risk.Risk;
import io.simbaerp.party.risk.SupplierRisks;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The risk of a supplier over REST. */
@RestController
@RequestMapping("/api/v1/parties/{id}/risk")
class RiskResource {

    private final Parties parties;
    private final SupplierRisks risks;
    private final RateSupplier rate;

    RiskResource(Parties parties, SupplierRisks risks, RateSupplier rate) {
        this.parties = parties;
        this.risks = risks;
        this.rate = rate;
    }

    /** What somebody rates. */
    record RateJson(@Nullable Risk risk, @Nullable String reason) {}

    /** The rating as it stands; without reason and day where nobody rated. */
    record RiskJson(
            Risk risk,
            @Nullable String reason,
            @Nullable LocalDate from,
            @Nullable String ratedBy) {}

    @GetMapping
    RiskJson risk(@PathVariable UUID id) {
        if (parties.byId(new PartyId(id)).isEmpty()) {
            throw new NotFound("party", id);
        }
        return risks.rating(id)
                .map(rating -> new RiskJson(rating.risk(), rating.reason(), rating.from(), rating.ratedBy()))
                .orElseGet(() -> new RiskJson(Risk.NORMAL, null, null, null));
    }

    @PutMapping
    RiskJson rate(@PathVariable UUID id, @RequestBody RateJson rating) {
        rate.rate(new PartyId(id), rating.risk(), rating.reason());
        return risk(id);
    }
}
