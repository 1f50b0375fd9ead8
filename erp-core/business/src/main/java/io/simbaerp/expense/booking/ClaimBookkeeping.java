package io.simbaerp.expense.booking;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.policy.ExpensePolicies;
import io.simbaerp.expense.policy.ExpensePolicy;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.TaxKind;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rule by which a claim is posted: costs with the tax that is not deducted on the debit side, tax that is deducted
 * beside them; what the employee laid out is credited to them as an open item, what a company card paid to its account.
 */
@Component
class ClaimBookkeeping {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ExpensePolicies policies;
    private final TaxCodes taxCodes;
    private final FiscalPeriods periods;
    private final EmployeePartners partners;
    private final BusinessDay businessDay;
    private final VatMonth vatMonth;

    ClaimBookkeeping(
            ExpensePolicies policies,
            TaxCodes taxCodes,
            FiscalPeriods periods,
            EmployeePartners partners,
            BusinessDay businessDay,
            VatMonth vatMonth) {
        this.policies = policies;
        this.taxCodes = taxCodes;
        this.periods = periods;
        this.partners = partners;
        this.businessDay = businessDay;
        this.vatMonth = vatMonth;
    }

    /** Of a claim all of whose lines are coded. */
    ClaimEntry of(ClaimView claim) {
        LocalDate day = Objects.requireNonNull(claim.postingDate());
        String period = periods.of(day).map(FiscalPeriodView::code).orElseGet(() -> YearMonth.from(day)
                .toString());
        Made made = new Made(claim, "expense-claim:" + claim.id(), new ArrayList<>(), new ArrayList<>());
        claim.lines().forEach(line -> add(made, line, day));
        ExpensePolicy policy = policies.present();
        settle(made, policy, day);
        return new ClaimEntry(entry(made, policy.journal(), day, period), made.register);
    }

    /** What is being put together. */
    private record Made(ClaimView claim, String key, List<LineDraft> lines, List<VatRegisterRowDraft> register) {}

    private JournalEntryDraft entry(Made made, String journal, LocalDate day, String period) {
        ClaimView claim = made.claim;
        return new JournalEntryDraft(
                journal,
                claim.lastDay(),
                businessDay.of(Objects.requireNonNullElse(claim.sentAt(), claim.createdAt())),
                day,
                period,
                EntryKind.ORDINARY,
                // The number leads to who claims: a name here would outlive every way of disposing of it.
                claim.number() + ": " + claim.purpose(),
                null,
                claim.number(),
                claim.contentHash(),
                made.key,
                made.lines);
    }

    /** What the employee laid out, and what a company card paid. */
    private void settle(Made made, ExpensePolicy policy, LocalDate day) {
        ClaimView claim = made.claim;
        Money card = claim.total().minus(claim.owed());
        if (!claim.owed().isZero()) {
            LocalDate due = day.plusDays(policy.payWithinDays());
            UUID partner = partners.of(claim.claimant()).orElse(null);
            made.lines.add(new LineDraft(
                    policy.settlementAccount(),
                    Side.CREDIT,
                    claim.owed(),
                    null,
                    null,
                    partner,
                    null,
                    due,
                    null,
                    claim.number(),
                    true,
                    false));
        }
        if (!card.isZero()) {
            made.lines.add(line(policy.cardAccount(), Side.CREDIT, card, null, null, claim.number()));
        }
    }

    private void add(Made made, ClaimView.LineView line, LocalDate day) {
        ClaimView.CodingView coding = Objects.requireNonNull(line.coding());
        TaxCodeView code = taxCodes.find(coding.taxCode(), line.spentOn()).orElse(null);
        Money tax = tax(line.base(), code);
        Money deductible = code == null ? tax : code.deduction().of(tax, taxCodes.proportionPercent(line.spentOn()));
        Money cost = line.base().minus(deductible);
        made.lines.add(
                line(coding.account(), Side.DEBIT, cost, coding.taxCode(), coding.costCentre(), line.description()));
        if (code != null && !deductible.isZero()) {
            String account = Objects.requireNonNullElse(code.inputAccount(), "");
            made.lines.add(line(account, Side.DEBIT, deductible, code.code(), null, line.description()));
            made.register.add(row(made, line, code.code(), tax, deductible, vatMonth.of(made.claim, line, day)));
        }
    }

    private static VatRegisterRowDraft row(
            Made made, ClaimView.LineView line, String code, Money tax, Money deductible, YearMonth month) {
        return new VatRegisterRowDraft(
                null,
                VatDirection.INPUT,
                code,
                line.base().minus(tax),
                tax,
                deductible,
                month.toString(),
                null,
                Objects.requireNonNull(line.coding()).sellerId(),
                Objects.requireNonNullElse(line.documentNumber(), made.claim.number()),
                line.spentOn(),
                made.key);
    }

    /** The tax that stands in an amount with tax. */
    static Money tax(Money gross, @Nullable TaxCodeView code) {
        if (code == null || code.kind() != TaxKind.DOMESTIC) {
            return Money.zero(gross.currency());
        }
        BigDecimal rate = code.ratePercent();
        return new Money(
                        gross.amount().multiply(rate).divide(rate.add(HUNDRED), MathContext.DECIMAL128),
                        gross.currency())
                .rounded();
    }

    private static LineDraft line(
            String account,
            Side side,
            Money amount,
            @Nullable String taxCode,
            @Nullable String costCentre,
            String text) {
        return new LineDraft(account, side, amount, null, null, null, taxCode, null, costCentre, text, false, false);
    }
}
