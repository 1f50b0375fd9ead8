package io.simbaerp.expense.web;

import io.simbaerp.expense.BeginClaim;
import io.simbaerp.expense.ChangeClaim;
import io.simbaerp.expense.KeepLine;
import io.simbaerp.expense.RemoveLine;
import io.simbaerp.expense.SendClaim;
import io.simbaerp.expense.WithdrawClaim;
import org.springframework.stereotype.Component;

/** What can be done with one's own claim, by page and REST alike. */
@Component
record ClaimMoves(
        BeginClaim begin,
        ChangeClaim change,
        KeepLine keepLine,
        RemoveLine removeLine,
        SendClaim send,
        WithdrawClaim withdraw) {}
