package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.Money;
import io.simbaerp.page.list.ListView;
import io.simbaerp.page.list.Lists;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Open items: all of them by how late they are, and one with what settled it. */
@Controller
@RequestMapping("/open-items")
class OpenItemController {

    private final OpenItems openItems;
    private final Parties parties;
    private final Lists lists;
    private final BusinessDay businessDay;
    private final ActorNames names;
    private final Permission permission;

    OpenItemController(
            OpenItems openItems,
            Parties parties,
            Lists lists,
            BusinessDay businessDay,
            ActorNames names,
            Permission permission) {
        this.permission = permission;
        this.openItems = openItems;
        this.parties = parties;
        this.lists = lists;
        this.businessDay = businessDay;
        this.names = names;
    }

    /** The page of all items: the sums by how late they are, above the list. */
    record ItemsPage(ListView list, List<OpenItems.Bucket> buckets, List<OpenItems.Ageing> ageing) {}

    /** The page of one item. */
    record ItemPage(
            OpenItems.OpenItemView item,
            @Nullable String party,
            boolean settled,
            boolean settles,
            OpenItems.@Nullable Holder holder,
            List<Settled> allocations) {}

    /** What settled a part of it, or took that back. */
    record Settled(
            UUID other,
            String name,
            Money amount,
            Instant at,
            String by,
            @Nullable UUID settlementId,
            boolean standing) {}

    @GetMapping
    String all(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute(
                "items",
                new ItemsPage(
                        lists.page(OpenItems.LIST, asked),
                        List.of(OpenItems.Bucket.values()),
                        openItems.ageing(businessDay.today())));
        return "ledger/open-items";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        OpenItems.OpenItemView item =
                openItems.ofIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("open-item", id));
        List<Settled> settled = openItems.allocations(id).stream()
                .map(one -> new Settled(
                        one.other(),
                        one.otherName(),
                        one.amount(),
                        one.recordedAt(),
                        names.nameOf(Actor.parse(one.recordedBy())),
                        one.settlementId(),
                        one.standing()))
                .toList();
        String party = parties.byId(new PartyId(item.partyId()))
                .map(io.simbaerp.party.PartyView::name)
                .orElse(null);
        boolean closed = item.remaining().isZero();
        model.addAttribute(
                "page",
                new ItemPage(
                        item,
                        party,
                        closed,
                        !closed && permission.has(Duty.POST_JOURNAL_ENTRY),
                        openItems.holder(id).map(this::shown).orElse(null),
                        settled));
        return "ledger/open-item";
    }

    /** To let it go is an approver's. */
    private OpenItems.@Nullable Holder shown(OpenItems.Holder holder) {
        if (!permission.has(Duty.VIEW_PAYMENT)) {
            return null;
        }
        return permission.has(Duty.APPROVE_PAYMENT)
                ? holder
                : new OpenItems.Holder(holder.name(), holder.address(), holder.left(), null);
    }
}
