package io.simbaerp.ledger.chart;

import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.Side;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What charts call kinds of accounts, in our five kinds and the one outside the balance sheet. */
final class Categories {

    private Categories() {}

    /** Nothing for a category nobody knows. */
    static @Nullable AccountType type(@Nullable String category) {
        if (category == null) {
            return null;
        }
        return switch (category.strip().toUpperCase(Locale.ROOT).replace(' ', '_')) {
            case "A", "ASSET", "ASSETS", "BANK", "CASH", "RECEIVABLE", "STOCK", "MUTUAL", "AKTYWA" -> AccountType.ASSET;
            case "L", "LIABILITY", "LIABILITIES", "PAYABLE", "CREDIT", "PASYWA" -> AccountType.LIABILITY;
            case "Q", "EQUITY", "KAPITAŁ" -> AccountType.EQUITY;
            case "I", "INCOME", "REVENUE", "PRZYCHODY" -> AccountType.REVENUE;
            case "E", "EXPENSE", "EXPENSES", "KOSZTY" -> AccountType.EXPENSE;
            case "OFF_BALANCE", "STATISTICAL" -> AccountType.OFF_BALANCE;
            default -> null;
        };
    }

    /** The side on which accounts of a type usually stand. */
    static Side side(AccountType type) {
        return switch (type) {
            case ASSET, EXPENSE, OFF_BALANCE -> Side.DEBIT;
            case LIABILITY, EQUITY, REVENUE -> Side.CREDIT;
        };
    }
}
