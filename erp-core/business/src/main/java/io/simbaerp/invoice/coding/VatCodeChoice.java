package io.simbaerp.invoice.coding;

import io.simbaerp.tax.Deduction;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxKind;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The VAT code that a document's own category and rate (UNTDID 5305) speak for. */
public final class VatCodeChoice {

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** The column of JPK_V7 for services from outside the Union. */
    private static final String SERVICES_FROM_OUTSIDE = "K_27";

    private final List<TaxCodeView> codes;
    private final boolean foreignSupplier;
    private final boolean fromOutside;

    /**
     * Chooses for one supplier.
     *
     * @param valid the codes valid on the tax point
     * @param home our country
     * @param supplier the supplier's country
     */
    public VatCodeChoice(List<TaxCodeView> valid, String home, String supplier) {
        this.codes = valid.stream()
                .filter(TaxCodeView::purchase)
                .sorted(Comparator.comparing((TaxCodeView code) -> code.deduction() != Deduction.FULL)
                        .thenComparing(TaxCodeView::ratePercent, Comparator.reverseOrder())
                        .thenComparing(TaxCodeView::code))
                .toList();
        this.foreignSupplier = !supplier.equals(home);
        this.fromOutside = !UNION.contains(supplier);
    }

    /** The usual code; one outside the scope of our VAT where the document's tax can't be ours. */
    public Optional<TaxCodeView> of(@Nullable String category, @Nullable BigDecimal rate) {
        return usual(category == null ? "" : category, rate == null ? BigDecimal.ZERO : rate)
                .or(() -> first(TaxKind.OUTSIDE_SCOPE, code -> true))
                .or(() -> first(TaxKind.EXEMPT, code -> true));
    }

    private Optional<TaxCodeView> usual(String category, BigDecimal rate) {
        return switch (category) {
            case "S", "AA", "Z" -> foreignSupplier ? Optional.empty() : atRate(TaxKind.DOMESTIC, rate);
            case "E" -> foreignSupplier ? Optional.empty() : first(TaxKind.EXEMPT, code -> true);
            case "AE" -> foreignSupplier ? serviceFromAbroad() : first(TaxKind.REVERSE_CHARGE, code -> true);
            case "K" -> first(TaxKind.EU_ACQUISITION, code -> true);
            default -> Optional.empty();
        };
    }

    private Optional<TaxCodeView> serviceFromAbroad() {
        return first(
                        TaxKind.IMPORT_OF_SERVICES,
                        code -> SERVICES_FROM_OUTSIDE.equals(code.outputBaseColumn()) == fromOutside)
                .or(() -> first(TaxKind.IMPORT_OF_SERVICES, code -> true));
    }

    private Optional<TaxCodeView> atRate(TaxKind kind, BigDecimal rate) {
        return first(kind, code -> code.ratePercent().compareTo(rate) == 0);
    }

    private Optional<TaxCodeView> first(TaxKind kind, Predicate<TaxCodeView> condition) {
        return codes.stream()
                .filter(code -> code.kind() == kind)
                .filter(condition)
                .findFirst();
    }
}
