package io.simbaerp.invoice.web;

import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The card on which an invoice is approved.
 *
 * @param whatFor the names of its first lines
 * @param content every field the approval binds to
 */
record ApprovalPage(
        String supplier,
        String number,
        boolean creditNote,
        String whatFor,
        Money net,
        Money gross,
        LocalDate payBy,
        @Nullable LastTime lastTime,
        List<Coded> coding,
        List<Agreed> agreed,
        List<CodingPage.Note> notes,
        int findings,
        List<Shown> content,
        String contentHash) {

    /**
     * What the supplier charged before.
     *
     * @param change in percent, with its sign; nothing where there is no such figure
     * @param up whether this invoice is the larger
     */
    record LastTime(
            Money net, LocalDate issueDate, @Nullable String change, boolean up, List<Bar> bars) {}

    /** A bar of the picture: the last one is this invoice. */
    record Bar(int x, int y, int height, boolean present) {}

    /** Where an amount goes. */
    record Coded(
            String account,
            String name,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            Money net) {}

    /** Who agreed before: the message says as what. */
    record Agreed(
            String name,
            @Nullable String forWhom,
            String message,
            @Nullable Instant at) {}

    /** A field of the content in the reader's words. */
    record Shown(String key, String text) {}
}
