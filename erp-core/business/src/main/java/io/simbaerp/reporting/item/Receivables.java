package io.simbaerp.reporting.item;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.report.AgedItems;
import io.simbaerp.reporting.ReportWords;

/** What customers owe, by how late it is. */
@Query(Duty.VIEW_LEDGER)
class Receivables extends AgeingReport {

    Receivables(AgedItems items, CurrentCompany currentCompany, ReportWords words) {
        super(items, currentCompany, words, AgedItems.Control.CUSTOMER);
    }

    @Override
    public String name() {
        return "receivables";
    }
}
