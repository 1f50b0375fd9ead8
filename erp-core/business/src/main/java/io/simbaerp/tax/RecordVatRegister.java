package io.simbaerp.tax;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.util.List;

/** Writes a document's rows into the VAT register, apart from its journal entry and in the same transaction. */
@UseCase(Duty.POST_INVOICE)
public class RecordVatRegister {

    RecordVatRegister() {}

    /** Adds the rows of one document. */
    public void record(List<VatRegisterRowDraft> rows) {
        throw new UnsupportedOperationException();
    }
}
