package io.simbaerp.controlled.web;

import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.text.TextChange;
import io.simbaerp.controlled.text.TextChanges;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions: field by field, and line by line of the text.
 *
 * @param lines of the text; empty if it is the same, or files say it
 */
record VersionChanges(VersionView before, VersionView after, List<Field> fields, List<TextChange> lines) {

    /** A field that is different. */
    record Field(String name, String before, String after) {}

    /** For programs: roles and kinds by their codes, days as ISO writes them. */
    static VersionChanges between(VersionView before, VersionView after) {
        return between(before, after, roles -> String.join(", ", roles), LocalDate::toString);
    }

    /** A version that is not published yet has the day wished for it, or none. */
    static VersionChanges between(
            VersionView before,
            VersionView after,
            Function<List<String>, String> roles,
            Function<LocalDate, String> written) {
        List<Field> fields = new ArrayList<>();
        add(fields, "title", before.title(), after.title());
        add(fields, "kind", before.kind().name(), after.kind().name());
        add(fields, "readers", roles.apply(before.readers()), roles.apply(after.readers()));
        add(fields, "read-within", String.valueOf(before.readWithinDays()), String.valueOf(after.readWithinDays()));
        add(fields, "review-months", String.valueOf(before.reviewMonths()), String.valueOf(after.reviewMonths()));
        LocalDate from = day(after);
        if (from != null) {
            LocalDate earlier = day(before);
            add(fields, "effective", earlier == null ? "" : written.apply(earlier), written.apply(from));
        }
        add(fields, "file", file(before), file(after));
        return new VersionChanges(
                before,
                after,
                List.copyOf(fields),
                TextChanges.between(
                        Objects.requireNonNullElse(before.body(), ""), Objects.requireNonNullElse(after.body(), "")));
    }

    private static void add(List<Field> fields, String name, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new Field(name, before, after));
        }
    }

    private static @Nullable LocalDate day(VersionView version) {
        return version.effectiveFrom() == null ? version.wishedFrom() : version.effectiveFrom();
    }

    private static String file(VersionView version) {
        VersionView.FileView file = version.file();
        return file == null ? "" : file.name() + " " + file.sha256().substring(0, 8);
    }
}
