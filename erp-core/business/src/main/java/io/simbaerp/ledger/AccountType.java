package io.simbaerp.ledger;

/** What an account belongs to in the statements. */
public enum AccountType {
    ASSET,
    LIABILITY,
    EQUITY,
    REVENUE,
    EXPENSE,
    /** Statistical accounts outside the balance sheet. */
    OFF_BALANCE
}
