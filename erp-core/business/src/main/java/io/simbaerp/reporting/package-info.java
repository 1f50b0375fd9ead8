/**
 * What the books say, put into tables: trial balance, general ledger, journal, statements, ageing, registers, and files
 * for the tax office. Reads only, but for a company's own layouts of its statements.
 *
 * <ol>
 *   <li>A report is said once ({@link io.simbaerp.reporting.Report}); page, REST, CSV, spreadsheet and paper are made of
 *       the same table and hold the same figures.
 *   <li>A report takes the same few statements however long it is; long ones are cut by key.
 *   <li>Every figure leads to the lines it is made of: entry and document in at most three steps.
 *   <li>The address holds everything a report was asked for, so that it can be sent to somebody.
 * </ol>
 *
 * <p>Called by pages and programs alone; publishes {@code LayoutSaved}.
 */
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "audit",
            "audit :: integrity",
            "company",
            "company :: periods",
            "ledger",
            "ledger :: dimension",
            "ledger :: report",
            "tax",
            "party",
            "task :: sla",
            "rendering"
        })
@NullMarked
package io.simbaerp.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
