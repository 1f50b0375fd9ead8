package io.simbaerp.invoice;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those who deduct the tax of invoices by other ways than a purchase invoice have to tell: expense claims. */
public interface ClaimedInvoices {

    /** The number of the posted claim out of which the tax of this invoice was deducted. */
    Optional<String> deductedBy(@Nullable UUID seller, RegisteredInvoices.Key invoice);
}
