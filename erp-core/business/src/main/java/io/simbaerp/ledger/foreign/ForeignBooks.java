package io.simbaerp.ledger.foreign;

import io.simbaerp.party.PartyDraft;
import io.simbaerp.tax.TaxCodeView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port to a form in which others hand over whole books. */
public interface ForeignBooks {

    /**
     * The books as tables; nothing for a file of another form.
     *
     * @param journal the code of our journal their entries go into
     * @throws io.simbaerp.architecture.RuleViolation foreign-books.file-unreadable, foreign-books.totals-differ where the
     *     file's entries aren't what it states of them, foreign-books.analysis-differs where a line is divided into more
     *     than there is of it
     */
    Optional<Tables> read(byte[] file, String journal);

    /**
     * The three tables, with a head each, as our own doors take them, and what their entries name.
     *
     * @param currency of all their amounts; empty where the file says none
     * @param chart code, name, type, category
     * @param opening account, debit, credit
     * @param entries key, journal, days, text, account, debit, credit, partner, VAT code, dimensions
     */
    record Tables(String currency, String chart, String opening, String entries, Masters masters) {}

    /**
     * What entries name besides accounts.
     *
     * @param partners each once, also where it both buys and sells
     */
    record Masters(List<PartyDraft> partners, List<TaxCodeView> taxCodes, List<Value> values) {}

    /**
     * A value of an axis.
     *
     * @param axis the code of the axis, in our form
     */
    record Value(
            String axis,
            String axisName,
            String number,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}
}
