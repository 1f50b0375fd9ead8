package io.simbaerp.expense.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.LineDraft;
import io.simbaerp.expense.policy.Category;
import io.simbaerp.expense.reckoning.Drive;
import io.simbaerp.expense.reckoning.Trip;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is typed in or sent. Of a drive the kilometres count, of a trip its hours and meals; the amount of an
 * expense may be written as people do.
 *
 * @param keptReceipt the hash of a receipt that was kept with the claim before
 * @param edition which edition of the claim was read
 */
record LineForm(
        @Nullable LocalDate spentOn,
        @Nullable String category,
        @Nullable String description,
        @Nullable String merchant,
        @Nullable String merchantTaxId,
        @Nullable String documentNumber,
        @Nullable String gross,
        @Nullable String currency,
        LineDraft.@Nullable PaidBy paidBy,
        @Nullable String costCentre,
        @Nullable String noReceiptReason,
        Drive.@Nullable Vehicle vehicle,
        @Nullable String kilometres,
        @Nullable String route,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime until,
        @Nullable Integer breakfasts,
        @Nullable Integer lunches,
        @Nullable Integer dinners,
        @Nullable String keptReceipt,
        @Nullable Integer edition) {

    static LineForm empty(
            Category category, LocalDate day, CurrencyCode base, @Nullable String keptReceipt, int edition) {
        return new LineForm(
                day,
                category.code(),
                "",
                "",
                "",
                "",
                "",
                base.code(),
                LineDraft.PaidBy.OWN,
                "",
                "",
                Drive.Vehicle.CAR,
                "",
                "",
                null,
                null,
                0,
                0,
                0,
                keptReceipt,
                edition);
    }

    static LineForm of(ClaimView.LineView line, int edition) {
        Map<String, String> from = line.reckoning();
        boolean drive = from.containsKey("vehicle");
        boolean trip = from.containsKey("until");
        return new LineForm(
                line.spentOn(),
                line.category(),
                line.description(),
                line.merchant(),
                line.merchantTaxId(),
                line.documentNumber(),
                line.gross().plain().amount().toPlainString(),
                line.gross().currency().code(),
                line.paidBy(),
                line.costCentre(),
                line.noReceiptReason(),
                drive ? Drive.Vehicle.valueOf(from.getOrDefault("vehicle", "CAR")) : Drive.Vehicle.CAR,
                from.getOrDefault("kilometres", ""),
                from.getOrDefault("route", ""),
                trip ? LocalDateTime.parse(from.getOrDefault("from", "")) : null,
                trip ? LocalDateTime.parse(from.getOrDefault("until", "")) : null,
                Integer.valueOf(from.getOrDefault("breakfasts", "0")),
                Integer.valueOf(from.getOrDefault("lunches", "0")),
                Integer.valueOf(from.getOrDefault("dinners", "0")),
                null,
                edition);
    }

    /** @throws RuleViolation expense.category-unknown, expense.days-missing, expense.amount-unreadable, and what a draft refuses */
    LineDraft draft(Category.@Nullable Kind kind) {
        LocalDateTime start = from;
        LocalDate day = kind == Category.Kind.PER_DIEM && start != null ? start.toLocalDate() : spentOn;
        if (day == null) {
            throw RuleViolation.ofField("spentOn", "expense.days-missing");
        }
        return new LineDraft(
                day,
                Objects.requireNonNullElse(category, ""),
                description(kind),
                merchant,
                merchantTaxId,
                documentNumber,
                kind == Category.Kind.EXPENSE ? money() : null,
                kind == Category.Kind.EXPENSE
                        ? Objects.requireNonNullElse(paidBy, LineDraft.PaidBy.OWN)
                        : LineDraft.PaidBy.OWN,
                costCentre,
                keptReceipt == null || keptReceipt.isBlank() ? null : keptReceipt.strip(),
                noReceiptReason,
                kind == Category.Kind.MILEAGE ? drive() : null,
                kind == Category.Kind.PER_DIEM ? trip() : null);
    }

    /** A drive is known by its route unless somebody says more. */
    private String description(Category.@Nullable Kind kind) {
        String said = Objects.requireNonNullElse(description, "");
        return kind == Category.Kind.MILEAGE && said.isBlank() ? Objects.requireNonNullElse(route, "") : said;
    }

    private @Nullable Money money() {
        String number = EnteredNumber.plain(gross);
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            return new Money(
                    new BigDecimal(number),
                    CurrencyCode.of(
                            Objects.requireNonNullElse(currency, "").strip().toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException unreadable) {
            throw RuleViolation.ofField("gross", "expense.amount-unreadable", number + " " + currency);
        }
    }

    private @Nullable Drive drive() {
        String number = EnteredNumber.plain(kilometres);
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            return new Drive(
                    Objects.requireNonNullElse(vehicle, Drive.Vehicle.CAR),
                    new BigDecimal(number),
                    Objects.requireNonNullElse(route, ""));
        } catch (NumberFormatException unreadable) {
            throw RuleViolation.ofField("kilometres", "expense.amount-unreadable", number);
        }
    }

    private @Nullable Trip trip() {
        LocalDateTime start = from;
        LocalDateTime end = until;
        return start == null || end == null
                ? null
                : new Trip(
                        start,
                        end,
                        Objects.requireNonNullElse(breakfasts, 0),
                        Objects.requireNonNullElse(lunches, 0),
                        Objects.requireNonNullElse(dinners, 0));
    }

    /** The same with the receipt that was kept just now, if one was. */
    LineForm with(@Nullable String kept) {
        return kept == null
                ? this
                : new LineForm(
                        spentOn,
                        category,
                        description,
                        merchant,
                        merchantTaxId,
                        documentNumber,
                        gross,
                        currency,
                        paidBy,
                        costCentre,
                        noReceiptReason,
                        vehicle,
                        kilometres,
                        route,
                        from,
                        until,
                        breakfasts,
                        lunches,
                        dinners,
                        kept,
                        edition);
    }

    int editionRead() {
        return Objects.requireNonNullElse(edition, -1);
    }
}
