package io.simbaerp.expense.reckoning;

import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a line is worth.
 *
 * @param gross in the currency it was spent in
 * @param base in the company's currency
 * @param rate between the two, if they differ
 * @param reckoning from what a drive or an allowance was reckoned; empty for an expense
 */
public record Worth(Money gross, Money base, @Nullable ExchangeRate rate, Map<String, Object> reckoning) {}
