package io.simbaerp.tax;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;

/** Gives a company the usual Polish VAT codes. What is there already stays as it is. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class InstallTaxCodes {

    InstallTaxCodes() {}

    /** @return how many codes were added */
    public int install() {
        throw new UnsupportedOperationException();
    }
}
