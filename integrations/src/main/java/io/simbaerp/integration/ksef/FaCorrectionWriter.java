package io.simbaerp.integration.ksef;

import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.PolishTerms;
import java.util.List;

/** Writes what a correction says, and the payments of an advance. */
final class FaCorrectionWriter {

    private final FaElements out;
    private final ReceivedInvoice invoice;
    private final PolishTerms terms;

    FaCorrectionWriter(FaElements out, ReceivedInvoice invoice, PolishTerms terms) {
        this.out = out;
        this.invoice = invoice;
        this.terms = terms;
    }

    void write() {
        if (terms.kind().corrects()) {
            Correction correction = terms.correction() != null
                    ? terms.correction()
                    : new Correction(null, null, null, null, null, List.of(), null, null);
            correct(correction);
        }
        terms.advancePayments()
                .forEach(payment -> out.group("ZaliczkaCzesciowa", () -> {
                    out.text("P_6Z", payment.date());
                    out.amount("P_15Z", payment.amount());
                    out.quantity("KursWalutyZW", payment.rate());
                }));
    }

    private void correct(Correction correction) {
        out.text("PrzyczynaKorekty", correction.reason());
        out.text(
                "TypKorekty",
                correction.effect() == null ? null : correction.effect().ordinal() + 1);
        invoice.precedingInvoices().forEach(this::original);
        out.text("OkresFaKorygowanej", correction.period());
        out.text("NrFaKorygowany", correction.rightNumber());
        FaPartyWriter parties = new FaPartyWriter(out, invoice, terms);
        if (correction.sellerBefore() != null) {
            parties.before("Podmiot1K", correction.sellerBefore());
        }
        correction.buyersBefore().forEach(buyer -> parties.before("Podmiot2K", buyer));
        out.amount("P_15ZK", correction.totalBefore());
        out.quantity("KursWalutyZK", correction.rateBefore());
    }

    private void original(PrecedingInvoice original) {
        out.group("DaneFaKorygowanej", () -> {
            out.text("DataWystFaKorygowanej", original.issueDate());
            out.text("NrFaKorygowanej", original.number());
            out.mark("NrKSeF", original.ksefNumber() != null);
            out.text("NrKSeFFaKorygowanej", original.ksefNumber());
            out.mark("NrKSeFN", original.ksefNumber() == null);
        });
    }
}
