package io.simbaerp.ledger.revaluation;

/** What becomes of the differences afterwards. */
public enum RevaluationMethod {
    /** They come back on the next day: what is realised later counts from the first rate. */
    REVERSED,
    /** They stay; the next valuation posts what has changed since, and takes out what belongs to items settled meanwhile. */
    CUMULATIVE
}
