package io.simbaerp.ledger.foreign;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.closing.GeneralJournal;
import io.simbaerp.page.sheet.FileReading;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns a file of foreign books into the table a door asks for; every other file stays what it is. Refuses books in another
 * currency (foreign-books.currency-differs) and files whose entries aren't what they state.
 */
@Component
public class ForeignTables {

    private final ObjectProvider<ForeignBooks> forms;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany company;
    private final FileReading reading;

    ForeignTables(
            ObjectProvider<ForeignBooks> forms,
            JdbcClient jdbc,
            CurrentActor currentActor,
            CurrentCompany company,
            FileReading reading) {
        this.company = company;
        this.reading = reading;
        this.forms = forms;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    public byte[] chart(byte[] file) {
        return table(file, "", ForeignBooks.Tables::chart);
    }

    public byte[] opening(byte[] file) {
        return table(file, "", ForeignBooks.Tables::opening);
    }

    /** Entries go into the general journal: theirs are none of ours. */
    public byte[] entries(byte[] file) {
        return looksLikeXml(file)
                ? table(file, GeneralJournal.code(jdbc, currentActor.company()), ForeignBooks.Tables::entries)
                : file;
    }

    /**
     * What entries of the books name besides accounts.
     *
     * @throws RuleViolation foreign-books.form-unknown for any other file
     */
    public ForeignBooks.Masters masters(byte[] file) {
        return read(file, "")
                .map(ForeignBooks.Tables::masters)
                .orElseThrow(() -> RuleViolation.ofField("file", "foreign-books.form-unknown"));
    }

    private Optional<ForeignBooks.Tables> read(byte[] file, String journal) {
        return looksLikeXml(file)
                ? reading.file(file, () -> forms.orderedStream()
                                .flatMap(form -> form.read(file, journal).stream())
                                .findFirst())
                        .map(this::inOurCurrency)
                : Optional.empty();
    }

    private byte[] table(byte[] file, String journal, Function<ForeignBooks.Tables, String> wanted) {
        return read(file, journal)
                .map(wanted)
                .map(table -> table.getBytes(StandardCharsets.UTF_8))
                .orElse(file);
    }

    private ForeignBooks.Tables inOurCurrency(ForeignBooks.Tables tables) {
        String base = company.get().baseCurrency().code();
        if (!tables.currency().isEmpty() && !tables.currency().equals(base)) {
            throw RuleViolation.ofField("file", "foreign-books.currency-differs", tables.currency(), base);
        }
        return tables;
    }

    /** All such forms are XML; nothing else is read twice. */
    private static boolean looksLikeXml(byte[] file) {
        for (byte letter : file) {
            if (letter > ' ') {
                return letter == '<';
            }
        }
        return false;
    }
}
