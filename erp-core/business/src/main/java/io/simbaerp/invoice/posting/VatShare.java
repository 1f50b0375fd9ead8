package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.PostingInput.CodedAmount;
import io.simbaerp.invoice.posting.PostingInput.VatGroup;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one VAT code got of the document's breakdown.
 *
 * @param documentTax its part of BT-117, in the document's currency
 * @param tax the same in the company's currency, at the VAT rate or as BT-111 states it
 * @param base its part of BT-116, in the company's currency at the VAT rate
 */
record VatShare(TaxCodeView code, List<CodedAmount> lines, Money documentTax, Money tax, Money base) {

    /** Shares the whole breakdown among the codes of the lines. */
    static List<VatShare> of(PostingInput input, Conversion conversion) {
        Map<String, VatShare> byCode = new LinkedHashMap<>();
        input.lines().forEach(line -> byCode.merge(line.code().code(), none(line, conversion), VatShare::plus));
        List<Money> taxes = conversion.taxes(input.groups(), input.totals().vatInBase());
        for (int i = 0; i < input.groups().size(); i++) {
            share(input.groups().get(i), taxes.get(i), input, conversion, byCode);
        }
        return List.copyOf(byCode.values());
    }

    private static void share(
            VatGroup group, Money tax, PostingInput input, Conversion conversion, Map<String, VatShare> byCode) {
        Map<String, BigDecimal> nets = new LinkedHashMap<>();
        linesOf(group, input)
                .forEach(line -> nets.merge(line.code().code(), line.net().amount(), BigDecimal::add));
        List<BigDecimal> weights = List.copyOf(nets.values());
        BigDecimal rate = group.share();
        BigDecimal factor = conversion.vatFactor();
        List<Money> documentTaxes = Shares.of(group.tax(), weights, rate);
        List<Money> taxes = Shares.of(tax, weights, rate.multiply(factor));
        List<Money> bases = Shares.of(conversion.atVatRate(group.taxable()), weights, factor);
        int i = 0;
        for (String code : nets.keySet()) {
            Money documentTax = documentTaxes.get(i);
            Money part = taxes.get(i);
            Money base = bases.get(i++);
            byCode.computeIfPresent(code, (key, share) -> share.plus(documentTax, part, base));
        }
    }

    /** The lines of the group's rate; of an invoice that contradicts itself, those no group claims, or simply all. */
    private static List<CodedAmount> linesOf(VatGroup group, PostingInput input) {
        List<CodedAmount> own = input.lines().stream().filter(group::has).toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<CodedAmount> unclaimed = input.lines().stream()
                .filter(line -> line.category() != null)
                .filter(line -> input.groups().stream().noneMatch(other -> other.has(line)))
                .toList();
        return unclaimed.isEmpty() ? input.lines() : unclaimed;
    }

    private static VatShare none(CodedAmount line, Conversion conversion) {
        Money zero = Money.zero(conversion.base());
        return new VatShare(line.code(), List.of(line), Money.zero(line.net().currency()), zero, zero);
    }

    private VatShare plus(VatShare other) {
        List<CodedAmount> both = new ArrayList<>(lines);
        both.addAll(other.lines);
        return new VatShare(
                code, both, documentTax.plus(other.documentTax), tax.plus(other.tax), base.plus(other.base));
    }

    private VatShare plus(Money moreDocumentTax, Money moreTax, Money moreBase) {
        return new VatShare(code, lines, documentTax.plus(moreDocumentTax), tax.plus(moreTax), base.plus(moreBase));
    }

    /**
     * The parts of an amount that the lines of this code get, by net.
     *
     * @param perUnit what one unit of net bears of it
     */
    List<Money> byLine(Money amount, BigDecimal perUnit) {
        return Shares.of(amount, nets(), perUnit);
    }

    /** What one unit of net bears of the document's tax, as far as tax and nets fit together. */
    BigDecimal taxPerUnit() {
        BigDecimal net = nets().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = documentTax.amount();
        return tax.abs().compareTo(net.abs()) > 0 || net.signum() == 0
                ? BigDecimal.ZERO
                : tax.divide(net, MathContext.DECIMAL128);
    }

    private List<BigDecimal> nets() {
        return lines.stream().map(line -> line.net().amount()).toList();
    }
}
