package io.simbaerp.tax;

/** What kind of taxation a VAT code stands for. */
public enum TaxKind {
    /** Taxed at home at the code's rate, zero included. */
    DOMESTIC,
    /** Exempt: no tax and no right to deduct. */
    EXEMPT,
    /** Goods from another member state: the buyer declares output tax and deducts input tax. */
    EU_ACQUISITION,
    /** Services from abroad: the buyer declares output tax and deducts input tax. */
    IMPORT_OF_SERVICES,
    /** Domestic or foreign supply for which the buyer owes the tax. */
    REVERSE_CHARGE,
    /** Outside the scope of VAT: no base in any register. */
    OUTSIDE_SCOPE;

    /** Whether the buyer declares the tax himself, so that the document's own tax is nil. */
    public boolean selfAssessed() {
        return this == EU_ACQUISITION || this == IMPORT_OF_SERVICES || this == REVERSE_CHARGE;
    }
}
