package io.simbaerp.ledger.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open items for programs. */
@RestController
@RequestMapping("/api/v1/open-items")
class OpenItemResource {

    private final OpenItems openItems;
    private final Lists lists;

    OpenItemResource(OpenItems openItems, Lists lists) {
        this.openItems = openItems;
        this.lists = lists;
    }

    /** An open item; what settled it only where one is asked for. */
    record ItemJson(
            UUID id,
            UUID journalEntryId,
            String entryNumber,
            String account,
            UUID partyId,
            String side,
            Money amount,
            Money remaining,
            LocalDate dueDate,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            boolean splitPayment,
            @Nullable Money paidBefore,
            @Nullable List<AllocationJson> allocations) {

        static ItemJson of(OpenItems.OpenItemView item, @Nullable List<AllocationJson> allocations) {
            return new ItemJson(
                    item.id(),
                    item.entryId().value(),
                    item.entryNumber(),
                    item.account(),
                    item.partyId(),
                    item.side().name(),
                    item.amount(),
                    item.remaining(),
                    item.dueDate(),
                    item.documentId(),
                    item.documentNumber(),
                    item.splitPayment(),
                    item.paidBefore(),
                    allocations);
        }
    }

    /** How much of it another item settles, or settled until it was taken back; negative where it takes back. */
    record AllocationJson(
            UUID openItemId,
            Money amount,
            Instant recordedAt,
            String recordedBy,
            @Nullable UUID settlementId,
            boolean standing) {}

    /** Takes the filters, the search and the sorting of the page. */
    @GetMapping
    Page<ItemJson> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(OpenItems.LIST, asked, limit);
        Map<UUID, OpenItems.OpenItemView> items = openItems.ofIds(page.items()).stream()
                .collect(Collectors.toMap(OpenItems.OpenItemView::id, Function.identity()));
        return new Page<>(
                page.items().stream()
                        .map(items::get)
                        .filter(Objects::nonNull)
                        .map(item -> ItemJson.of(item, null))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    ItemJson one(@PathVariable UUID id) {
        OpenItems.OpenItemView item =
                openItems.ofIds(List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("open-item", id));
        return ItemJson.of(
                item,
                openItems.allocations(id).stream()
                        .map(one -> new AllocationJson(
                                one.other(),
                                one.amount(),
                                one.recordedAt(),
                                one.recordedBy(),
                                one.settlementId(),
                                one.standing()))
                        .toList());
    }
}
