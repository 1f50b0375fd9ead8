package io.simbaerp.expense.policy;

/**
 * How the company settles with its employees.
 *
 * @param settlementAccount where what they laid out is owed to them; keeps open items
 * @param cardAccount where what a company card paid waits for the statement of the card
 * @param payWithinDays until the company pays, from the posting on
 * @param claimWithinDays how old an expense may be when it is claimed
 */
public record ExpensePolicy(
        String journal, String settlementAccount, String cardAccount, int payWithinDays, int claimWithinDays) {

    static final ExpensePolicy USUAL = new ExpensePolicy("PK", "234", "240-05", 14, 90);
}
