package io.simbaerp.reporting;

import java.util.List;

/**
 * A report: what can be asked of it and the table it answers with. Its name stands in addresses and, after
 * {@code reporting.}, in the message files.
 */
public interface Report {

    /** Where it stands on the page of all reports. */
    enum Shelf {
        BOOKS,
        STATEMENTS,
        PARTIES,
        TAX,
        WORK
    }

    String name();

    Shelf shelf();

    /** What people may choose, with what is chosen now. */
    List<ReportInput> inputs(ReportRequest request);

    /** The table, or its first rows and the key after which it goes on. */
    ReportTable table(ReportRequest request, int limit);
}
