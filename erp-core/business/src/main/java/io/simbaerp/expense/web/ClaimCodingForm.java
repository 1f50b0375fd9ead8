package io.simbaerp.expense.web;

import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.expense.ClaimApprovers;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.expense.booking.ClaimBooking;
import io.simbaerp.expense.booking.CodeClaim;
import io.simbaerp.expense.booking.CodingDraft;
import io.simbaerp.expense.booking.RefuseClaim;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The task of whoever codes an approved claim; what the books refused stands above it in words. */
@Component
class ClaimCodingForm implements TaskForm {

    private final ExpenseClaims claims;
    private final ClaimPages pages;
    private final ClaimBooking booking;
    private final Decisions decisions;
    private final Offers offers;
    private final BusinessDay businessDay;

    ClaimCodingForm(
            ExpenseClaims claims,
            ClaimPages pages,
            ClaimBooking booking,
            Decisions decisions,
            Offers offers,
            BusinessDay businessDay) {
        this.claims = claims;
        this.pages = pages;
        this.booking = booking;
        this.decisions = decisions;
        this.offers = offers;
        this.businessDay = businessDay;
    }

    /** What is done with the claim. */
    @Component
    record Decisions(CodeClaim code, RefuseClaim refuse, OwnWork ownWork, RuleTexts texts) {}

    /** What is offered in its fields. */
    @Component
    record Offers(ChartOfAccounts accounts, CostCentres costCentres, TaxCodes taxCodes) {}

    /** Something to choose. */
    record Option(String code, String name) {}

    /** A line and where it goes. */
    record Row(
            ClaimPage.Line line, String account, @Nullable String costCentre, String taxCode) {}

    /**
     * What the task shows.
     *
     * @param refusal why the books did not take it, in words
     */
    record CodingPage(
            ClaimPage page,
            List<Row> rows,
            LocalDate postingDate,
            @Nullable String refusal,
            List<Option> accounts,
            List<Option> costCentres,
            List<Option> taxCodes) {}

    @Override
    public Set<String> forms() {
        return Set.of("expense/coding");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        UUID claim = task.subject().id();
        switch (completion.outcome()) {
            case "post" -> decisions.code().code(claim, ClaimCodingInput.draft(completion.coding()));
            case "return" -> decisions.refuse().refuse(claim, false, completion.comment());
            case "reject" -> decisions.refuse().refuse(claim, true, completion.comment());
            default -> throw new RuleViolation("approval.outcome-unknown", completion.outcome());
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        return ClaimMatter.facts(claims.byId(task.subject().id()));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        return page(task, Map.of());
    }

    @Override
    public TaskPage page(OpenTaskView task, Map<String, List<String>> entered) {
        UUID id = task.subject().id();
        ClaimPage page = pages.page(id);
        ClaimView claim = page.claim();
        return new TaskPage(
                new TaskPage.Part(
                        "expense/parts",
                        "coding",
                        new CodingPage(
                                page,
                                rows(page, booking.proposed(id), entered),
                                Objects.requireNonNullElseGet(claim.postingDate(), businessDay::today),
                                booking.refusal(id)
                                        .map(refused -> decisions.texts().rule(refused.rule(), refused.args()))
                                        .orElse(null),
                                accounts(),
                                offers.costCentres().all().stream()
                                        .map(one -> new Option(one.code(), one.name(language())))
                                        .toList(),
                                taxCodes())),
                new TaskPage.Part("expense/parts", "paper", page),
                claim.total(),
                decisions.ownWork().refusal(ClaimApprovers.acts(claim)).orElse(null));
    }

    @Override
    public @Nullable JsonNode coding(OpenTaskView task, Map<String, List<String>> fields) {
        return ClaimCodingInput.ofFields(fields);
    }

    private static List<Row> rows(ClaimPage page, List<CodingDraft.Line> proposed, Map<String, List<String>> entered) {
        List<Row> rows = new ArrayList<>();
        for (int place = 0; place < proposed.size(); place++) {
            CodingDraft.Line line = proposed.get(place);
            rows.add(new Row(
                    page.lines().get(place),
                    ClaimCodingInput.at(entered, "account", place, line.account()),
                    ClaimCodingInput.at(
                            entered, "costCentre", place, Objects.requireNonNullElse(line.costCentre(), "")),
                    ClaimCodingInput.at(entered, "taxCode", place, line.taxCode())));
        }
        return rows;
    }

    private List<Option> accounts() {
        return offers.accounts().postable().stream()
                .filter(account -> account.active() && account.control() == null)
                .map(account -> new Option(account.code(), account.name(language())))
                .toList();
    }

    private List<Option> taxCodes() {
        return offers.taxCodes().validOn(businessDay.today()).stream()
                .filter(TaxCodeView::purchase)
                .filter(code -> !code.kind().selfAssessed())
                .map(code -> new Option(code.code(), code.name(language())))
                .toList();
    }

    private static String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }
}
