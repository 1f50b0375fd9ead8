package io.simbaerp.integration.saft;

import io.simbaerp.ledger.foreign.ForeignBooks;
import io.simbaerp.tax.Deduction;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The partners, tax codes and analysis types of a SAF-T file. */
final class SaftMasters {

    /** The tax came to Norway on this day; a code without a first day has always been there. */
    private static final LocalDate ALWAYS = LocalDate.of(1970, 1, 1);

    private static final int HIGHEST_RATE = 100;
    private static final int MOST_AXES = 20;
    private static final int LONGEST_AXIS = 20;

    private final SaftPartners partners = new SaftPartners();
    private final List<SaftElement> taxCodes = new ArrayList<>();
    private final Map<String, String> taxAccounts = new TreeMap<>();
    private final Map<String, String> axes = new HashMap<>();
    private final Map<String, ForeignBooks.Value> values = new LinkedHashMap<>();

    SaftPartners partners() {
        return partners;
    }

    void taxCodes(SaftElement entry) {
        taxCodes.addAll(entry.all("TaxCodeDetails"));
    }

    /** The account the tax of a code stands on; the first one that is found counts. */
    String taxAccount(String code, String found) {
        return taxAccounts.computeIfAbsent(code, none -> found);
    }

    /** The account of a code as far as it is known. */
    @Nullable
    String taxAccount(String code) {
        return taxAccounts.get(code);
    }

    void value(SaftElement entry) {
        String axis = axis(entry.text("AnalysisType"));
        String name = entry.text("AnalysisTypeDescription");
        String number = entry.text("AnalysisID");
        String called = entry.text("AnalysisIDDescription");
        if (!axis.isEmpty()) {
            values.putIfAbsent(
                    axis + " " + number,
                    new ForeignBooks.Value(
                            axis,
                            name.isEmpty() ? axis : name,
                            number,
                            called.isEmpty() ? number : called,
                            day(entry.text("StartDate"), ALWAYS),
                            entry.text("EndDate").isEmpty() ? null : day(entry.text("EndDate"), ALWAYS)));
        }
    }

    /**
     * A type of analysis as the code of an axis, which no other type of the file has.
     *
     * @throws NumberFormatException for more types than any books have
     */
    String axis(String type) {
        String known = axes.get(type);
        if (known != null || type.isEmpty()) {
            return known == null ? "" : known;
        }
        if (axes.size() == MOST_AXES) {
            throw new NumberFormatException("too many types of analysis");
        }
        String code = code(type, "");
        for (int next = 2; axes.containsValue(code); next++) {
            code = code(type, "_" + next);
        }
        axes.put(type, code);
        return code;
    }

    /** Letters, digits and lines, a letter first, and never longer than the code of an axis may be. */
    private static String code(String type, String ending) {
        String plain = type.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        String code = Character.isLetter(plain.charAt(0)) ? plain : "X" + plain;
        return code.substring(0, Math.min(code.length(), LONGEST_AXIS - ending.length())) + ending;
    }

    ForeignBooks.Masters all() {
        return new ForeignBooks.Masters(
                partners.all(), taxCodes.stream().map(this::taxCode).toList(), List.copyOf(values.values()));
    }

    private TaxCodeView taxCode(SaftElement details) {
        String code = details.text("TaxCode");
        String name = details.text("Description").isEmpty() ? code : details.text("Description");
        Meaning meaning = Meaning.of(details.text("StandardTaxCode"));
        BigDecimal rate = rate(details);
        LocalDate from = day(details.text("EffectiveDate"), ALWAYS);
        LocalDate to = details.text("ExpirationDate").isEmpty() ? null : day(details.text("ExpirationDate"), ALWAYS);
        if (code.isEmpty() || (to != null && to.isBefore(from))) {
            throw new NumberFormatException("not a tax code");
        }
        String account = taxAccount(code);
        return new TaxCodeView(
                code,
                meaning.kind,
                rate,
                meaning.deduction,
                name,
                name,
                null,
                null,
                null,
                null,
                meaning.purchase ? null : account,
                meaning.purchase ? account : null,
                null,
                meaning.purchase,
                !meaning.purchase,
                from,
                to);
    }

    private static BigDecimal rate(SaftElement details) {
        BigDecimal rate = SaftTables.amount(details.text("TaxPercentage"));
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.valueOf(HIGHEST_RATE)) > 0) {
            throw new NumberFormatException("not a rate");
        }
        return rate;
    }

    /** What the codes of the Norwegian standard stand for. */
    private enum Meaning {
        BOUGHT(TaxKind.DOMESTIC, Deduction.FULL, true, "1", "11", "12", "13", "14", "15"),
        BOUGHT_OUTSIDE(TaxKind.OUTSIDE_SCOPE, Deduction.NONE, true, "0", "20", "21", "22"),
        SOLD(TaxKind.DOMESTIC, Deduction.NONE, false, "3", "31", "32", "33", "5", "51", "52"),
        SOLD_OUTSIDE(TaxKind.OUTSIDE_SCOPE, Deduction.NONE, false, "6", "7"),
        SERVICES(TaxKind.IMPORT_OF_SERVICES, Deduction.FULL, true, "86", "88"),
        SERVICES_UNDEDUCTED(TaxKind.IMPORT_OF_SERVICES, Deduction.NONE, true, "87", "89"),
        OWED(TaxKind.REVERSE_CHARGE, Deduction.FULL, true, "81", "83", "85", "91"),
        OWED_UNDEDUCTED(TaxKind.REVERSE_CHARGE, Deduction.NONE, true, "82", "84", "92");

        private final TaxKind kind;
        private final Deduction deduction;
        private final boolean purchase;
        private final List<String> codes;

        Meaning(TaxKind kind, Deduction deduction, boolean purchase, String... codes) {
            this.kind = kind;
            this.deduction = deduction;
            this.purchase = purchase;
            this.codes = List.of(codes);
        }

        /** A code the standard doesn't know is none of the tax's. */
        static Meaning of(String standard) {
            return Arrays.stream(values())
                    .filter(one -> one.codes.contains(standard))
                    .findFirst()
                    .orElse(BOUGHT_OUTSIDE);
        }
    }

    private static LocalDate day(String text, LocalDate none) {
        try {
            return text.isEmpty() ? none : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException wrong) {
            throw new NumberFormatException("not a day");
        }
    }
}
