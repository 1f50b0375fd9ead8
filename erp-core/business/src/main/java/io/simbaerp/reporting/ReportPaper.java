package io.simbaerp.reporting;

import java.util.List;

/**
 * A report as the paper {@code report} shows it, in plain texts.
 *
 * @param made the moment it was made
 * @param landscape whether the sheet lies on its long side
 */
public record ReportPaper(
        String company,
        String taxId,
        String title,
        List<String> facts,
        String verdict,
        String made,
        boolean landscape,
        List<ReportTable.Heads> groups,
        List<Head> heads,
        List<Line> lines,
        List<String> notes) {

    /** A column's head; share is its part of the width in percent. */
    public record Head(String label, boolean right, int share) {}

    /** A row; look is group, sum, strong or plain. */
    public record Line(String look, int level, List<Figure> cells) {}

    /** What stands in a row's column. */
    public record Figure(String text, boolean right, boolean wraps, boolean negative) {}
}
