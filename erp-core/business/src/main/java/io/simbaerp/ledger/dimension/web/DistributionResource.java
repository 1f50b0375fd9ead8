package io.simbaerp.ledger.dimension.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.dimension.SaveDistribution;
import java.math.BigDecimal;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Distribution keys for programs. */
@RestController
@RequestMapping("/api/v1/distributions")
class DistributionResource {

    private final Distributions distributions;
    private final SaveDistribution save;
    private final BusinessDay businessDay;

    DistributionResource(Distributions distributions, SaveDistribution save, BusinessDay businessDay) {
        this.distributions = distributions;
        this.save = save;
        this.businessDay = businessDay;
    }

    /** A key with all its parts. */
    record KeyJson(
            @Nullable NamedForm named,
            @Nullable String axis,
            @Nullable List<@Nullable PartJson> parts) {

        List<DistributionDraft.Part> partsOf() {
            return parts == null
                    ? List.of()
                    : parts.stream()
                            .filter(Objects::nonNull)
                            .map(part -> new DistributionDraft.Part(
                                    Objects.requireNonNullElse(part.number(), "")
                                            .strip(),
                                    Objects.requireNonNullElse(part.percent(), BigDecimal.ZERO)))
                            .toList();
        }

        NamedForm saidOf() {
            if (named == null) {
                throw RuleViolation.ofField("named", "axis.code-wrong", "");
            }
            return named;
        }
    }

    /** Who takes how much of it. */
    record PartJson(@Nullable String number, @Nullable BigDecimal percent) {}

    @GetMapping
    List<Distributions.Key> all() {
        return distributions.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Distributions.Key add(@RequestBody KeyJson key) {
        NamedForm said = key.saidOf();
        save.save(null, new DistributionDraft(said.draft(businessDay.today()), key.axis(), key.partsOf()));
        return existing(Objects.requireNonNullElse(said.code(), "").strip());
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PutMapping("/{code}")
    Distributions.Key change(@PathVariable String code, @RequestBody KeyJson key) {
        NamedForm said = key.saidOf();
        Integer version = said.version();
        if (version == null) {
            throw RuleViolation.ofField("version", "account.version-missing");
        }
        save.save(
                version,
                new DistributionDraft(
                        said.draft(code, businessDay.today()), existing(code).axis(), key.partsOf()));
        return existing(code);
    }

    private Distributions.Key existing(String code) {
        return distributions.find(code).orElseThrow(() -> new NotFound("distribution", code));
    }
}
