package io.simbaerp.architecture;

/** Hears of every door somebody was turned away from. What was refused is rolled back; that it was tried is kept. */
public interface Refusals {

    /**
     * Somebody was turned away.
     *
     * @param acting who tried, and for which company
     * @param door the use case or query
     * @param about what they tried it on, or themselves
     * @param why the refusal
     */
    void refused(Acting acting, String door, Subject about, RuntimeException why);
}
