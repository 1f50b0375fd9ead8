package io.simbaerp.invoice.received;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the type codes of invoices (BT-3, UNTDID 1001) mean for the books. */
public final class TypeCodes {

    /** The credit notes among the codes EN 16931 allows; all others claim money. */
    private static final Set<String> CREDIT_NOTES =
            Set.of("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

    private TypeCodes() {}

    /** Whether a document with this code gives money back. */
    public static boolean isCreditNote(@Nullable String typeCode) {
        return typeCode != null && CREDIT_NOTES.contains(typeCode);
    }
}
