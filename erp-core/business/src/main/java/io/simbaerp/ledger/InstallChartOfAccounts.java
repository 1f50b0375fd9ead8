package io.simbaerp.ledger;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/**
 * Gives a company a chart of accounts after the usual Polish groups 0 to 8, the journals ZK, SP, BK and PK, and a few
 * cost centres. What is there already stays as it is.
 */
@UseCase(Duty.MAINTAIN_LEDGER)
public class InstallChartOfAccounts {

    InstallChartOfAccounts() {}

    /** @return how many accounts were added */
    public int install() {
        throw new UnsupportedOperationException();
    }
}
