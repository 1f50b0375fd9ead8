package io.simbaerp.payment.proposal;

/**
 * One thing that stands in the way of paying an item.
 *
 * @param detail what fills the reason's sentence: an account, a run's number, a currency; of the White List the account
 *     to ask about; of a cool-off its first day after it; may be empty
 */
public record Obstacle(BlockReason reason, String detail) {}
