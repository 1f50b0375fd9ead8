package io.simbaerp.payment.proposal;

/**
 * A due item that is not ordered.
 *
 * @param detail what fills the reason's sentence: an account, a run's number, a currency; of the White List the account
 *     to ask about; of a cool-off its first day after it; may be empty
 */
public record BlockedItem(PayableItem item, BlockReason reason, String detail) {}
