package io.simbaerp.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark prints: an aligned table for people and, as the last line, one JSON object for machines. A goal that
 * was measured and does not hold makes the run fail; one that could not be measured says so.
 */
public final class BenchReport {

    private record Goal(String name, double value, double goal, boolean holds, boolean measured) {}

    private final String bench;
    private final List<String[]> rows = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();

    public BenchReport(String bench) {
        this.bench = bench;
    }

    /** The head of the table. */
    public void column(String... names) {
        rows.add(names);
    }

    public void row(String... cells) {
        rows.add(cells);
    }

    public void goalAtLeast(String name, double value, double goal) {
        goals.add(new Goal(name, value, goal, value >= goal, true));
    }

    public void goalAtMost(String name, double value, double goal) {
        goals.add(new Goal(name, value, goal, value <= goal, true));
    }

    /** A goal nothing was measured for, because what it needs is not there. */
    public void notMeasured(String name, double goal) {
        goals.add(new Goal(name, 0, goal, false, false));
    }

    /** Prints everything; true if every measured goal holds. */
    public boolean print() {
        printTable();
        StringBuilder json = new StringBuilder("{\"bench\": \"" + bench + "\", \"goals\": [");
        for (int i = 0; i < goals.size(); i++) {
            json.append(i == 0 ? "" : ", ").append(json(goals.get(i)));
        }
        System.out.println(json.append("]}"));
        return goals.stream().allMatch(goal -> goal.holds || !goal.measured);
    }

    private void printTable() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(String.format(i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s", row[i]));
            }
            System.out.println(line);
        }
    }

    private static String json(Goal goal) {
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"value\": %.3f, \"goal\": %.3f, \"holds\": %b, \"measured\": %b}",
                goal.name.replace("\\", "\\\\").replace("\"", "\\\""),
                goal.value,
                goal.goal,
                goal.holds,
                goal.measured);
    }
}
