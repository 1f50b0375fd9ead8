package io.simbaerp.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process as a picture: the model's own shapes and flows in its own coordinates, each with how far it has come.
 *
 * @param processId such as {@code PurchaseInvoiceApproval}
 * @param left and top, width and height: the part of the plane that holds the whole picture
 */
public record DrawnProcess(
        String processId, String name, int left, int top, int width, int height, List<Shape> shapes, List<Flow> flows) {

    /** How far the process has come at a place. */
    public enum Progress {
        DONE,
        CURRENT,
        PLANNED
    }

    /** What is drawn at a place. */
    public enum Form {
        START,
        END,
        USER_TASK,
        STEP,
        GATEWAY
    }

    /**
     * A place in the process.
     *
     * @param at when it was reached, if it was
     */
    public record Shape(
            String id,
            Form form,
            String name,
            int x,
            int y,
            int width,
            int height,
            Progress progress,
            @Nullable Instant at) {}

    /** A line between two places, through these points. */
    public record Flow(String id, @Nullable String name, List<Point> points, boolean taken) {}

    /** A point of the plane. */
    public record Point(int x, int y) {}
}
