package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.PostingInput.CodedAmount;
import io.simbaerp.invoice.posting.PostingInput.VatGroup;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What one VAT code got of the document's breakdown.
 *
 * @param lineTaxes what each line bears of the document's tax
 * @param documentTax its part of BT-117, in the document's currency
 * @param tax the same in the company's currency, at the VAT rate or as BT-111 states it
 * @param base its part of BT-116, in the company's currency at the VAT rate
 */
record VatShare(
        TaxCodeView code, List<CodedAmount> lines, List<Money> lineTaxes, Money documentTax, Money tax, Money base) {

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
        List<CodedAmount> lines = linesOf(group, input);
        lines.forEach(line -> nets.merge(line.code().code(), line.net().amount(), BigDecimal::add));
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
            byCode.computeIfPresent(code, (key, share) -> share.bearing(lines, group, documentTax)
                    .plus(documentTax, part, base));
        }
    }

    /** Spreads the document's tax of a group over those of its lines that have this code. */
    private VatShare bearing(List<CodedAmount> ofGroup, VatGroup group, Money groupTax) {
        List<Integer> places = IntStream.range(0, lines.size())
                .filter(i -> ofGroup.stream().anyMatch(line -> line == lines.get(i)))
                .boxed()
                .toList();
        List<Money> parts = Shares.of(
                groupTax, places.stream().map(i -> lines.get(i).net().amount()).toList(), group.share());
        List<Money> taxes = new ArrayList<>(lineTaxes);
        for (int i = 0; i < parts.size(); i++) {
            taxes.set(places.get(i), taxes.get(places.get(i)).plus(parts.get(i)));
        }
        return new VatShare(code, lines, taxes, documentTax, tax, base);
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
        Money nothing = Money.zero(line.net().currency());
        return new VatShare(line.code(), List.of(line), List.of(nothing), nothing, zero, zero);
    }

    private VatShare plus(VatShare other) {
        List<CodedAmount> both = new ArrayList<>(lines);
        both.addAll(other.lines);
        List<Money> bothTaxes = new ArrayList<>(lineTaxes);
        bothTaxes.addAll(other.lineTaxes);
        return new VatShare(
                code, both, bothTaxes, documentTax.plus(other.documentTax), tax.plus(other.tax), base.plus(other.base));
    }

    private VatShare plus(Money moreDocumentTax, Money moreTax, Money moreBase) {
        return new VatShare(
                code, lines, lineTaxes, documentTax.plus(moreDocumentTax), tax.plus(moreTax), base.plus(moreBase));
    }

    /**
     * The parts of an amount that the lines of this code get, by net.
     *
     * @param perUnit what one unit of net bears of it
     */
    List<Money> byLine(Money amount, BigDecimal perUnit) {
        return Shares.of(amount, nets(), perUnit);
    }

    private List<BigDecimal> nets() {
        return lines.stream().map(line -> line.net().amount()).toList();
    }
}
