package io.simbaerp.integration.saft;

import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A line of a transaction, with the document it comes from, its tax, and how analysis divides it. */
final class SaftLine {

    /** A part of the line that belongs to one value of every axis it names. */
    record Part(BigDecimal debit, BigDecimal credit, Map<String, String> values) {}

    /** A value and how much of the line belongs to it; all of it where nothing is said. */
    private record Share(String value, String amount) {}

    private static final int MOST_SHARES = 1000;

    private final SaftElement element;
    private final String transaction;
    private final SaftMasters masters;
    private final BigDecimal debit;
    private final BigDecimal credit;

    SaftLine(SaftElement element, String transaction, SaftMasters masters) {
        this.masters = masters;
        this.element = element;
        this.transaction = transaction;
        this.debit = SaftTables.amount(element.text("DebitAmount/Amount"));
        this.credit = SaftTables.amount(element.text("CreditAmount/Amount"));
    }

    SaftElement element() {
        return element;
    }

    String account() {
        return element.text("AccountID");
    }

    BigDecimal debit() {
        return debit;
    }

    BigDecimal credit() {
        return credit;
    }

    /** Debit less credit. */
    BigDecimal balance() {
        return debit.subtract(credit);
    }

    boolean isNegative() {
        return debit.signum() < 0 || credit.signum() < 0;
    }

    boolean isNothing() {
        return debit.signum() == 0 && credit.signum() == 0;
    }

    String document() {
        String source = element.text("SourceDocumentID");
        return source.isEmpty() ? element.text("ReferenceNumber") : source;
    }

    /** The code of the tax the line is the base of; empty for none. */
    String taxCode() {
        return element.text("TaxInformation/TaxCode");
    }

    /** The tax on it, on the side the line stands on. */
    BigDecimal tax() {
        for (String path : List.of("TaxAmount", "DebitTaxAmount", "CreditTaxAmount")) {
            String amount = element.text("TaxInformation/" + path + "/Amount");
            if (!amount.isEmpty()) {
                BigDecimal tax = SaftTables.amount(amount).abs();
                return balance().signum() < 0 ? tax.negate() : tax;
            }
        }
        return BigDecimal.ZERO;
    }

    /**
     * The line cut wherever the value of an axis changes: what every value gets is what the file gives it. What no value
     * of an axis claims belongs to none.
     *
     * @throws RuleViolation foreign-books.analysis-differs
     * @throws NumberFormatException for more parts or axes than any line has
     */
    List<Part> parts() {
        Map<String, List<Share>> shares = shares();
        BigDecimal whole = balance().abs();
        Map<String, TreeMap<BigDecimal, String>> ends = new LinkedHashMap<>();
        TreeSet<BigDecimal> cuts = new TreeSet<>(List.of(whole));
        shares.forEach((axis, values) -> {
            TreeMap<BigDecimal, String> endsOfAxis = ends(values, whole);
            cuts.addAll(endsOfAxis.keySet());
            ends.put(axis, endsOfAxis);
        });
        List<Part> parts = new ArrayList<>();
        BigDecimal begin = BigDecimal.ZERO;
        for (BigDecimal cut : cuts) {
            Map<String, String> values = new TreeMap<>();
            ends.forEach((axis, endsOfAxis) -> {
                if (endsOfAxis.ceilingKey(cut) != null) {
                    values.put(axis, endsOfAxis.ceilingEntry(cut).getValue());
                }
            });
            parts.add(part(cut.subtract(begin), values));
            begin = cut;
        }
        return parts;
    }

    private Map<String, List<Share>> shares() {
        Map<String, List<Share>> shares = new LinkedHashMap<>();
        List<SaftElement> analyses = element.all("Analysis");
        if (analyses.size() > MOST_SHARES) {
            throw new NumberFormatException("too much analysis of a line");
        }
        for (SaftElement one : analyses) {
            String amount = "";
            for (String path : List.of("AnalysisAmount", "DebitAnalysisAmount", "CreditAnalysisAmount")) {
                amount = amount.isEmpty() ? one.text(path + "/Amount") : amount;
            }
            shares.computeIfAbsent(masters.axis(one.text("AnalysisType")), axis -> new ArrayList<>())
                    .add(new Share(one.text("AnalysisID"), amount));
        }
        return shares;
    }

    /** Where each value of an axis ends, counted from nothing to the whole line. */
    private TreeMap<BigDecimal, String> ends(List<Share> shares, BigDecimal whole) {
        TreeMap<BigDecimal, String> ends = new TreeMap<>();
        BigDecimal end = BigDecimal.ZERO;
        for (Share share : shares) {
            BigDecimal amount = share.amount().isEmpty()
                    ? whole.subtract(end)
                    : SaftTables.amount(share.amount()).abs();
            end = end.add(amount);
            if (amount.signum() > 0) {
                ends.put(end, share.value());
            }
        }
        if (end.compareTo(whole) > 0) {
            throw RuleViolation.ofField(
                    "file", "foreign-books.analysis-differs", transaction, element.text("RecordID"), end, whole);
        }
        return ends;
    }

    private Part part(BigDecimal amount, Map<String, String> values) {
        return new Part(
                debit.signum() == 0 ? BigDecimal.ZERO : debit.signum() < 0 ? amount.negate() : amount,
                credit.signum() == 0 ? BigDecimal.ZERO : credit.signum() < 0 ? amount.negate() : amount,
                values);
    }
}
