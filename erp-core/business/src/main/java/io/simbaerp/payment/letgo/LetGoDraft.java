package io.simbaerp.payment.letgo;

import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a person lets an order go.
 *
 * @param reason why what is open of it will not come by this order
 * @param confirmed that they made sure the bank does not carry the order out
 * @param stillOpen what they saw open of it; nothing if they don't care
 */
public record LetGoDraft(
        @Nullable String reason,
        boolean confirmed,
        @Nullable Money stillOpen) {}
