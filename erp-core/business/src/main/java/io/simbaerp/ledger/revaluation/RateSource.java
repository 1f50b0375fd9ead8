package io.simbaerp.ledger.revaluation;

/** Who published the rates that items are valued by. */
public enum RateSource {
    /** The National Bank of Poland, table A. */
    NBP,
    /** The European Central Bank. */
    ECB
}
