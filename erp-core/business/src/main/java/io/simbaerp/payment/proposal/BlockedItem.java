package io.simbaerp.payment.proposal;

import java.util.List;

/**
 * A due item that is not ordered.
 *
 * @param obstacles everything that stands in its way, at least one thing: whoever decides about it sees all of it
 */
public record BlockedItem(PayableItem item, List<Obstacle> obstacles) {

    public BlockedItem {
        obstacles = List.copyOf(obstacles);
    }

    /** What is said of it first. */
    public BlockReason reason() {
        return obstacles.get(0).reason();
    }
}
