package io.simbaerp.ledger.allocation.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.allocation.ItemRest;
import io.simbaerp.ledger.allocation.OpenRests;
import io.simbaerp.ledger.allocation.PreviewSettlement;
import io.simbaerp.ledger.allocation.SettlementDraft;
import io.simbaerp.ledger.allocation.SettlementPlan;
import io.simbaerp.ledger.allocation.SettlementView;
import io.simbaerp.ledger.allocation.Settlements;
import io.simbaerp.money.Money;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the pages of settling show. */
@Component
class SettlementDesk {

    private final OpenRests rests;
    private final PreviewSettlement preview;
    private final Settlements settlements;
    private final Names names;
    private final Days days;
    private final Permission permission;

    SettlementDesk(
            OpenRests rests,
            PreviewSettlement preview,
            Settlements settlements,
            Names names,
            Days days,
            Permission permission) {
        this.rests = rests;
        this.preview = preview;
        this.settlements = settlements;
        this.names = names;
        this.days = days;
        this.permission = permission;
    }

    /** How people and parties are called. */
    @Component
    record Names(Parties parties, ActorNames actors) {

        @Nullable
        String party(UUID id) {
            return parties.byId(new PartyId(id)).map(PartyView::name).orElse(null);
        }
    }

    /** Days and the periods they fall into. */
    @Component
    record Days(BusinessDay businessDay, FiscalPeriods periods, Clock clock) {}

    /** A day and its ordinary period. */
    record Dated(LocalDate day, String period) {}

    /**
     * The page where items are chosen.
     *
     * @param plan what would happen, once it was asked for
     */
    record ChooseView(
            UUID partyId,
            @Nullable String party,
            SettlementForm form,
            List<ItemRest> claims,
            List<ItemRest> debts,
            List<Money> claimed,
            List<Money> owed,
            @Nullable SettlementPlan plan) {}

    /** The page of a settlement. */
    record OneView(
            SettlementView settlement,
            @Nullable String party,
            String recordedBy,
            LocalDate today,
            boolean undoable,
            List<Money> differences) {}

    SettlementForm empty(@Nullable UUID take) {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return SettlementForm.empty(
                NewId.at(days.clock()).toString(), days.businessDay().today(), take == null ? "" : take.toString());
    }

    ModelAndView page(UUID partyId, SettlementForm form, @Nullable SettlementPlan plan) {
        List<ItemRest> open = rests.ofParty(partyId);
        String party = names.party(partyId);
        if (party == null && open.isEmpty()) {
            throw new NotFound("party", partyId);
        }
        List<ItemRest> claims = side(open, Side.DEBIT);
        List<ItemRest> debts = side(open, Side.CREDIT);
        return new ModelAndView(
                "ledger/settle",
                "view",
                new ChooseView(partyId, party, form, claims, debts, sums(claims), sums(debts), plan));
    }

    SettlementPlan plan(UUID partyId, SettlementForm form) {
        return preview.plan(draft(partyId, form));
    }

    /** @throws RuleViolation settlement.day-unreadable, settlement.amount-unreadable, period.unknown */
    SettlementDraft draft(UUID partyId, SettlementForm form) {
        Dated dated = dated(form.day());
        return new SettlementDraft(
                partyId,
                dated.day(),
                dated.period(),
                form.reason().isEmpty() ? null : form.reason(),
                "page " + form.key(),
                form.parts(rests.ofParty(partyId)));
    }

    /** @throws RuleViolation settlement.day-unreadable, period.unknown */
    Dated dated(String typed) {
        return dated(SettlementForm.day(typed, days.businessDay().today()));
    }

    /** The day somebody named, else today, with its period. */
    Dated dated(@Nullable LocalDate named) {
        LocalDate day = named == null ? days.businessDay().today() : named;
        return new Dated(
                day,
                days.periods()
                        .of(day)
                        .map(FiscalPeriodView::code)
                        .orElseThrow(() -> RuleViolation.ofField("day", "period.unknown", day)));
    }

    OneView settlement(UUID id) {
        SettlementView settlement = settlements.byId(id).orElseThrow(() -> new NotFound("settlement", id));
        return new OneView(
                settlement,
                names.party(settlement.partyId()),
                names.actors().nameOf(Actor.parse(settlement.recordedBy())),
                days.businessDay().today(),
                settlement.stands() && permission.has(Duty.POST_JOURNAL_ENTRY),
                settlement.parts().stream()
                        .map(part -> part.claimInBooks().minus(part.debtInBooks()))
                        .toList());
    }

    private static List<ItemRest> side(List<ItemRest> items, Side side) {
        return items.stream().filter(item -> item.side() == side).toList();
    }

    /** What is open, per currency. */
    private static List<Money> sums(List<ItemRest> items) {
        Map<String, Money> sums = new TreeMap<>();
        items.forEach(item -> sums.merge(item.currency().code(), item.left(), Money::plus));
        return List.copyOf(sums.values());
    }
}
