package io.simbaerp.invoice.entry;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as somebody typed it in from its picture, valid in shape.
 *
 * @param supplyDate BT-72: when it was delivered; the tax point unless nothing is stated
 * @param description what it is for, in a few words
 * @param account BT-84: the account it asks to be paid to
 * @param vat one row per category and rate
 * @param gross BT-112: the total as the invoice prints it
 */
public record EnteredInvoice(
        boolean creditNote,
        String number,
        LocalDate issueDate,
        @Nullable LocalDate supplyDate,
        @Nullable LocalDate dueDate,
        Seller seller,
        @Nullable String account,
        @Nullable String description,
        List<VatRow> vat,
        Money gross) {

    /** Who issued it. */
    public record Seller(
            String name,
            @Nullable String taxId,
            @Nullable String street,
            @Nullable String city,
            @Nullable String postCode,
            String country) {}

    /**
     * What a rate applies to.
     *
     * @param category UNTDID 5305, such as S
     * @param rate in percent; nothing where the category has none
     */
    public record VatRow(String category, @Nullable BigDecimal rate, Money net, Money tax) {}

    /** @throws RuleViolation invoice.entry-without-vat, invoice.entry-sum-differs, invoice.entry-due-before-issue */
    public EnteredInvoice {
        vat = List.copyOf(vat);
        if (vat.isEmpty()) {
            throw RuleViolation.ofField("net", "invoice.entry-without-vat");
        }
        Money sum =
                vat.stream().map(row -> row.net().plus(row.tax())).reduce(Money.zero(gross.currency()), Money::plus);
        if (sum.compareTo(gross) != 0) {
            throw RuleViolation.ofField("gross", "invoice.entry-sum-differs", sum, gross);
        }
        if (dueDate != null && dueDate.isBefore(issueDate)) {
            throw RuleViolation.ofField("dueDate", "invoice.entry-due-before-issue", dueDate, issueDate);
        }
    }

    public CurrencyCode currency() {
        return gross.currency();
    }
}
