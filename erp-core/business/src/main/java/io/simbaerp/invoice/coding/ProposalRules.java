package io.simbaerp.invoice.coding;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.tax.TaxCodeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What speaks for the coding of a line: its precedent at the same supplier, then the defaults of the company. The VAT code
 * must fit the line's own rate, so it follows the latest line with the same VAT.
 *
 * @param accounts the chart, each account asked for once
 * @param dimensions those of earlier lines, as far as they hold
 */
record ProposalRules(
        Precedents precedents,
        List<TaxCodeView> valid,
        VatCodeChoice usual,
        PostingPolicy policy,
        Function<String, Optional<AccountView>> accounts,
        Dimensions dimensions) {

    /** Which dimensions of an earlier line a new one may be proposed with. */
    interface Dimensions {

        /** Numbers of values, or distribution keys, by the codes of their axes. */
        Map<String, String> of(String account, Map<String, String> before);
    }

    /** The proposal for lines of one invoice. */
    Proposal of(List<CodableLine> lines) {
        List<ProposedLine> proposed = lines.stream().map(this::of).toList();
        return new Proposal(
                proposed.stream().map(ProposedLine::coding).toList(),
                proposed.stream()
                        .flatMap(line -> line.precedent().stream()
                                .map(precedent ->
                                        new Proposal.Reason(line.coding().line(), precedent)))
                        .collect(Collectors.toList()));
    }

    /** A proposal for one line. */
    private record ProposedLine(CodedLine coding, Optional<Precedent> precedent) {}

    private ProposedLine of(CodableLine line) {
        Optional<Precedents.Found> found = line.key().equals(CodableLine.DIFFERENCE) || line.advance()
                ? Optional.empty()
                : precedents.of(line, this::isUsable);
        String account = found.map(one -> one.line().account()).orElseGet(() -> defaultAccount(line));
        String costCentre = found.map(one -> one.line().costCentre()).orElse(null);
        if (costCentre == null && needsCostCentre(account)) {
            costCentre = policy.costCentre();
        }
        return new ProposedLine(
                new CodedLine(
                        line.key(),
                        account,
                        costCentre,
                        dimensions.of(
                                account,
                                found.map(one -> one.line().dimensions()).orElse(Map.of())),
                        taxCode(line),
                        line.net()),
                found.map(Precedents.Found::precedent));
    }

    private String defaultAccount(CodableLine line) {
        if (line.advance()) {
            return policy.advanceAccount();
        }
        if (line.beyondSupply()) {
            return policy.settlementAccount();
        }
        return line.key().equals(CodableLine.DIFFERENCE) ? policy.differenceAccount() : policy.costAccount();
    }

    private String taxCode(CodableLine line) {
        return precedents.taxCode(line, before -> isValid(before.taxCode())).orElseGet(() -> usual.of(
                        line.category(), line.rate())
                .map(TaxCodeView::code)
                .orElse(""));
    }

    private boolean isValid(String code) {
        return valid.stream().anyMatch(view -> view.code().equals(code) && view.purchase());
    }

    /** An account that keeps parties was chosen for an advance and is none for a supply. */
    private boolean isUsable(PostedLine before) {
        return accounts.apply(before.account())
                .filter(view -> view.postable() && view.active() && view.control() == null)
                .isPresent();
    }

    private boolean needsCostCentre(String code) {
        return accounts.apply(code).map(AccountView::costCentreRequired).orElse(false);
    }
}
