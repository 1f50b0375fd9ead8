package io.simbaerp.demo;

import org.springframework.stereotype.Component;

/** How far this node's preparation of the demo documents is. */
@Component
public class DemoProgress {

    /**
     * So many of so many.
     *
     * @param running whether there is anything left to do
     */
    public record State(int done, int all, boolean running) {}

    private volatile State state = new State(0, 0, false);

    public State state() {
        return state;
    }

    void begin(int all) {
        state = new State(0, all, true);
    }

    void done(int done) {
        state = new State(done, state.all(), true);
    }

    void end() {
        state = new State(state.done(), state.all(), false);
    }
}
