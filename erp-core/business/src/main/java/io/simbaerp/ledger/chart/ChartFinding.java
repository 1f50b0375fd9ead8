package io.simbaerp.ledger.chart;

import java.util.List;

/**
 * Something about a chart that whoever imports it should know.
 *
 * @param line where in the file; 0 for the file as a whole
 * @param account the number of the account
 * @param error whether the chart is refused for it
 */
public record ChartFinding(int line, String account, String rule, List<Object> args, boolean error) {

    static ChartFinding error(int line, String account, String rule, Object... args) {
        return new ChartFinding(line, account, rule, List.of(args), true);
    }

    static ChartFinding note(int line, String account, String rule, Object... args) {
        return new ChartFinding(line, account, rule, List.of(args), false);
    }
}
