package io.simbaerp.expense.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.expense.ClaimApprovers;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.expense.policy.Categories;
import io.simbaerp.expense.policy.Category;
import io.simbaerp.expense.policy.Finding;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the page of a claim together. */
@Component
class ClaimPages {

    private final ExpenseClaims claims;
    private final ClaimApprovers approvers;
    private final Categories categories;
    private final CurrentActor currentActor;
    private final Permission permission;
    private final RuleTexts texts;

    ClaimPages(
            ExpenseClaims claims,
            ClaimApprovers approvers,
            Categories categories,
            CurrentActor currentActor,
            Permission permission,
            RuleTexts texts) {
        this.claims = claims;
        this.approvers = approvers;
        this.categories = categories;
        this.currentActor = currentActor;
        this.permission = permission;
        this.texts = texts;
    }

    static String tone(ClaimState state) {
        return switch (state) {
            case POSTED -> "good";
            case SENT, APPROVED -> "warn";
            case REJECTED -> "bad";
            case DRAFT, WITHDRAWN -> "mute";
        };
    }

    ClaimPage page(UUID id) {
        ClaimView claim = claims.byId(id);
        boolean mine = currentActor.get().people().contains(claim.claimant());
        boolean claims = mine && currentActor.get().onBehalfOf() == null && permission.has(Duty.CLAIM_EXPENSE);
        boolean mayChange = claims && claim.state() == ClaimState.DRAFT;
        Map<String, Category> known =
                categories.all().stream().collect(Collectors.toMap(Category::code, Function.identity()));
        List<ClaimPage.Line> lines =
                claim.lines().stream().map(line -> line(claim, line, known)).toList();
        return new ClaimPage(
                claim,
                tone(claim.state()),
                mine,
                lines,
                lines.stream()
                        .flatMap(line -> line.findings().stream().map(finding -> line.description() + ": " + finding))
                        .toList(),
                mayChange ? this.claims.receiptsWithoutLine(id) : List.of(),
                passedOver(claim),
                mayChange,
                claims && !claim.state().isEnd());
    }

    /** While it is to be decided about. */
    private @Nullable String passedOver(ClaimView claim) {
        if (claim.lines().isEmpty() || claim.state() != ClaimState.DRAFT && claim.state() != ClaimState.SENT) {
            return null;
        }
        ClaimApprovers.PassedOver passed = approvers.passedOver(claim);
        String names = String.join(", ", passed.names());
        String instead = passed.instead();
        return passed.names().isEmpty()
                ? null
                : instead == null
                        ? texts.message("expense.passed-over", List.of(names, claim.total()))
                        : texts.message("expense.passed-over-to", List.of(names, claim.total(), instead));
    }

    private ClaimPage.Line line(ClaimView claim, ClaimView.LineView line, Map<String, Category> known) {
        Category category = known.get(line.category());
        return new ClaimPage.Line(
                line.id(),
                line.spentOn(),
                category == null ? line.category() : name(category),
                category == null ? "EXPENSE" : category.kind().name(),
                line.description(),
                line.merchant(),
                line.documentNumber(),
                line.gross(),
                line.base(),
                line.rate(),
                line.paidBy().name(),
                line.costCentre() == null ? claim.costCentre() : line.costCentre(),
                line.receipt(),
                line.noReceiptReason(),
                line.reckoning(),
                line.coding(),
                claim.findings().stream()
                        .filter(finding -> finding.lineId().equals(line.id()))
                        .map(this::sentence)
                        .toList());
    }

    private String sentence(Finding finding) {
        return texts.message("expense.finding." + finding.kind().name(), finding.args());
    }

    static String name(Category category) {
        return category.name(LocaleContextHolder.getLocale().getLanguage());
    }
}
