package io.simbaerp.document.web;

import io.simbaerp.document.DrawnProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A process as paths and words of an SVG picture, with a sentence that says the same.
 *
 * @param current the names of the steps it is at; empty once it has ended
 */
record ProcessDrawing(
        String name, String viewBox, List<Box> boxes, List<Line> lines, String current, List<Step> steps) {

    private static final int MARGIN = 12;
    private static final int TENTHS_PER_CHARACTER = 62;
    private static final int LINE_HEIGHT = 14;

    /** A shape: circle, diamond or rounded box. */
    record Box(String form, String progress, int x, int y, int width, int height, List<Word> words) {

        public int middleX() {
            return x + width / 2;
        }

        public int middleY() {
            return y + height / 2;
        }

        public int radius() {
            return Math.min(width, height) / 2;
        }

        /** A diamond's outline. */
        public String diamond() {
            return "M" + middleX() + " " + y + "L" + (x + width) + " " + middleY() + "L" + middleX() + " "
                    + (y + height) + "L" + x + " " + middleY() + "Z";
        }
    }

    /** A line of words. */
    record Word(int x, int y, String text) {}

    /** A flow with its arrow. */
    record Line(
            String path,
            String arrow,
            boolean taken,
            @Nullable Word name) {}

    /** A step in words, for those who don't see the picture. */
    record Step(String name, String progress) {}

    static ProcessDrawing of(DrawnProcess process) {
        return new ProcessDrawing(
                process.name(),
                "%d %d %d %d"
                        .formatted(
                                process.left() - MARGIN,
                                process.top() - MARGIN,
                                process.width() + 2 * MARGIN,
                                process.height() + 2 * MARGIN),
                process.shapes().stream().map(ProcessDrawing::box).toList(),
                process.flows().stream()
                        .sorted(Comparator.comparing(DrawnProcess.Flow::taken))
                        .map(ProcessDrawing::line)
                        .toList(),
                process.shapes().stream()
                        .filter(shape -> shape.progress() == DrawnProcess.Progress.CURRENT)
                        .map(DrawnProcess.Shape::name)
                        .collect(Collectors.joining(", ")),
                process.shapes().stream()
                        .filter(shape -> !shape.name().isBlank() && shape.form() != DrawnProcess.Form.GATEWAY)
                        .map(shape -> new Step(shape.name(), word(shape.progress())))
                        .toList());
    }

    private static Box box(DrawnProcess.Shape shape) {
        String form =
                switch (shape.form()) {
                    case START, END -> shape.form() == DrawnProcess.Form.END ? "end" : "start";
                    case GATEWAY -> "gateway";
                    case USER_TASK, STEP -> "step";
                };
        boolean inside = form.equals("step");
        return new Box(
                form,
                word(shape.progress()),
                shape.x(),
                shape.y(),
                shape.width(),
                shape.height(),
                inside ? insideWords(shape) : belowWords(shape));
    }

    private static String word(DrawnProcess.Progress progress) {
        return switch (progress) {
            case DONE -> "done";
            case CURRENT -> "now";
            case PLANNED -> "";
        };
    }

    private static List<Word> insideWords(DrawnProcess.Shape shape) {
        List<String> lines = wrapped(shape.name(), shape.width() - 8);
        int first = shape.y() + shape.height() / 2 + 4 - (lines.size() - 1) * LINE_HEIGHT / 2;
        return words(lines, shape.x() + shape.width() / 2, first);
    }

    private static List<Word> belowWords(DrawnProcess.Shape shape) {
        List<String> lines = wrapped(shape.name(), 110);
        return words(lines, shape.x() + shape.width() / 2, shape.y() + shape.height() + LINE_HEIGHT);
    }

    private static List<Word> words(List<String> lines, int x, int first) {
        List<Word> words = new ArrayList<>();
        for (int n = 0; n < lines.size(); n++) {
            words.add(new Word(x, first + n * LINE_HEIGHT, lines.get(n)));
        }
        return words;
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (line.length() > 0 && (line.length() + 1 + word.length()) * TENTHS_PER_CHARACTER > width * 10) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static Line line(DrawnProcess.Flow flow) {
        List<DrawnProcess.Point> points = flow.points();
        String path =
                points.stream().map(point -> point.x() + " " + point.y()).collect(Collectors.joining("L", "M", ""));
        DrawnProcess.Point last = points.get(points.size() - 1);
        DrawnProcess.Point before = points.get(points.size() - 2);
        Word name = flow.name() == null ? null : label(flow.name(), points);
        return new Line(path, arrow(before, last), flow.taken(), name);
    }

    /** Above its longest level part; beside it if it only goes up or down. */
    private static Word label(String name, List<DrawnProcess.Point> points) {
        DrawnProcess.Point from = points.get(0);
        DrawnProcess.Point to = points.get(1);
        for (int n = 1; n < points.size(); n++) {
            DrawnProcess.Point start = points.get(n - 1);
            DrawnProcess.Point end = points.get(n);
            if (Math.abs(end.x() - start.x()) > Math.abs(to.x() - from.x())) {
                from = start;
                to = end;
            }
        }
        boolean level = Math.abs(to.x() - from.x()) > Math.abs(to.y() - from.y());
        int aside = level ? 0 : name.length() * TENTHS_PER_CHARACTER / 20 + 6;
        int above = level ? 6 : 0;
        return new Word((from.x() + to.x()) / 2 + aside, (from.y() + to.y()) / 2 - above, name);
    }

    /** A triangle at the end of a line, pointing along it. */
    private static String arrow(DrawnProcess.Point from, DrawnProcess.Point to) {
        double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double alongX = (to.x() - from.x()) / length;
        double alongY = (to.y() - from.y()) / length;
        return String.format(
                Locale.ROOT,
                "M%d %dL%.1f %.1fL%.1f %.1fZ",
                to.x(),
                to.y(),
                to.x() - 8 * alongX - 4 * alongY,
                to.y() - 8 * alongY + 4 * alongX,
                to.x() - 8 * alongX + 4 * alongY,
                to.y() - 8 * alongY - 4 * alongX);
    }
}
