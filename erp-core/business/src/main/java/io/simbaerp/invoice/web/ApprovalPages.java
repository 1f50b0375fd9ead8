package io.simbaerp.invoice.web;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentDifference;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.SupplierHistory;
import io.simbaerp.invoice.separation.ApprovalBackground;
import io.simbaerp.invoice.separation.SeatMatter;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the card on which an invoice is approved. */
@Component
class ApprovalPages {

    private static final int BARS = 6;
    private static final int HEIGHT = 26;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ApprovalBackground background;
    private final ActorNames names;
    private final SupplierHistory history;
    private final CodingPages.Books books;
    private final InvoiceNotes notes;
    private final Formats formats;

    ApprovalPages(
            ApprovalBackground background,
            ActorNames names,
            SupplierHistory history,
            CodingPages.Books books,
            InvoiceNotes notes,
            Formats formats) {
        this.background = background;
        this.names = names;
        this.history = history;
        this.books = books;
        this.notes = notes;
        this.formats = formats;
    }

    ApprovalPage page(SeatMatter matter, Seat seat) {
        InvoiceDetails details = matter.shown();
        LineSet own = matter.ofLines() ? background.linesOf(details, seat).orElse(null) : null;
        List<CodingPage.Note> remarks = notes.ofParty(details);
        return new ApprovalPage(
                details.supplierName(),
                details.number(),
                details.creditNote(),
                whatFor(details),
                details.signed(matter.net()),
                own == null ? details.signed(details.gross()) : null,
                details.dates().payBy(),
                own == null ? lastTime(details) : null,
                own == null ? changed(details) : changedLines(matter, own),
                background.limits(matter, seat),
                coding(details),
                agreed(details),
                remarks,
                details.findings().size()
                        + (int) remarks.stream()
                                .filter(note -> !note.tone().equals("info"))
                                .count(),
                content(matter),
                matter.hash(),
                background.why(details, seat).orElse(null),
                background.round(details).orElse(null),
                own == null ? null : own(matter, own, seat),
                background.budgets(matter));
    }

    private List<ApprovalPage.Shown> content(SeatMatter matter) {
        return matter.fields().stream()
                .map(field -> new ApprovalPage.Shown(field.key(), field.text(this::written)))
                .toList();
    }

    private ApprovalPage.Own own(SeatMatter matter, LineSet own, Seat seat) {
        Map<String, String> texts = CodableLine.of(matter.whole().invoice()).stream()
                .collect(Collectors.toMap(CodableLine::key, CodableLine::text, (one, other) -> one));
        return new ApprovalPage.Own(
                own.owner().equals(seat.person()) ? null : name(own.owner()),
                matter.shown().coding().stream()
                        .map(line -> new ApprovalPage.OwnLine(
                                line.unit(),
                                line.line(),
                                line.costCentre(),
                                texts.getOrDefault(line.line(), ""),
                                line.account(),
                                matter.whole().signed(line.net())))
                        .toList());
    }

    private ApprovalPage.@Nullable Changed changedLines(SeatMatter matter, LineSet own) {
        return background
                .changedLines(matter, own)
                .map(changed -> new ApprovalPage.Changed(
                        names.nameOf(changed.last().by()),
                        null,
                        (changed.changes().isEmpty() ? "invoice.unchanged-since-" : "invoice.changed-since-")
                                + changed.last().decision().toLowerCase(Locale.ROOT),
                        changed.last().decidedAt(),
                        null,
                        differences(changed.changes())))
                .orElse(null);
    }

    private List<ApprovalPage.Difference> differences(List<ContentDifference.Change> changes) {
        return changes.stream()
                .map(one -> new ApprovalPage.Difference(
                        one.key(), one.place(), written(one.before()), written(one.after())))
                .toList();
    }

