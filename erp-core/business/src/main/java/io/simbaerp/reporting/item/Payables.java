package io.simbaerp.reporting.item;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.report.AgedItems;
import io.simbaerp.reporting.ReportWords;

/** What suppliers are to get, by how late it is. */
@Query(Duty.VIEW_LEDGER)
class Payables extends AgeingReport {

    Payables(AgedItems items, CurrentCompany currentCompany, ReportWords words) {
        super(items, currentCompany, words, AgedItems.Control.SUPPLIER);
    }

    @Override
    public String name() {
        return "payables";
    }
}
