package io.simbaerp.expense.web;

import io.simbaerp.expense.BeginClaim;
import io.simbaerp.expense.ChangeClaim;
import io.simbaerp.expense.KeepLine;
import io.simbaerp.expense.KeepReceipt;
import io.simbaerp.expense.RemoveLine;
import io.simbaerp.expense.SendClaim;
import io.simbaerp.expense.WithdrawClaim;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What can be done with one's own claim, by page and REST alike. */
@Component
record ClaimMoves(
        BeginClaim begin,
        ChangeClaim change,
        KeepReceipt keepReceipt,
        KeepLine keepLine,
        RemoveLine removeLine,
        SendClaim send,
        WithdrawClaim withdraw) {

    /** The hash of a receipt that was handed in, kept for good whatever comes of its line; nothing where none was. */
    @Nullable
    String kept(UUID claim, @Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty()
                ? null
                : keepReceipt
                        .keep(claim, Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes())
                        .sha256();
    }
}
