package io.simbaerp.demo;

import io.simbaerp.company.CompanyView;
import io.simbaerp.integration.cii.CiiWriter;
import io.simbaerp.integration.ksef.FaInvoiceWriter;
import io.simbaerp.integration.ubl.UblWriter;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes the files of the demo, with our own writers. */
final class DemoFile {

    private static final LocalTime MADE_AT = LocalTime.of(9, 0);

    private DemoFile() {}

    /** The bytes as the supplier would have sent them. */
    static byte[] of(DemoDocument document, List<DemoDocument> all, CompanyView company) {
        return switch (document.format()) {
            case PDF -> DemoPaper.letter(document);
            case PNG -> DemoPaper.picture(document);
            case UBL -> UblWriter.write(invoice(document, all, company));
            case CII -> CiiWriter.write(invoice(document, all, company));
            case FA -> FaInvoiceWriter.write(invoice(document, all, company), made(document, company));
            case ZUGFERD -> {
                ReceivedInvoice invoice = invoice(document, all, company);
                yield DemoPaper.invoice(invoice, CiiWriter.write(invoice));
            }
            case BROKEN -> {
                byte[] whole = UblWriter.write(invoice(document, all, company));
                yield Arrays.copyOf(whole, whole.length * 2 / 3);
            }
        };
    }

    private static ReceivedInvoice invoice(DemoDocument document, List<DemoDocument> all, CompanyView company) {
        Optional<DemoDocument> corrected = document.term("corrects")
                .flatMap(name ->
                        all.stream().filter(other -> other.name().equals(name)).findFirst());
        return new DemoInvoice(document, company, corrected).invoice();
    }

    private static Instant made(DemoDocument document, CompanyView company) {
        return document.issued().atTime(MADE_AT).atZone(company.timeZone()).toInstant();
    }
}
