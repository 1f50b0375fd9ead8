package io.simbaerp.ledger.allocation.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.allocation.PreviewSettlement;
import io.simbaerp.ledger.allocation.SettleOpenItems;
import io.simbaerp.ledger.allocation.SettlementDraft;
import io.simbaerp.ledger.allocation.SettlementPlan;
import io.simbaerp.ledger.allocation.SettlementView;
import io.simbaerp.ledger.allocation.Settlements;
import io.simbaerp.ledger.allocation.UndoSettlement;
import io.simbaerp.money.Money;
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

/** Settling open items with each other, for programs. */
@RestController
@RequestMapping("/api/v1/settlements")
class SettlementResource {

    private final SettlementDesk desk;
    private final PreviewSettlement preview;
    private final SettleOpenItems settle;
    private final UndoSettlement undo;
    private final Settlements settlements;

    SettlementResource(
            SettlementDesk desk,
            PreviewSettlement preview,
            SettleOpenItems settle,
            UndoSettlement undo,
            Settlements settlements) {
        this.desk = desk;
        this.preview = preview;
        this.settle = settle;
        this.undo = undo;
        this.settlements = settlements;
    }

    /** What is to be settled; without a day, today. */
    record SettleJson(
            @Nullable UUID partyId,
            @Nullable LocalDate day,
            @Nullable String reason,
            @Nullable List<PartJson> items) {}

    /** How much of an open item. */
    record PartJson(@Nullable UUID openItemId, @Nullable Money amount) {}

    /** Why and under which day a settlement is taken back. */
    record UndoJson(@Nullable LocalDate day, @Nullable String reason) {}

    /** A line of the entry that is posted with it. */
    record LineJson(
            String account,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable Money transactionAmount) {

        static LineJson of(LineDraft line) {
            return new LineJson(
                    line.account(),
                    line.side() == Side.DEBIT ? line.amount() : null,
                    line.side() == Side.CREDIT ? line.amount() : null,
                    line.transactionAmount());
        }
    }

    /** What a settlement would do. */
    record PlanJson(List<SettlementPlan.Pair> pairs, Money gain, Money loss, List<LineJson> entry) {}

    /** A settlement as it stands. */
    record SettlementJson(
            UUID id,
            UUID partyId,
            LocalDate day,
            @Nullable String reason,
            @Nullable UUID undoes,
            @Nullable UUID undoneBy,
            @Nullable UUID journalEntryId,
            @Nullable String entryNumber,
            Instant recordedAt,
            String recordedBy,
            List<SettlementView.Part> parts) {

        static SettlementJson of(SettlementView view) {
            return new SettlementJson(
                    view.id(),
                    view.partyId(),
                    view.day(),
                    view.reason(),
                    view.undoes(),
                    view.undoneBy(),
                    view.entry() == null ? null : view.entry().id().value(),
                    view.entry() == null ? null : view.entry().number(),
                    view.recordedAt(),
                    view.recordedBy(),
                    view.parts());
        }
    }

    @PostMapping("/preview")
    PlanJson preview(@RequestBody SettleJson wanted) {
        SettlementPlan plan = preview.plan(draft(wanted, "preview"));
        return new PlanJson(
                plan.pairs(),
                plan.gain(),
                plan.loss(),
                plan.entry() == null
                        ? List.of()
                        : plan.entry().lines().stream().map(LineJson::of).toList());
    }

    /** Settles; the same key with the same input gives the first result again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SettlementJson settle(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody SettleJson wanted) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        return one(settle.settle(draft(wanted, "rest " + key.strip())));
    }

    @GetMapping("/{id}")
    SettlementJson one(@PathVariable UUID id) {
        return SettlementJson.of(settlements.byId(id).orElseThrow(() -> new NotFound("settlement", id)));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.CREATED)
    SettlementJson undo(@PathVariable UUID id, @RequestBody UndoJson wanted) {
        SettlementDesk.Dated dated = desk.dated(wanted.day());
        return one(undo.undo(id, dated.day(), dated.period(), Objects.requireNonNullElse(wanted.reason(), "")));
    }

    private SettlementDraft draft(SettleJson wanted, String key) {
        if (wanted.partyId() == null) {
            throw RuleViolation.ofField("partyId", "settlement.party-missing");
        }
        SettlementDesk.Dated dated = desk.dated(wanted.day());
        return new SettlementDraft(
                wanted.partyId(),
                dated.day(),
                dated.period(),
                wanted.reason(),
                key,
                Objects.requireNonNullElse(wanted.items(), List.<PartJson>of()).stream()
                        .map(SettlementResource::part)
                        .toList());
    }

    private static SettlementDraft.Part part(PartJson part) {
        if (part.openItemId() == null || part.amount() == null) {
            throw RuleViolation.ofField("items", "settlement.part-incomplete");
        }
        return new SettlementDraft.Part(part.openItemId(), part.amount());
    }
}
