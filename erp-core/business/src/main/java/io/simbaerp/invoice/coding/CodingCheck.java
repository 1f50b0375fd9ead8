package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.TaxKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a coding before it is put down. Every refusal names the field as REST and the page name it. */
@Component
public class CodingCheck {

    private final ChartOfAccounts chart;
    private final CostCentres costCentres;
    private final TaxCodes taxCodes;
    private final CodedDimensions dimensions;

    CodingCheck(ChartOfAccounts chart, CostCentres costCentres, TaxCodes taxCodes, CodedDimensions dimensions) {
        this.chart = chart;
        this.costCentres = costCentres;
        this.taxCodes = taxCodes;
        this.dimensions = dimensions;
    }

    /**
     * Refuses a coding that couldn't be posted; gives it with the shares that distribution keys make of its lines.
     *
     * @param postingDay the day it is to stand in the books under
     * @throws RuleViolation of invoice: line-unknown, line-not-coded, coding-differs, currency-differs,
     *     account-unknown, account-not-usable, account-keeps-parties, cost-centre-missing, cost-centre-unknown,
     *     tax-code-not-valid, tax-code-rate-differs; and of dimensions what {@link CodedDimensions#shared} refuses
     */
    public List<CodedLine> checked(
            List<CodableLine> invoice, List<CodedLine> coding, LocalDate taxPoint, LocalDate postingDay) {
        Map<String, CodableLine> lines = invoice.stream()
                .collect(Collectors.toMap(CodableLine::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Books books = books(taxPoint);
        for (int i = 0; i < coding.size(); i++) {
            CodedLine coded = coding.get(i);
            CodableLine line = lines.get(coded.line());
            if (line == null) {
                throw RuleViolation.ofField(field(i, "line"), "invoice.line-unknown", coded.line());
            }
            checkAccount(field(i, "account"), coded, line, books);
            checkTaxCode(field(i, "taxCode"), coded, line, books);
            if (!coded.net().currency().equals(line.net().currency())) {
                throw RuleViolation.ofField(
                        field(i, "net"),
                        "invoice.currency-differs",
                        coded.net().currency(),
                        line.net().currency());
            }
        }
        lines.values().forEach(line -> checkSum(line, coding));
        List<CodedLine> shared = dimensions.shared(coding, postingDay);
        for (int i = 0; i < shared.size(); i++) {
            for (CodedLine.Share place : shared.get(i).places()) {
                checkCostCentre(field(i, "costCentre"), shared.get(i).account(), place.costCentre(), books);
            }
        }
        return shared;
    }

    /** Money paid ahead is kept per supplier; nothing else that is coded is. */
    private static void checkAccount(String field, CodedLine coded, CodableLine line, Books books) {
        AccountView account = books.account(coded.account())
                .orElseThrow(() -> RuleViolation.ofField(field, "invoice.account-unknown", coded.account()));
        if (!account.postable() || !account.active()) {
            throw RuleViolation.ofField(field, "invoice.account-not-usable", account.code());
        }
        if (account.control() != null && !(line.advance() && "SUPPLIER".equals(account.control()))) {
            throw RuleViolation.ofField(field, "invoice.account-keeps-parties", account.code());
        }
    }

    private static void checkCostCentre(String field, String account, @Nullable String code, Books books) {
        if (code == null) {
            if (books.account(account).map(AccountView::costCentreRequired).orElse(false)) {
                throw RuleViolation.ofField(field, "invoice.cost-centre-missing", account);
            }
            return;
        }
        if (!books.costCentres().contains(code)) {
            throw RuleViolation.ofField(field, "invoice.cost-centre-unknown", code);
        }
    }

    private static void checkTaxCode(String field, CodedLine coded, CodableLine line, Books books) {
        TaxCodeView code = books.taxCodes().get(coded.taxCode());
        if (code == null) {
            throw RuleViolation.ofField(field, "invoice.tax-code-not-valid", coded.taxCode(), books.taxPoint());
        }
        BigDecimal stated = line.rate() == null ? BigDecimal.ZERO : line.rate();
        if (code.kind() == TaxKind.DOMESTIC && code.ratePercent().compareTo(stated) != 0) {
            throw RuleViolation.ofField(
                    field,
                    "invoice.tax-code-rate-differs",
                    code.code(),
                    stated.stripTrailingZeros().toPlainString());
        }
    }

    private static void checkSum(CodableLine line, List<CodedLine> coding) {
        Money zero = Money.zero(line.net().currency());
        List<Money> parts = coding.stream()
                .filter(coded -> coded.line().equals(line.key()))
                .map(CodedLine::net)
                .toList();
        if (parts.isEmpty()) {
            throw RuleViolation.ofField("lines", "invoice.line-not-coded", line.key());
        }
        Money sum = parts.stream().reduce(zero, Money::plus);
        if (sum.compareTo(line.net()) != 0) {
            throw RuleViolation.ofField("lines", "invoice.coding-differs", line.key(), sum, line.net());
        }
    }

    private static String field(int index, String name) {
        return "lines[" + index + "]." + name;
    }

    private Books books(LocalDate taxPoint) {
        return new Books(
                taxPoint,
                new HashMap<>(),
                chart,
                costCentres.all().stream()
                        .filter(CostCentres.CostCentreView::active)
                        .map(CostCentres.CostCentreView::code)
                        .collect(Collectors.toSet()),
                taxCodes.validOn(taxPoint).stream()
                        .filter(TaxCodeView::purchase)
                        .collect(Collectors.toMap(TaxCodeView::code, Function.identity())));
    }

    /** What the books know, asked once per account. */
    private record Books(
            LocalDate taxPoint,
            Map<String, Optional<AccountView>> accounts,
            ChartOfAccounts chart,
            Set<String> costCentres,
            Map<String, TaxCodeView> taxCodes) {

        Optional<AccountView> account(@Nullable String code) {
            return code == null ? Optional.empty() : accounts.computeIfAbsent(code, chart::find);
        }
    }
}
