package io.simbaerp.company.period;

/**
 * Parts of the books that are locked apart. The first four are the kinds of journals; VAT is the register, whose period
 * is the month a tax is declared in.
 */
public enum LockArea {
    SALES,
    PURCHASES,
    BANK,
    GENERAL,
    VAT;

    /** The name of its column. */
    public String column() {
        return name().toLowerCase(java.util.Locale.ROOT) + "_lock";
    }
}
