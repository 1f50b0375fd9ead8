package io.simbaerp.reporting.jpk;

import io.simbaerp.company.CompanyView;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyView;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port to the form in which the tax office takes the books of a period. */
public interface LedgerFileFormat {

    /** Begins a file. */
    Writing open(OutputStream out);

    /** Whether the office's own rules of the form are at hand here. */
    boolean checks();

    /** The folder they are looked for in, as configured. */
    @Nullable
    String folder();

    /**
     * Checks a file by them.
     *
     * @throws io.simbaerp.architecture.RuleViolation jpk.invalid with line and reason, jpk.schema-missing
     */
    void check(Path file);

    /** A file being written, part by part in this order. */
    interface Writing extends AutoCloseable {

        void begin(CompanyView company, LedgerFileDraft draft, Year year, Instant made);

        void party(PartyView party);

        void accounts(List<Account> accounts);

        /**
         * An entry and its lines.
         *
         * @param party whom it is about
         * @param ksefNumber what KSeF calls its document
         */
        void entry(
                Journal.Entry entry,
                List<Journal.Line> lines,
                @Nullable PartyView party,
                String recordedBy,
                @Nullable String ksefNumber);

        /** Ends it with what the taxable result differs by; the sums of what was written. */
        Journal.Totals end(CurrencyCode base, List<Money> differences);

        @Override
        void close();
    }

    /** A fiscal year. */
    record Year(LocalDate from, LocalDate to) {}

    /**
     * An account of the file: what stood on it, moved in the period and in the year, and its markers.
     *
     * @param parent the account above it, or itself
     * @param proposed whether the marker comes from its place in Annex 1 instead of the account itself
     */
    record Account(
            String code,
            String name,
            String parent,
            Money opening,
            Money debit,
            Money credit,
            Money yearDebit,
            Money yearCredit,
            Money closing,
            @Nullable String marker,
            @Nullable String second,
            @Nullable String tax,
            boolean proposed) {}
}
