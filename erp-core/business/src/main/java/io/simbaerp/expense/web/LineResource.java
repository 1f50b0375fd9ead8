package io.simbaerp.expense.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.expense.OpenReceipt;
import io.simbaerp.expense.policy.Categories;
import io.simbaerp.expense.policy.Category;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lines of one's own claims over REST, with or without a receipt; each answers with the claim as it is then. */
@RestController
@RequestMapping("/api/v1/expense-claims/{id}/lines")
class LineResource {

    private final ExpenseClaims claims;
    private final ClaimMoves moves;
    private final Categories categories;
    private final OpenReceipt openReceipt;

    LineResource(ExpenseClaims claims, ClaimMoves moves, Categories categories, OpenReceipt openReceipt) {
        this.claims = claims;
        this.moves = moves;
        this.categories = categories;
        this.openReceipt = openReceipt;
    }

    @Permission.Required(Duty.CLAIM_EXPENSE)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ClaimView add(@PathVariable UUID id, @RequestBody LineForm form) throws IOException {
        return keep(id, null, form, null);
    }

    @Permission.Required(Duty.CLAIM_EXPENSE)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ClaimView add(
            @PathVariable UUID id,
            @ModelAttribute LineForm form,
            @RequestParam(required = false) @Nullable MultipartFile receipt)
            throws IOException {
        return keep(id, null, form, receipt);
    }

    /** The receipt of before stays. */
    @Permission.Required(Duty.CLAIM_EXPENSE)
    @PutMapping("/{line}")
    ClaimView change(@PathVariable UUID id, @PathVariable UUID line, @RequestBody LineForm form) throws IOException {
        return keep(id, line, form, null);
    }

    @DeleteMapping("/{line}")
    ClaimView remove(
            @PathVariable UUID id, @PathVariable UUID line, @RequestParam(required = false) @Nullable Integer edition) {
        moves.removeLine().remove(id, edition == null ? -1 : edition, line);
        return claims.byId(id);
    }

    @GetMapping("/{line}/receipt")
    ResponseEntity<byte[]> receipt(@PathVariable UUID id, @PathVariable UUID line) {
        return ReceiptFiles.answer(openReceipt.open(id, line));
    }

    private ClaimView keep(UUID id, @Nullable UUID line, LineForm form, @Nullable MultipartFile receipt)
            throws IOException {
        // Whoever may not see the claim is told so before anything about the line.
        claims.requireSeen(id);
        LineForm whole = form.with(moves.kept(id, receipt));
        String code = form.category();
        Category.Kind kind = code == null
                ? null
                : categories.find(code.strip()).map(Category::kind).orElse(null);
        moves.keepLine().keep(id, whole.editionRead(), line, whole.draft(kind));
        return claims.byId(id);
    }
}
