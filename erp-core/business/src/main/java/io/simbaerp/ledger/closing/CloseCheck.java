package io.simbaerp.ledger.closing;

import io.simbaerp.company.period.FiscalYears;
import java.util.List;

/** Something looked at before a year is closed. Modules above add their own. */
public interface CloseCheck {

    /** What it found in this year; nothing if all is well. Runs in the transaction of who asks. */
    List<CloseFinding> run(FiscalYears.FiscalYearView year);
}
