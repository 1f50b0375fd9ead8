package io.simbaerp.party.creation;

import io.simbaerp.architecture.RuleViolation;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document that proves something, as people name it: by its id, or by the address of its page from the browser. */
public final class EvidenceAddress {

    private static final Pattern DOCUMENT =
            Pattern.compile("(?:.*/documents/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#].*)?");

    private EvidenceAddress() {}

    /**
     * The document's id; nothing if nothing was entered.
     *
     * @throws RuleViolation bank-account.document-unreadable
     */
    public static @Nullable UUID documentId(@Nullable String entered) {
        if (entered == null || entered.isBlank()) {
            return null;
        }
        Matcher named = DOCUMENT.matcher(entered.strip());
        if (!named.matches()) {
            throw RuleViolation.ofField("document", "bank-account.document-unreadable", entered.strip());
        }
        return UUID.fromString(named.group(1));
    }
}
