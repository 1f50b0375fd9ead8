package io.simbaerp.ledger.foreign;

import java.util.Optional;

/** Port to a form in which others hand over whole books. */
public interface ForeignBooks {

    /**
     * The books as tables; nothing for a file of another form.
     *
     * @param journal the code of our journal their entries go into
     * @throws io.simbaerp.architecture.RuleViolation foreign-books.file-unreadable, foreign-books.totals-differ where the
     *     file's entries aren't what it states of them
     */
    Optional<Tables> read(byte[] file, String journal);

    /**
     * The three tables, with a head each, as our own doors take them.
     *
     * @param currency of all their amounts; empty where the file says none
     * @param chart code, name, type, category
     * @param opening account, debit, credit
     * @param entries key, journal, days, text, account, debit, credit
     */
    record Tables(String currency, String chart, String opening, String entries) {}
}
