package io.simbaerp.controlled.text;

import java.util.List;

/**
 * A piece of a text as it stands on the page.
 *
 * @param kind what it is
 * @param level of a heading, from 1; 0 otherwise
 * @param runs its own words
 * @param blocks what stands in it: points of a list, rows of a table, cells of a row
 */
public record Block(Kind kind, int level, List<Run> runs, List<Block> blocks) {

    /** What a block can be. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST,
        NUMBERED,
        POINT,
        QUOTE,
        CODE,
        LINE,
        TABLE,
        HEAD_ROW,
        ROW,
        CELL
    }

    static Block of(Kind kind, List<Run> runs, List<Block> blocks) {
        return new Block(kind, 0, List.copyOf(runs), List.copyOf(blocks));
    }
}
