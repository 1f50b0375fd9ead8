package io.simbaerp.ledger.revaluation.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.revaluation.PreviewRevaluation;
import io.simbaerp.ledger.revaluation.RateSource;
import io.simbaerp.ledger.revaluation.RevaluationMethod;
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

/** Valuing open items and balances in foreign currency, for programs. */
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

    /** The day whose end counts, whose rates (NBP if nothing is said), and what becomes of the differences (REVERSED). */
    record RevalueJson(
            @Nullable LocalDate day,
            @Nullable RateSource source,
            @Nullable RevaluationMethod method) {}

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
            Money adjusted,
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
                    item.adjusted(),
                    item.rate().rate(),
                    item.rate().date(),
                    item.rate().table(),
                    item.value(),
                    item.gain());
        }
    }

    /** An account kept in a foreign currency and what it is worth. */
    record AccountJson(
            String account,
            Money balance,
            Money carried,
            BigDecimal rate,
            LocalDate rateDate,
            String rateTable,
            Money value,
            Money gain) {

        static AccountJson of(RevaluationPlan.Account account) {
            return new AccountJson(
                    account.code(),
                    account.balance(),
                    account.carried(),
                    account.rate().rate(),
                    account.rate().date(),
                    account.rate().table(),
                    account.value(),
                    account.gain());
        }
    }

    /**
     * What valuing would do.
     *
     * @param entry lines of the entry of the day; none where nothing differs
     * @param backOn the day they come back on; nothing where they stay
     */
    record PlanJson(
            LocalDate day,
            RateSource source,
            RevaluationMethod method,
            Money gain,
            Money loss,
            List<ItemJson> items,
            List<AccountJson> accounts,
            List<LineDraft> entry,
            @Nullable LocalDate backOn) {}

    /** A valuation; its items only where one is asked for. */
    record RevaluationJson(
            UUID id,
            LocalDate day,
            RateSource source,
            RevaluationMethod method,
            UUID journalEntryId,
            @Nullable UUID backEntryId,
            int count,
            int accountCount,
            Instant recordedAt,
            String recordedBy,
            @Nullable String takenBackFor,
            @Nullable List<ItemJson> items,
            @Nullable List<AccountJson> accounts) {

        static RevaluationJson of(
                Revaluations.RevaluationView view,
                @Nullable List<ItemJson> items,
                @Nullable List<AccountJson> accounts) {
            JournalEntryDetails.Reference back = view.back();
            return new RevaluationJson(
                    view.id(),
                    view.day(),
                    view.source(),
                    view.method(),
                    view.entry().id().value(),
                    back == null ? null : back.id().value(),
                    view.items(),
                    view.accounts(),
                    view.recordedAt(),
                    view.recordedBy(),
                    view.takenBackFor(),
                    items,
                    accounts);
        }
    }

    @GetMapping
    List<RevaluationJson> list() {
        return revaluations.latest(MOST).stream()
                .map(view -> RevaluationJson.of(view, null, null))
                .toList();
    }

    @GetMapping("/{id}")
    RevaluationJson one(@PathVariable UUID id) {
        return RevaluationJson.of(
                revaluations.byId(id).orElseThrow(() -> new NotFound("revaluation", id)),
                revaluations.items(id).stream().map(ItemJson::of).toList(),
                revaluations.accounts(id).stream().map(AccountJson::of).toList());
    }

    @PostMapping("/preview")
    PlanJson preview(@RequestBody RevalueJson wanted) {
        RevaluationPlan plan = preview.plan(wish(wanted));
        return new PlanJson(
                plan.day(),
                plan.source(),
                plan.wish().method(),
                plan.gain(),
                plan.loss(),
                plan.items().stream().map(ItemJson::of).toList(),
                plan.accounts().stream().map(AccountJson::of).toList(),
                plan.entry() == null ? List.of() : plan.entry().lines(),
                plan.back() == null ? null : plan.back().postingDate());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RevaluationJson revalue(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody RevalueJson wanted) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        RevaluationPlan.Wish wish = wish(wanted);
        String narration = texts.message("revaluation.narration", List.of(wish.day()));
        return one(revalue.revalue(wish, narration, "rest " + key.strip()));
    }

    @PostMapping("/{id}/take-back")
    RevaluationJson takeBack(@PathVariable UUID id, @RequestBody TakeBackJson wanted) {
        takeBack.takeBack(id, Objects.requireNonNullElse(wanted.reason(), ""));
        return one(id);
    }

    private static RevaluationPlan.Wish wish(RevalueJson wanted) {
        if (wanted.day() == null) {
            throw RuleViolation.ofField("day", "revaluation.day-missing");
        }
        return new RevaluationPlan.Wish(
                wanted.day(),
                Objects.requireNonNullElse(wanted.source(), RateSource.NBP),
                Objects.requireNonNullElse(wanted.method(), RevaluationMethod.REVERSED));
    }
}
