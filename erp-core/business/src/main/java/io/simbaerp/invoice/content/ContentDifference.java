package io.simbaerp.invoice.content;

import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two contents of one invoice, field by field; in lines and rates of VAT down to the single value. */
public final class ContentDifference {

    private static final String PREFIX = "invoice.changed.";

    /** Shown value by value instead of as one. */
    private static final Set<String> TOGETHER =
            Set.of("invoice.content.vat", "invoice.content.coding", "invoice.content.coding-share");

    /**
     * A field that differs.
     *
     * @param key its message key
     * @param place which line or rate it belongs to; nothing for what the invoice has once
     * @param before what it said; nothing if it wasn't stated
     * @param after what it says; nothing if it isn't stated any more
     */
    public record Change(String key, @Nullable String place, List<Object> before, List<Object> after) {

        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    private record Place(String key, @Nullable String place) {}

    private ContentDifference() {}

    /** From the content that is stored in its canonical text to the present one. */
    public static List<Change> since(String canonical, InvoiceContent present) {
        return between(WrittenContent.read(canonical), present);
    }

    /** The same of a text that tells of some lines alone. */
    public static List<Change> ofLines(String canonical, InvoiceContent present) {
        return between(WrittenContent.ofLines(canonical, present), present);
    }

    static List<Change> between(InvoiceContent one, InvoiceContent other) {
        return between(fields(one), fields(other));
    }

    private static List<Change> between(Map<Place, List<Object>> before, Map<Place, List<Object>> after) {
        Set<Place> places = new LinkedHashSet<>(after.keySet());
        places.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (Place place : places) {
            Change change = new Change(
                    place.key(),
                    place.place(),
                    before.getOrDefault(place, List.of()),
                    after.getOrDefault(place, List.of()));
            if (!ContentFields.plain(change.before()).equals(ContentFields.plain(change.after()))) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static Map<Place, List<Object>> fields(InvoiceContent content) {
        Map<Place, List<Object>> fields = new LinkedHashMap<>();
        ContentFields.of(content).stream()
                .filter(field -> !TOGETHER.contains(field.key()))
                .forEach(field -> put(fields, field.key(), null, field.parts().toArray()));
        for (InvoiceContent.Vat vat : content.vatBreakdown()) {
            String rate = vat.category() + (vat.rate() == null ? "" : " " + ContentFields.plain(vat.rate()) + "%");
            put(fields, PREFIX + "vat-taxable", rate, vat.taxable());
            put(fields, PREFIX + "vat-tax", rate, vat.tax());
        }
        content.coding().forEach(line -> coded(fields, line));
        return fields;
    }

    private static void coded(Map<Place, List<Object>> fields, InvoiceContent.Coded line) {
        put(fields, PREFIX + "line-net", line.line(), line.net());
        put(fields, PREFIX + "line-account", line.line(), line.account());
        put(fields, PREFIX + "line-cost-centre", line.line(), line.costCentre());
        line.dimensions()
                .forEach((axis, value) -> put(fields, PREFIX + "line-dimension", line.line(), axis + " " + value));
        put(fields, PREFIX + "line-tax-code", line.line(), line.taxCode());
        for (CodedLine.Share share : line.shares()) {
            put(
                    fields,
                    PREFIX + "line-share",
                    line.line(),
                    Objects.requireNonNullElse(share.costCentre(), "-"),
                    share.dimensions().isEmpty() ? null : share.dimensions().toString(),
                    share.net());
        }
    }

    /** A line that stands there several times over has its values side by side. */
    private static void put(
            Map<Place, List<Object>> fields, String key, @Nullable String place, @Nullable Object... parts) {
        List<Object> stated = fields.computeIfAbsent(new Place(key, place), none -> new ArrayList<>());
        for (Object part : parts) {
            if (part != null) {
                stated.add(part instanceof Money money ? money.plain() : part);
            }
        }
    }
}
