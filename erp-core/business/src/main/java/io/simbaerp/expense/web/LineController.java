package io.simbaerp.expense.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.expense.OpenReceipt;
import io.simbaerp.expense.policy.Categories;
import io.simbaerp.expense.policy.Category;
import io.simbaerp.expense.reckoning.Drive;
import io.simbaerp.page.Toast;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of a line, on a phone as well: a photo of the receipt, an amount, what it was. */
@Controller
@RequestMapping("/expenses/{id}/lines")
class LineController {

    private final ExpenseClaims claims;
    private final ClaimMoves moves;
    private final Categories categories;
    private final OpenReceipt openReceipt;
    private final CurrentCompany currentCompany;
    private final ClaimController.Reader reader;

    LineController(
            ExpenseClaims claims,
            ClaimMoves moves,
            Categories categories,
            OpenReceipt openReceipt,
            CurrentCompany currentCompany,
            ClaimController.Reader reader) {
        this.claims = claims;
        this.moves = moves;
        this.categories = categories;
        this.openReceipt = openReceipt;
        this.currentCompany = currentCompany;
        this.reader = reader;
    }

    /** A category that may be chosen. */
    record Choice(String code, String name, boolean chosen) {}

    /** Another kind of line. */
    record KindChoice(String kind, boolean chosen) {}

    /**
     * The form.
     *
     * @param line the line it changes; nothing for a new one
     * @param kind expense, drive or trip
     */
    record LinePage(
            ClaimView claim,
            @Nullable UUID line,
            String kind,
            List<KindChoice> kinds,
            List<Choice> categories,
            List<String> vehicles,
            ClaimView.@Nullable ReceiptView receipt,
            LineForm form) {}

    @GetMapping("/new")
    ModelAndView empty(
            @PathVariable UUID id,
            @RequestParam(required = false) Category.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String receipt) {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        ClaimView claim = claims.byId(id);
        Category first = categories.all().stream()
                .filter(Category::active)
                .filter(category -> category.kind() == (kind == null ? Category.Kind.EXPENSE : kind))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("expense.no-categories"));
        return form(
                claim,
                null,
                LineForm.empty(
                        first,
                        claim.lastDay().isAfter(reader.businessDay().today())
                                ? reader.businessDay().today()
                                : claim.lastDay(),
                        currentCompany.get().baseCurrency(),
                        receipt,
                        claim.edition()));
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID id,
            @ModelAttribute LineForm form,
            @RequestParam(required = false) @Nullable MultipartFile receipt,
            @RequestParam(required = false) @Nullable String another,
            RedirectAttributes flash)
            throws IOException {
        return keep(id, null, form, receipt, another != null, flash);
    }

    @GetMapping("/{line}")
    ModelAndView edit(@PathVariable UUID id, @PathVariable UUID line) {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        ClaimView claim = claims.byId(id);
        return form(claim, line, LineForm.of(existing(claim, line), claim.edition()));
    }

    @PostMapping("/{line}")
    ModelAndView change(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @ModelAttribute LineForm form,
            @RequestParam(required = false) @Nullable MultipartFile receipt,
            RedirectAttributes flash)
            throws IOException {
        return keep(id, line, form, receipt, false, flash);
    }

    @PostMapping("/{line}/removal")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(required = false) @Nullable Integer edition,
            RedirectAttributes flash) {
        return ClaimController.carriedOut(id, flash, () -> {
            moves.removeLine().remove(id, edition == null ? -1 : edition, line);
            return Toast.of("expense.line-removed");
        });
    }

    @GetMapping("/{line}/receipt")
    @ResponseBody
    ResponseEntity<byte[]> receipt(@PathVariable UUID id, @PathVariable UUID line) {
        return ReceiptFiles.answer(openReceipt.open(id, line));
    }

    private ModelAndView keep(
            UUID id,
            @Nullable UUID line,
            LineForm form,
            @Nullable MultipartFile receipt,
            boolean another,
            RedirectAttributes flash)
            throws IOException {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        ClaimView claim = claims.byId(id);
        LineForm whole = form;
        try {
            whole = form.with(moves.kept(id, receipt));
            moves.keepLine().keep(id, whole.editionRead(), line, whole.draft(kind(whole)));
            flash.addFlashAttribute("toast", Toast.of("expense.line-saved"));
            return new ModelAndView("redirect:/expenses/" + id + (another ? "/lines/new" : ""));
        } catch (RuleViolation refused) {
            ModelAndView again = form(claim, line, whole);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", reader.texts().problem(refused));
        }
    }

    private Category.@Nullable Kind kind(LineForm form) {
        String code = form.category();
        return code == null
                ? null
                : categories.find(code.strip()).map(Category::kind).orElse(null);
    }

    private ModelAndView form(ClaimView claim, @Nullable UUID line, LineForm form) {
        Category.Kind found = kind(form);
        Category.Kind kind = found == null ? Category.Kind.EXPENSE : found;
        List<Choice> choices = categories.all().stream()
                .filter(category -> category.kind() == kind)
                .filter(category -> category.active() || category.code().equals(form.category()))
                .map(category -> new Choice(
                        category.code(),
                        ClaimPages.name(category),
                        category.code().equals(form.category())))
                .toList();
        List<KindChoice> kinds = List.of(Category.Kind.values()).stream()
                .map(one -> new KindChoice(one.name(), one == kind))
                .toList();
        return new ModelAndView(
                "expense/line",
                "page",
                new LinePage(
                        claim,
                        line,
                        kind.name(),
                        kinds,
                        choices,
                        List.of(Drive.Vehicle.values()).stream().map(Enum::name).toList(),
                        receipt(claim, line, form),
                        form));
    }

    /** The one that was handed in for it last. */
    private ClaimView.@Nullable ReceiptView receipt(ClaimView claim, @Nullable UUID line, LineForm form) {
        return claims.receiptsWithoutLine(claim.id()).stream()
                .filter(kept -> kept.sha256().equals(form.keptReceipt()))
                .findFirst()
                .orElseGet(() -> line == null ? null : existing(claim, line).receipt());
    }

    private static ClaimView.LineView existing(ClaimView claim, UUID line) {
        return claim.lines().stream()
                .filter(one -> one.id().equals(line))
                .findFirst()
                .orElseThrow(() -> new NotFound("expense-line", line));
    }
}
