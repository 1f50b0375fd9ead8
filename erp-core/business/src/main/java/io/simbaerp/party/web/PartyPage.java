package io.simbaerp.party.web;

import io.simbaerp.party.PartyView;
import io.simbaerp.party.creation.SupplierChecks;
import io.simbaerp.party.creation.SupplierCreation;
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
 * @param creation how its approval as a supplier stands, where it was asked for
 * @param entered what was entered and refused, to be corrected
 */
record PartyPage(
        PartyView record,
        List<AccountRow> accounts,
        List<WithdrawnRow> withdrawn,
        List<String> wrongTaxIds,
        @Nullable CreationCard creation,
        @Nullable Entered entered,
        boolean mayMaintain,
        boolean maySeeDocuments,
        boolean maySeeBooks) {

    /**
     * A bank account as shown.
     *
     * @param document the document it was read from
     * @param whiteList the answer of the White List that names it, if no document does
     * @param payableFrom the day its cool-off ends, while it lasts
     * @param waived why it has none, if somebody waived it
     * @param own whether the reader proposed it
     */
    record AccountRow(
            UUID id,
            String number,
            @Nullable String document,
            @Nullable String whiteList,
            @Nullable String payableFrom,
            @Nullable String waived,
            String proposedBy,
            String proposedAt,
            @Nullable String confirmedBy,
            String confirmedAt,
            boolean own,
            boolean mayConfirm,
            boolean mayWithdraw,
            boolean mayWaive) {}

    /**
     * The approval of a new supplier as shown.
     *
     * @param findings what speaks against it, until it is approved
     * @param own whether the reader proposed or changed it
     */
    record CreationCard(
            SupplierCreation creation,
            String proposedBy,
            @Nullable String approvedBy,
            List<SupplierChecks.Finding> findings,
            boolean own) {}

    /** An account as somebody entered it. */
    record Entered(String iban, String document, String whiteList) {}

    /** An account nothing is paid to any more. */
    record WithdrawnRow(String number, String by, String at, String reason) {}

    public String place() {
        return Stream.of(record.address().postalCode(), record.address().city(), record.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
