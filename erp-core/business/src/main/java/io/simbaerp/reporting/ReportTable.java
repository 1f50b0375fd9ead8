package io.simbaerp.reporting;

import com.fasterxml.jackson.annotation.JsonValue;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report's answer: one table from which page, file, paper and REST are made.
 *
 * @param facts what it is about, in words: currency, days, what was left out
 * @param totals rows below the line
 * @param next where it goes on, or null at the end
 */
public record ReportTable(
        List<String> facts,
        @Nullable Verdict verdict,
        List<Column> columns,
        List<Row> rows,
        List<Row> totals,
        List<Note> notes,
        @Nullable String next) {

    /** What stands in a column. */
    public enum Kind {
        TEXT,
        DATE,
        FIGURE,
        PERCENT
    }

    /** How a row stands out; groups are headings of the page and the paper only. */
    public enum Style {
        GROUP,
        SUM,
        STRONG,
        PLAIN
    }

    /** Whether what must agree does. */
    public record Verdict(boolean good, String text) {}

    /**
     * A column.
     *
     * @param name in REST
     * @param group what stands above it and its neighbours, or null
     * @param width class of its width, or nothing for the column that takes the rest
     */
    public record Column(
            String name, String label, @Nullable String group, Kind kind, String width) {

        /** Its head where nothing stands above it. */
        public String fullLabel() {
            return group == null ? label : group + ", " + label;
        }

        public boolean right() {
            return kind == Kind.FIGURE || kind == Kind.PERCENT;
        }
    }

    /**
     * A row.
     *
     * @param level how deep it lies below others
     */
    public record Row(Style style, int level, List<Cell> cells) {

        public static Row of(Style style, int level, Cell... cells) {
            return new Row(style, level, Arrays.asList(cells));
        }
    }

    /** A value and where it leads: a text, day, amount or percentage, or nothing. */
    public record Cell(@Nullable Object value, @Nullable String href) {

        public static final Cell EMPTY = new Cell(null, null);

        public static Cell of(@Nullable Object value) {
            return value == null ? EMPTY : new Cell(value, null);
        }

        /** A document by its number; one whose number may not be seen leads there all the same. */
        public static Cell document(@Nullable String number, @Nullable UUID document) {
            return document == null ? of(number) : new Cell(number == null ? "…" : number, "/documents/" + document);
        }

        /** An amount, or nothing if it is nil. */
        public static Cell unlessNil(Money amount, @Nullable String href) {
            return amount.isZero() ? EMPTY : new Cell(amount, href);
        }
    }

    /** Working hours, in files and REST a plain figure. */
    public record Hours(@JsonValue BigDecimal hours) {

        /** Nothing for nothing. */
        public static @Nullable Hours of(@Nullable BigDecimal value) {
            return value == null ? null : new Hours(value);
        }
    }

    /** Something to know about the table; tone is bad, warn or info. */
    public record Note(
            String tone,
            String text,
            @Nullable String href,
            @Nullable String link) {}

    /** What stands above neighbouring columns. */
    public record Heads(String label, int span) {}

    /** The upper row of heads; empty if no column has one. */
    public List<Heads> groups() {
        List<Heads> heads = new ArrayList<>();
        for (Column column : columns) {
            String label = column.group() == null ? "" : column.group();
            Heads last = heads.isEmpty() ? null : heads.get(heads.size() - 1);
            if (last != null && last.label().equals(label)) {
                heads.set(heads.size() - 1, new Heads(label, last.span() + 1));
            } else {
                heads.add(new Heads(label, 1));
            }
        }
        return heads.stream().allMatch(head -> head.label().isEmpty()) ? List.of() : heads;
    }
}
