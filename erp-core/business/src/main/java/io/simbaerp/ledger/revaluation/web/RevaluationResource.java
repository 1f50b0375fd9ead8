package io.simbaerp.ledger.revaluation.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.revaluation.PreviewRevaluation;
import io.simbaerp.ledger.revaluation.RateSource;
import io.simbaerp.ledger.revaluation.RevaluationPlan;
import io.simbaerp.ledger.revaluation.Revaluations;
import io.simbaerp.ledger.revaluation.RevalueItems;
import io.simbaerp.ledger.revaluation.TakeBackRevaluation;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Valuing open items in foreign currency, for programs. */
@RestController
@RequestMapping("/api/v1/revaluations")
class RevaluationResource {

    private static final int MOST = 500;

    private final PreviewRevaluation preview;
    private final RevalueItems revalue;
    private final TakeBackRevaluation takeBack;
    private final Revaluations revaluations;
    private final RuleTexts texts;

    RevaluationResource(
            PreviewRevaluation preview,
            RevalueItems revalue,
            TakeBackRevaluation takeBack,
            Revaluations revaluations,
            RuleTexts texts) {
        this.preview = preview;
        this.revalue = revalue;
        this.takeBack = takeBack;
        this.revaluations = revaluations;
        this.texts = texts;
    }

    /** The day whose end counts, and whose rates: NBP if nothing is said. */
    record RevalueJson(@Nullable LocalDate day, @Nullable RateSource source) {}

    /** Why one is taken back. */
    record TakeBackJson(@Nullable String reason) {}

    /** An item and what it is worth. */
    record ItemJson(
            UUID openItemId,
            UUID partyId,
            String account,
            String side,
            Money open,
            Money carried,
            BigDecimal rate,
            LocalDate rateDate,
            String rateTable,
            Money value,
            Money gain) {

        static ItemJson of(RevaluationPlan.Item item) {
            return new ItemJson(
                    item.id(),
                    item.partyId(),
                    item.account(),
                    item.side().name(),
                    item.open(),
                    item.carried(),
                    item.rate().rate(),
                    item.rate().date(),
                    item.rate().table(),
                    item.value(),
                    item.gain());
        }
    }

    /** What valuing would do. */
    record PlanJson(LocalDate day, RateSource source, Money gain, Money loss, List<ItemJson> items) {}

    /** A valuation; its items only where one is asked for. */
    record RevaluationJson(
            UUID id,
            LocalDate day,
            RateSource source,
            UUID journalEntryId,
            UUID backEntryId,
            int count,
            Instant recordedAt,
            String recordedBy,
            @Nullable String takenBackFor,
            @Nullable List<ItemJson> items) {

        static RevaluationJson of(Revaluations.RevaluationView view, @Nullable List<ItemJson> items) {
            return new RevaluationJson(
                    view.id(),
                    view.day(),
                    view.source(),
                    view.entry().id().value(),
                    view.back().id().value(),
                    view.items(),
                    view.recordedAt(),
                    view.recordedBy(),
                    view.takenBackFor(),
                    items);
        }
    }

    @GetMapping
    List<RevaluationJson> list() {
        return revaluations.latest(MOST).stream()
                .map(view -> RevaluationJson.of(view, null))
                .toList();
    }

    @GetMapping("/{id}")
    RevaluationJson one(@PathVariable UUID id) {
        return RevaluationJson.of(
                revaluations.byId(id).orElseThrow(() -> new NotFound("revaluation", id)),
                revaluations.items(id).stream().map(ItemJson::of).toList());
    }

    @PostMapping("/preview")
    PlanJson preview(@RequestBody RevalueJson wanted) {
        RevaluationPlan plan = preview.plan(day(wanted), source(wanted));
        return new PlanJson(
                plan.day(),
                plan.source(),
                plan.gain(),
                plan.loss(),
                plan.items().stream().map(ItemJson::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RevaluationJson revalue(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RevalueJson wanted) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        String narration = texts.message("revaluation.narration", List.of(day(wanted)));
        return one(revalue.revalue(day(wanted), source(wanted), narration, "rest " + key.strip()));
    }

    @PostMapping("/{id}/take-back")
    RevaluationJson takeBack(@PathVariable UUID id, @RequestBody TakeBackJson wanted) {
        takeBack.takeBack(id, Objects.requireNonNullElse(wanted.reason(), ""));
        return one(id);
    }

    private static LocalDate day(RevalueJson wanted) {
        if (wanted.day() == null) {
            throw RuleViolation.ofField("day", "revaluation.day-missing");
        }
        return wanted.day();
    }

    private static RateSource source(RevalueJson wanted) {
        return Objects.requireNonNullElse(wanted.source(), RateSource.NBP);
    }
}