    /** Of the first lines that are shown. */
    private static String whatFor(InvoiceDetails details) {
        Set<String> shown = details.coding().stream().map(CodedLine::line).collect(Collectors.toSet());
        return CodableLine.of(details.invoice()).stream()
                .filter(line -> shown.contains(line.key()))
                .map(CodableLine::text)
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    /** One row per account, cost centre, other dimensions and VAT code, however many lines went there. */
    private List<ApprovalPage.Coded> coding(InvoiceDetails details) {
        Map<String, String> accounts = books.accountNames();
        Map<List<Object>, ApprovalPage.Coded> rows = new LinkedHashMap<>();
        for (CodedLine line : details.coding()) {
            for (CodedLine.Share place : line.places()) {
                rows.merge(
                        List.of(line.account(), String.valueOf(place.costCentre()), place.dimensions(), line.taxCode()),
                        new ApprovalPage.Coded(
                                line.account(),
                                accounts.getOrDefault(line.account(), ""),
                                place.costCentre(),
                                place.dimensions(),
                                line.taxCode(),
                                details.signed(place.net())),
                        (one, other) -> new ApprovalPage.Coded(
                                one.account(),
                                one.name(),
                                one.costCentre(),
                                one.dimensions(),
                                one.taxCode(),
                                one.net().plus(other.net())));
            }
        }
        return List.copyOf(rows.values());
    }

    private List<ApprovalPage.Agreed> agreed(InvoiceDetails details) {
        Stream<ApprovalPage.Agreed> coders = details.coders().stream()
                .map(coder -> new ApprovalPage.Agreed(name(coder), null, "invoice.agreed-coded", null, null));
        Stream<ApprovalPage.Agreed> approvers = background.decisions(details).stream()
                .filter(decision -> decision.live() && decision.decision() == Decision.APPROVE)
                .map(decision -> new ApprovalPage.Agreed(
                        names.nameOf(decision.by()),
                        forWhom(decision),
                        decision.beyondLimit() ? "invoice.agreed-beyond-limit" : "invoice.agreed-approved",
                        decision.decidedAt(),
                        decision.level().name()));
        return Stream.concat(coders, approvers).toList();
    }

    private ApprovalPage.@Nullable Changed changed(InvoiceDetails details) {
        return background
                .changed(details)
                .map(changed -> new ApprovalPage.Changed(
                        names.nameOf(changed.last().by()),
                        forWhom(changed.last()),
                        (changed.changes().isEmpty() ? "invoice.unchanged-since-" : "invoice.changed-since-")
                                + changed.last().decision().name().toLowerCase(Locale.ROOT),
                        changed.last().decidedAt(),
                        changed.last().comment(),
                        differences(changed.changes())))
                .orElse(null);
    }

    private String written(List<Object> parts) {
        return parts.stream().map(this::written).collect(Collectors.joining(" "));
    }

    private @Nullable String forWhom(ApprovalDecisionView decision) {
        return decision.onBehalfOf() == null ? null : name(decision.onBehalfOf());
    }

    private String name(UUID person) {
        return names.nameOf(Actor.person(person));
    }

    private ApprovalPage.@Nullable LastTime lastTime(InvoiceDetails details) {
        if (details.supplierId() == null) {
            return null;
        }
        List<SupplierHistory.Earlier> earlier = history.before(
                details.supplierId(),
                details.id(),
                details.dates().issue(),
                details.invoice().currency(),
                BARS - 1);
        if (earlier.isEmpty()) {
            return null;
        }
        Money present = details.signed(details.net());
        Money last = earlier.get(0).net();
        boolean up = present.compareTo(last) > 0;
        return new ApprovalPage.LastTime(
                last, earlier.get(0).issueDate(), change(last, present), up, bars(earlier, present));
    }

    private @Nullable String change(Money last, Money present) {
        if (last.amount().signum() <= 0 || present.amount().signum() <= 0) {
            return null;
        }
        BigDecimal percent = present.amount()
                .subtract(last.amount())
                .multiply(HUNDRED)
                .divide(last.amount(), 1, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + formats.number(percent, 1);
    }

    private static List<ApprovalPage.Bar> bars(List<SupplierHistory.Earlier> earlier, Money present) {
        List<BigDecimal> amounts = new ArrayList<>();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            amounts.add(earlier.get(i).net().amount().abs());
        }
        amounts.add(present.amount().abs());
        BigDecimal most = amounts.stream().reduce(BigDecimal.ONE, BigDecimal::max);
        List<ApprovalPage.Bar> bars = new ArrayList<>();
        for (BigDecimal amount : amounts) {
            int height = amount.multiply(BigDecimal.valueOf(HEIGHT - 2))
                            .divide(most, 0, RoundingMode.HALF_UP)
                            .intValue()
                    + 1;
            bars.add(new ApprovalPage.Bar(
                    2 + 14 * (BARS - amounts.size() + bars.size()),
                    HEIGHT - height,
                    height,
                    bars.size() == amounts.size() - 1));
        }
        return bars;
    }

    private String written(Object part) {
        if (part instanceof Money money) {
            return formats.money(money);
        }
        if (part instanceof LocalDate date) {
            return formats.date(date);
        }
        return part instanceof BigDecimal number ? formats.number(number) : part.toString();
    }
}
