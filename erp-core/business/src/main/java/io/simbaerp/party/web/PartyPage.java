package io.simbaerp.party.web;

import io.simbaerp.party.PartyView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a party shows.
 *
 * @param wrongTaxIds Polish tax ids whose check digit is wrong
 * @param enteredIban what was entered and refused, to be corrected
 */
record PartyPage(
        PartyView record,
        List<AccountRow> accounts,
        List<WithdrawnRow> withdrawn,
        List<String> wrongTaxIds,
        @Nullable String enteredIban,
        boolean mayMaintain,
        boolean maySeeDocuments,
        boolean maySeeBooks) {

    /**
     * A bank account as shown.
     *
     * @param document the document it was read from
     * @param own whether the reader proposed it
     */
    record AccountRow(
            UUID id,
            String number,
            @Nullable String document,
            String proposedBy,
            String proposedAt,
            @Nullable String confirmedBy,
            String confirmedAt,
            boolean own,
            boolean mayConfirm,
            boolean mayWithdraw) {}

    /** An account nothing is paid to any more. */
    record WithdrawnRow(String number, String by, String at, String reason) {}

    public String place() {
        return Stream.of(record.address().postalCode(), record.address().city(), record.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
