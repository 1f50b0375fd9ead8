package io.simbaerp.invoice.coding;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.coding.CodingHistory.PostedLine;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.SupplierKey;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes the coding of an invoice. */
@Component
public class CodingProposal {

    private final CodingHistory history;
    private final PostingPolicies policies;
    private final TaxCodes taxCodes;
    private final ChartOfAccounts chart;
    private final CurrentCompany currentCompany;

    CodingProposal(
            CodingHistory history,
            PostingPolicies policies,
            TaxCodes taxCodes,
            ChartOfAccounts chart,
            CurrentCompany currentCompany) {
        this.history = history;
        this.policies = policies;
        this.taxCodes = taxCodes;
        this.chart = chart;
        this.currentCompany = currentCompany;
    }

    /** A coding for every line, one part each. */
    public Proposal of(ReceivedInvoice invoice, @Nullable UUID supplierId, LocalDate taxPoint) {
        List<PostedLine> posted = supplierId == null ? List.of() : history.of(supplierId);
        Rules rules = new Rules(
                posted,
                taxCodes.validOn(taxPoint),
                choice(invoice, taxPoint),
                policies.present(),
                chart,
                new HashMap<>());
        List<CodedLine> lines =
                CodableLine.of(invoice).stream().map(rules::code).toList();
        return new Proposal(
                lines,
                supplierId == null || posted.isEmpty()
                        ? null
                        : history.lastOf(supplierId).orElse(null));
    }

    private VatCodeChoice choice(ReceivedInvoice invoice, LocalDate taxPoint) {
        String home = currentCompany.get().country();
        return new VatCodeChoice(
                taxCodes.validOn(taxPoint),
                home,
                SupplierKey.country(invoice.seller()).orElse(home));
    }

    /** What speaks for a line: first the same item of this supplier, then the same tax, then the defaults. */
    private record Rules(
            List<PostedLine> posted,
            List<TaxCodeView> valid,
            VatCodeChoice usual,
            PostingPolicy policy,
            ChartOfAccounts chart,
            Map<String, Optional<AccountView>> accounts) {

        CodedLine code(CodableLine line) {
            String taxCode = taxCode(line);
            Optional<PostedLine> precedent = precedent(line);
            String account = precedent.map(PostedLine::account).orElseGet(() -> defaultAccount(line));
            String costCentre = precedent.map(PostedLine::costCentre).orElse(null);
            if (costCentre == null && needsCostCentre(account)) {
                costCentre = policy.costCentre();
            }
            return new CodedLine(line.key(), account, costCentre, taxCode, line.net());
        }

        private String defaultAccount(CodableLine line) {
            if (line.advance()) {
                return policy.advanceAccount();
            }
            return line.key().equals(CodableLine.DIFFERENCE) ? policy.differenceAccount() : policy.costAccount();
        }

        private Optional<PostedLine> precedent(CodableLine line) {
            if (line.key().equals(CodableLine.DIFFERENCE) || line.advance()) {
                return Optional.empty();
            }
            return posted.stream()
                    .filter(before -> key(before.text()).equals(key(line.text())))
                    .filter(this::isUsable)
                    .findFirst()
                    .or(() -> posted.stream()
                            .filter(before -> sameTax(before, line))
                            .filter(this::isUsable)
                            .findFirst());
        }

        private String taxCode(CodableLine line) {
            return posted.stream()
                    .filter(before -> sameTax(before, line))
                    .filter(before -> key(before.text()).equals(key(line.text())))
                    .map(PostedLine::taxCode)
                    .filter(this::isValid)
                    .findFirst()
                    .or(() -> posted.stream()
                            .filter(before -> sameTax(before, line))
                            .map(PostedLine::taxCode)
                            .filter(this::isValid)
                            .findFirst())
                    .orElseGet(() -> usual.of(line.category(), line.rate())
                            .map(TaxCodeView::code)
                            .orElse(""));
        }

        private boolean isValid(String code) {
            return valid.stream().anyMatch(view -> view.code().equals(code) && view.purchase());
        }

        private boolean isUsable(PostedLine before) {
            return account(before.account())
                    .filter(view -> view.postable() && view.active())
                    .isPresent();
        }

        private boolean needsCostCentre(String code) {
            return account(code).map(AccountView::costCentreRequired).orElse(false);
        }

        private Optional<AccountView> account(String code) {
            return accounts.computeIfAbsent(code, chart::find);
        }

        private static boolean sameTax(PostedLine before, CodableLine line) {
            return String.valueOf(before.category()).equals(String.valueOf(line.category()))
                    && number(before.rate()).compareTo(number(line.rate())) == 0;
        }

        private static BigDecimal number(@Nullable BigDecimal rate) {
            return rate == null ? BigDecimal.ZERO : rate;
        }

        private static String key(String text) {
            return text.toLowerCase(Locale.ROOT).replaceAll("[\\d\\W_]+", " ").strip();
        }
    }
}
