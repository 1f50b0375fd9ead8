package io.simbaerp.expense.web;

import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.Lists;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expense claims over REST. */
@RestController
@RequestMapping("/api/v1/expense-claims")
class ClaimResource {

    private final ExpenseClaims claims;
    private final ClaimMoves moves;
    private final Lists lists;

    ClaimResource(ExpenseClaims claims, ClaimMoves moves, Lists lists) {
        this.claims = claims;
        this.moves = moves;
        this.lists = lists;
    }

    /** Which edition was read. */
    record EditionBody(@Nullable Integer edition) {}

    /** Why. */
    record ReasonBody(@Nullable String reason) {}

    /** Takes the filters, the search and the sorting of the page. */
    @GetMapping
    Page<ClaimView> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(ClaimListing.KEY, asked, limit);
        return new Page<>(claims.byIds(page.items()), page.next());
    }

    @GetMapping("/{id}")
    ClaimView one(@PathVariable UUID id) {
        return claims.byId(id);
    }

    /** Begins one; the same key gives the first one again. */
    @PostMapping
    ResponseEntity<ClaimView> begin(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ClaimForm form) {
        ClaimView claim = moves.begin().begin(form.draft(), key);
        return ResponseEntity.created(URI.create("/api/v1/expense-claims/" + claim.id()))
                .body(claim);
    }

    /** Changes the draft; the edition that was read stands in it. */
    @PutMapping("/{id}")
    ClaimView change(@PathVariable UUID id, @RequestBody ClaimForm form) {
        moves.change().change(id, form.editionRead(), form.draft());
        return claims.byId(id);
    }

    /** Sends it to those who approve it; this starts the process. */
    @PostMapping("/{id}/submission")
    ClaimView send(@PathVariable UUID id, @RequestBody EditionBody body) {
        Integer edition = body.edition();
        moves.send().send(id, edition == null ? -1 : edition);
        return claims.byId(id);
    }

    @PostMapping("/{id}/withdrawal")
    ClaimView withdraw(@PathVariable UUID id, @RequestBody(required = false) @Nullable ReasonBody body) {
        moves.withdraw().withdraw(id, body == null ? null : body.reason());
        return claims.byId(id);
    }
}
