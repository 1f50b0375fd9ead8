package io.simbaerp.walls;

import io.simbaerp.walls.Doors.Door;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Doors that read what was sent, or look for what it names, before they come to the use case whose duty they ask for: who
 * lacks it hears of that first. Nothing is done by it, which the walk checks. The list only becomes shorter.
 */
final class ReadFirst {

    private static final Map<String, Integer> ANSWERS = Map.ofEntries(
            Map.entry("DELETE /api/v1/fiscal-periods/{code}/exceptions/{id}", 404),
            Map.entry("POST /api/v1/accounts", 422),
            Map.entry("POST /api/v1/axes/{axis}/values", 404),
            Map.entry("POST /api/v1/controlled-documents", 422),
            Map.entry("POST /api/v1/controlled-documents/{id}/submission", 404),
            Map.entry("POST /api/v1/e-invoices/validate", 415),
            Map.entry("POST /api/v1/entry-plans", 422),
            Map.entry("POST /api/v1/entry-proposals", 422),
            Map.entry("POST /api/v1/expense-claims/{id}/lines", 404),
            Map.entry("POST /api/v1/fiscal-periods/{code}/exceptions", 400),
            Map.entry("POST /api/v1/journal-entries", 422),
            Map.entry("POST /api/v1/journal-entries/batch", 415),
            Map.entry("POST /api/v1/payment-runs", 422),
            Map.entry("POST /api/v1/people", 422),
            Map.entry("POST /controlled-documents/{id}/submission", 404),
            Map.entry("POST /ledger/accounts", 422),
            Map.entry("POST /ledger/accounts/{code}", 422),
            Map.entry("POST /ledger/assertions", 422),
            Map.entry("POST /ledger/axes/{axis}/accounts", 404),
            Map.entry("POST /ledger/axes/{axis}/values", 404),
            Map.entry("POST /ledger/budgets/file", 422),
            Map.entry("POST /ledger/entries/drafts", 200),
            Map.entry("POST /ledger/entries/drafts/later", 302),
            Map.entry("POST /ledger/plans", 422),
            Map.entry("POST /parties/{id}/accounts", 422),
            Map.entry("POST /payment-runs", 422),
            Map.entry("POST /payment-runs/files", 422),
            Map.entry("POST /people", 422),
            Map.entry("POST /people/{id}/roles", 422),
            Map.entry("POST /reports/layouts/position", 404),
            Map.entry("POST /reports/layouts/position/remove", 404),
            Map.entry("POST /separation/conflicts", 200),
            Map.entry("PUT /api/v1/accounts/{code}", 422),
            Map.entry("PUT /api/v1/axes/{axis}/values/{number}", 404),
            Map.entry("PUT /api/v1/controlled-documents/{id}/draft", 404),
            Map.entry("PUT /api/v1/distributions/{code}", 404),
            Map.entry("PUT /api/v1/documents/{document}/invoice/receipt", 409),
            Map.entry("PUT /api/v1/entry-drafts/{draft}", 422),
            Map.entry("PUT /api/v1/entry-proposals/{id}", 422),
            Map.entry("PUT /api/v1/expense-claims/{id}/lines/{line}", 404),
            Map.entry("PUT /api/v1/people/{id}/roles/{role}", 422),
            Map.entry("PUT /api/v1/roles/{role}", 422));

    private final Set<String> unused = new TreeSet<>(ANSWERS.keySet());

    /** Whether the door is known to answer so instead of 403. */
    boolean answers(Door door, int status) {
        unused.remove(door.toString());
        return ANSWERS.getOrDefault(door.toString(), 0) == status;
    }

    /** Those that ask for the duty first by now, or are there no more. */
    Set<String> unused() {
        return unused;
    }
}
