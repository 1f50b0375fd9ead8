package io.simbaerp.expense.booking;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.policy.Categories;
import io.simbaerp.expense.policy.Category;
import io.simbaerp.expense.store.ClaimRows;
import io.simbaerp.invoice.RegisteredInvoices;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.party.Parties;
import io.simbaerp.tax.Deduction;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.TaxKind;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where lines are put: judged, and kept. */
@Component
class Codings {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ClaimRows claims;
    private final Known known;
    private final BusinessDay businessDay;
    private final Clock clock;

    Codings(
            JdbcClient jdbc,
            CurrentActor currentActor,
            ClaimRows claims,
            Known known,
            BusinessDay businessDay,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.claims = claims;
        this.known = known;
        this.businessDay = businessDay;
        this.clock = clock;
    }

    /** What a coding names. */
    @Component
    record Known(
            Categories categories,
            ChartOfAccounts accounts,
            TaxCodes taxCodes,
            Parties parties,
            DeductedInvoices deducted) {}

    /** Where a line goes unless somebody says otherwise. */
    CodingDraft.Line proposed(ClaimView claim, ClaimView.LineView line) {
        ClaimView.CodingView coded = line.coding();
        if (coded != null) {
            return new CodingDraft.Line(line.id(), coded.account(), coded.costCentre(), coded.taxCode());
        }
        Category category = known.categories().find(line.category()).orElseThrow();
        return new CodingDraft.Line(
                line.id(),
                category.account(),
                Optional.ofNullable(line.costCentre()).orElse(claim.costCentre()),
                category.taxCode());
    }

    void write(ClaimView claim, CodingDraft draft) {
        draft.lines().stream()
                .filter(line -> claim.lines().stream().noneMatch(one -> one.id().equals(line.lineId())))
                .findFirst()
                .ifPresent(line -> {
                    throw RuleViolation.ofField("lines", "expense.coding-line-unknown", line.lineId());
                });
        List<ClaimView.LineView> lines = claim.lines();
        Set<List<Object>> deducted = new HashSet<>();
        for (int place = 0; place < lines.size(); place++) {
            ClaimView.LineView line = lines.get(place);
            CodingDraft.Line coding = draft.lines().stream()
                    .filter(one -> one.lineId().equals(line.id()))
                    .findFirst()
                    .orElseGet(() -> proposed(claim, line));
            String field = "lines[" + place + "]";
            UUID seller = seller(claim, line, coding, field);
            if (seller != null && !isFirst(deducted, line, coding)) {
                throw RuleViolation.ofField(field + ".taxCode", "expense.receipt-deducted-twice", line.description());
            }
            write(line, coding, seller);
        }
        claims.postUnder(claim.id(), Objects.requireNonNullElseGet(draft.postingDate(), businessDay::today));
    }

    /** Whether no line before deducts the tax of the same receipt, or of the same invoice, at the same rate. */
    private boolean isFirst(Set<List<Object>> deducted, ClaimView.LineView line, CodingDraft.Line coding) {
        BigDecimal rate = known.taxCodes()
                .find(coding.taxCode(), line.spentOn())
                .orElseThrow()
                .ratePercent()
                .stripTrailingZeros();
        Object receipt = Objects.requireNonNull(line.receipt()).sha256();
        boolean receiptIsNew = deducted.add(List.of(rate, receipt));
        boolean invoiceIsNew = deducted.add(List.of(rate, DeductedInvoices.key(line)));
        return receiptIsNew && invoiceIsNew;
    }

    /** The seller whose tax is deducted; nobody where none is. */
    private @Nullable UUID seller(ClaimView claim, ClaimView.LineView line, CodingDraft.Line coding, String field) {
        requireCostAccount(coding.account(), field + ".account");
        TaxCodeView code = known.taxCodes()
                .find(coding.taxCode(), line.spentOn())
                .filter(one -> one.purchase() && !one.kind().selfAssessed())
                .orElseThrow(() ->
                        RuleViolation.ofField(field + ".taxCode", "expense.tax-code-not-for-claims", coding.taxCode()));
        if (code.kind() != TaxKind.DOMESTIC || code.deduction() == Deduction.NONE) {
            return null;
        }
        if (line.rate() != null) {
            throw RuleViolation.ofField(
                    field + ".taxCode",
                    "expense.vat-of-other-country",
                    line.gross().currency());
        }
        String taxId = line.merchantTaxId();
        if (line.documentNumber() == null || taxId == null || line.receipt() == null) {
            throw RuleViolation.ofField(field + ".taxCode", "expense.vat-needs-invoice", line.description());
        }
        UUID seller = known.parties()
                .byTaxId(taxId)
                .map(party -> party.id().value())
                .orElseThrow(() -> RuleViolation.ofField(field + ".taxCode", "expense.vat-needs-partner", taxId));
        known.deducted().refusal(claim.id(), line, seller).ifPresent(refusal -> {
            throw RuleViolation.ofField(
                    field + ".taxCode", refusal.rule(), refusal.args().toArray());
        });
        return seller;
    }

    private void requireCostAccount(String account, String field) {
        AccountView found = known.accounts()
                .find(account)
                .orElseThrow(() -> RuleViolation.ofField(field, "expense.coding-account-unknown", account));
        if (found.control() != null) {
            throw RuleViolation.ofField(field, "expense.coding-control-account", account);
        }
    }

    private void write(ClaimView.LineView line, CodingDraft.Line coding, @Nullable UUID seller) {
        RegisteredInvoices.Key invoice = seller == null ? null : DeductedInvoices.key(line);
        jdbc.sql("""
                        insert into expense.coding (company_id, line_id, account, cost_centre, tax_code, seller_id, coded_by,
                               coded_for, coded_at, seller_digits, invoice_key)
                        values (:company, :line, :account, :centre, :tax, :seller, :by, :for, :now, :digits, :number)
                        on conflict (company_id, line_id) do update
                           set account = excluded.account, cost_centre = excluded.cost_centre, tax_code = excluded.tax_code,
                               seller_id = excluded.seller_id, coded_by = excluded.coded_by,
                               coded_for = excluded.coded_for, coded_at = excluded.coded_at,
                               seller_digits = excluded.seller_digits, invoice_key = excluded.invoice_key""")
                .param("company", currentActor.company().value())
                .param("line", line.id())
                .param("account", coding.account())
                .param("centre", coding.costCentre(), Types.VARCHAR)
                .param("tax", coding.taxCode())
                .param("seller", seller, Types.OTHER)
                .param("by", currentActor.actor().toString())
                .param("for", currentActor.get().onBehalfOf(), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("digits", invoice == null ? null : invoice.sellerDigits(), Types.VARCHAR)
                .param("number", invoice == null ? null : invoice.number(), Types.VARCHAR)
                .update();
    }
}
