package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.coding.HitRateReport.OfBasis;
import io.simbaerp.invoice.coding.HitRateReport.OfSupplier;
import io.simbaerp.invoice.coding.HitRateReport.Score;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Proposes posted invoices once more, one after the other in the order of posting, and counts what is right. */
final class Replay {

    private static final int REMEMBERED = 200;
    private static final int SUPPLIERS = 100;

    /**
     * A posted invoice: what had to be coded, and the parts it was coded into.
     *
     * @param country the supplier's
     */
    record Invoice(
            UUID supplierId,
            String supplierName,
            String country,
            LocalDate issueDate,
            LocalDate taxPoint,
            List<CodableLine> lines,
            Map<String, List<PostedLine>> parts) {

        /** Without the lines that went to this account. */
        Invoice without(String account) {
            return new Invoice(
                    supplierId,
                    supplierName,
                    country,
                    issueDate,
                    taxPoint,
                    lines.stream()
                            .filter(line -> parts.getOrDefault(line.key(), List.of()).stream()
                                    .noneMatch(part -> part.account().equals(account)))
                            .toList(),
                    parts);
        }
    }

    private final BiFunction<Invoice, Precedents, ProposalRules> rules;
    private final Map<UUID, Deque<PostedLine>> before = new HashMap<>();
    private final Map<UUID, OfSupplier> suppliers = new LinkedHashMap<>();
    private final Map<Precedent.Basis, Score> bases = new EnumMap<>(Precedent.Basis.class);
    private Score all = Score.NONE;
    private Score followed = Score.NONE;
    private int invoices;
    private int unchanged;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    /** @param rules those that held for an invoice, given what was posted before it */
    Replay(BiFunction<Invoice, Precedents, ProposalRules> rules) {
        this.rules = rules;
    }

    /** Proposes it from what was there before, then remembers how it was coded. */
    void next(Invoice invoice) {
        Deque<PostedLine> known = before.computeIfAbsent(invoice.supplierId(), any -> new ArrayDeque<>());
        Proposal proposal =
                rules.apply(invoice, new Precedents(List.copyOf(known))).of(invoice.lines());
        Score score = Score.NONE;
        for (CodedLine proposed : proposal.lines()) {
            Score one = score(proposed, invoice.parts().getOrDefault(proposed.line(), List.of()));
            score = score.plus(one);
            Optional<Precedent> precedent = proposal.precedent(proposed.line());
            precedent.ifPresent(basis -> bases.merge(basis.basis(), one, Score::plus));
            followed = precedent.isPresent() ? followed.plus(one) : followed;
        }
        count(invoice, score);
        remember(known, invoice);
    }

    private void count(Invoice invoice, Score score) {
        boolean right = score.whole() == score.lines();
        invoices++;
        unchanged += right ? 1 : 0;
        all = all.plus(score);
        from = from == null || invoice.issueDate().isBefore(from) ? invoice.issueDate() : from;
        to = to == null || invoice.issueDate().isAfter(to) ? invoice.issueDate() : to;
        suppliers.merge(
                invoice.supplierId(),
                new OfSupplier(invoice.supplierId(), invoice.supplierName(), 1, right ? 1 : 0, score),
                (old, one) -> new OfSupplier(
                        old.supplierId(),
                        one.name(),
                        old.invoices() + 1,
                        old.unchanged() + one.unchanged(),
                        old.score().plus(one.score())));
    }

    /** A line that was split was not proposed right. */
    private static Score score(CodedLine proposed, List<PostedLine> parts) {
        if (parts.size() != 1) {
            return new Score(1, 0, 0, 0, 0);
        }
        PostedLine coded = parts.get(0);
        boolean account = coded.account().equals(proposed.account());
        boolean costCentre = Objects.equals(coded.costCentre(), proposed.costCentre());
        boolean dimensions = coded.dimensions().equals(proposed.dimensions());
        boolean taxCode = coded.taxCode().equals(proposed.taxCode());
        return new Score(
                1,
                account ? 1 : 0,
                costCentre ? 1 : 0,
                taxCode ? 1 : 0,
                account && costCentre && dimensions && taxCode ? 1 : 0);
    }

    private static void remember(Deque<PostedLine> known, Invoice invoice) {
        List<PostedLine> lines = new ArrayList<>();
        invoice.parts().values().forEach(lines::addAll);
        for (int i = lines.size() - 1; i >= 0; i--) {
            known.addFirst(lines.get(i));
        }
        while (known.size() > REMEMBERED) {
            known.removeLast();
        }
    }

    HitRateReport report() {
        return new HitRateReport(
                from,
                to,
                invoices,
                unchanged,
                all,
                followed,
                bases.entrySet().stream()
                        .map(entry -> new OfBasis(entry.getKey(), entry.getValue()))
                        .toList(),
                suppliers.values().stream()
                        .sorted(Comparator.comparingInt(
                                        (OfSupplier one) -> one.score().lines())
                                .reversed())
                        .limit(SUPPLIERS)
                        .toList());
    }
}
