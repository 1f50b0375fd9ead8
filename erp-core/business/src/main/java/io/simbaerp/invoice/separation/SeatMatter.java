package io.simbaerp.invoice.separation;

import io.simbaerp.invoice.content.ContentFields;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.money.Money;
import java.util.List;

/**
 * What a seat decides about: an invoice, or some of its lines.
 *
 * @param shown the whole, or the same with the seat's lines alone
 * @param ofLines whether it is about lines alone
 */
public record SeatMatter(InvoiceDetails whole, InvoiceDetails shown, boolean ofLines) {

    static SeatMatter whole(InvoiceDetails details) {
        return new SeatMatter(details, details, false);
    }

    /** BT-109, or what the lines come to. */
    public Money net() {
        return ofLines ? shown.ofCoding() : whole.net();
    }

    /** What lists show of it: the amount with VAT, of lines without. */
    public Money amount() {
        return whole.signed(ofLines ? shown.ofCoding() : whole.gross());
    }

    /** What a decision binds to. */
    public String hash() {
        return ofLines
                ? ContentRecipe.hashOf(ContentRecipe.canonicalLines(shown))
                : ContentRecipe.hash(InvoiceContent.of(whole));
    }

    /** The fields the hash covers. */
    public List<ContentFields.Field> fields() {
        InvoiceContent content = InvoiceContent.of(shown);
        return ofLines ? ContentFields.ofLines(content) : ContentFields.of(content);
    }
}
