package io.simbaerp.invoice.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the approval protocol shows, every text as it is printed.
 *
 * @param demoSeal whether it is sealed with a key nobody vouches for
 */
public record ProtocolPaper(
        String company,
        String companyTaxId,
        String documentNumber,
        String title,
        List<Fact> facts,
        List<Row> vat,
        List<Row> coding,
        List<Decision> decisions,
        List<Fact> proofs,
        boolean demoSeal,
        String made) {

    /** A caption, as a message key, and what it says. */
    public record Fact(String key, String value) {}

    /** A row of figures under the captions the template gives. */
    public record Row(String first, String second, String third, String fourth) {}

    /**
     * Who decided what.
     *
     * @param forWhom for whom it was decided, where one person acted for another
     * @param live whether it counted; decisions taken back by a change stay for the record
     * @param lines which lines it is about; none for the whole invoice
     */
    public record Decision(
            String person,
            @Nullable String forWhom,
            String duty,
            String decision,
            String at,
            @Nullable String comment,
            String contentHash,
            boolean live,
            List<Line> lines) {}

    /**
     * A line of the invoice somebody decided about.
     *
     * @param place the cost centre that made it theirs, where it did
     */
    public record Line(String number, @Nullable String place) {

        /** Of a line as decisions name it: its number and, after a blank, whose of it. */
        static Line of(String unit) {
            int blank = unit.indexOf(' ');
            return blank < 0 ? new Line(unit, null) : new Line(unit.substring(0, blank), unit.substring(blank + 1));
        }
    }
}
