package io.simbaerp.ledger.vat;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.company.period.PostingPeriods;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.report.EntriesByKey;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegister;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Judges what entries say of VAT, and writes it into the register once they are posted. */
@Component
public class VatOfEntries {

    /** The register and its codes. */
    @Component
    record Register(TaxCodes codes, VatRegister rows, RecordVatRegister record) {}

    private final Register register;
    private final FiscalPeriods periods;
    private final PostingPeriods locks;
    private final EntriesByKey byKey;

    VatOfEntries(Register register, FiscalPeriods periods, PostingPeriods locks, EntriesByKey byKey) {
        this.register = register;
        this.periods = periods;
        this.locks = locks;
        this.byKey = byKey;
    }

    /**
     * Whether an entry's rows could be written now, or were when its key was used before.
     *
     * @throws RuleViolation journal-entry.vat-code-unknown, vat-register.period-locked, vat-register.deductible-exceeds-tax
     */
    public void judge(JournalEntryDraft entry) {
        if (isRegistered(entry)) {
            return;
        }
        List<VatRegisterRowDraft> rows = rows(entry, entry.idempotencyKey());
        rows.forEach(VatRegisterRowDraft::requireDeductibleWithinTax);
        rows.stream()
                .map(VatRegisterRowDraft::vatPeriod)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(this::requireOpen);
    }

    private void requireOpen(String month) {
        boolean locked = periods.of(YearMonth.parse(month).atDay(1))
                .filter(period -> locks.standing(period, LockArea.VAT) != LockLevel.OPEN)
                .isPresent();
        if (locked) {
            throw RuleViolation.ofField("vatPeriod", "vat-register.period-locked", month);
        }
    }

    /**
     * Writes the rows of an entry that was posted, unless they stand there since its key was used before.
     *
     * @throws RuleViolation journal-entry.vat-code-unknown, vat-register.period-locked, vat-register.deductible-exceeds-tax
     */
    public void register(JournalEntryDraft entry) {
        if (!isRegistered(entry)) {
            registerNew(entry);
        }
    }

    /** Writes the rows of an entry whose key was not used before. */
    void registerNew(JournalEntryDraft entry) {
        if (!EntryVat.byCode(entry).isEmpty()) {
            register.record().record(rows(entry, number(entry)));
        }
    }

    /**
     * Writes the rows of single lines taken back, as far as they moved tax: a cost that goes to another account stays what
     * it is for the register.
     *
     * @throws RuleViolation journal-entry.vat-code-unknown, vat-register.period-locked, vat-register.deductible-exceeds-tax
     */
    public void registerTax(JournalEntryDraft reversal) {
        register.record()
                .record(rows(reversal, number(reversal)).stream()
                        .filter(row ->
                                !row.deductibleTax().isZero() || movesTax(reversal, row.taxCode(), row.direction()))
                        .toList());
    }

    private boolean movesTax(JournalEntryDraft entry, String code, VatDirection direction) {
        return direction == VatDirection.OUTPUT
                && register.codes().find(code, entry.documentDate()).stream().anyMatch(found -> entry.lines().stream()
                        .anyMatch(line -> code.equals(line.vatCode())
                                && (line.account().equals(found.outputAccount())
                                        || line.account().equals(found.deferredAccount()))));
    }

    private String number(JournalEntryDraft entry) {
        String number = entry.documentNumber();
        return number == null || number.isBlank()
                ? Objects.requireNonNull(
                                byKey.of(List.of(entry.idempotencyKey())).get(entry.idempotencyKey()))
                        .number()
                : number;
    }

    private boolean isRegistered(JournalEntryDraft entry) {
        return EntryVat.byCode(entry).isEmpty()
                || !register.rows().ofPosting(entry.idempotencyKey()).isEmpty();
    }

    private List<VatRegisterRowDraft> rows(JournalEntryDraft entry, String number) {
        List<VatRegisterRowDraft> rows = new ArrayList<>();
        EntryVat.byCode(entry).forEach((code, lines) -> {
            EntryVat vat = register.codes()
                    .find(code, entry.documentDate())
                    .map(found -> new EntryVat(entry, found, lines))
                    .orElseThrow(() -> RuleViolation.ofField(
                            "vatCode", "journal-entry.vat-code-unknown", code, entry.documentDate()));
            rows.addAll(vat.rows(number));
        });
        return rows;
    }
}
