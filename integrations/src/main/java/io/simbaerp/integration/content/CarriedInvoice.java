package io.simbaerp.integration.content;

import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.pdf.EmbeddedFile;
import io.simbaerp.invoice.received.NotPosted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The invoice a PDF carries inside, found among its files by what they contain, whatever they are called.
 *
 * @param further the names of other invoices in the same PDF, which are not read
 */
record CarriedInvoice(EmbeddedFile file, ParsedXml.Invoice parsed, List<String> further) {

    private static final List<String> MARKS = List.of("CrossIndustry", "specification:ubl:schema:xsd");

    /**
     * What was found among the files of a PDF.
     *
     * @param reasons why what looks like an invoice is none to post, such as an order
     */
    record Found(Optional<CarriedInvoice> invoice, List<NotPosted> reasons) {}

    private record Candidate(EmbeddedFile file, ParsedXml.Invoice parsed) {}

    /**
     * @throws UnreadableContent content.embedded-malformed and what the parser says, if the only one there is cannot be
     *     read
     */
    static Found among(List<EmbeddedFile> files, SafeXmlParser parser) {
        List<Candidate> candidates = new ArrayList<>();
        List<UnreadableContent> damaged = new ArrayList<>();
        List<NotPosted> reasons = new ArrayList<>();
        for (EmbeddedFile file : files) {
            try {
                if (MediaTypes.of(file.content()).equals(MediaTypes.XML)) {
                    ParsedXml parsed = parser.parse(file.content());
                    if (parsed instanceof ParsedXml.Invoice invoice) {
                        candidates.add(new Candidate(file, invoice));
                    } else if (parsed instanceof ParsedXml.Other other && other.reason() != null) {
                        reasons.add(other.reason());
                    }
                }
            } catch (UnreadableContent unreadable) {
                if (looksLikeInvoice(file)) {
                    damaged.add(naming(file, unreadable));
                }
            }
        }
        if (candidates.isEmpty() && !damaged.isEmpty()) {
            throw damaged.get(0);
        }
        return new Found(first(candidates), reasons.stream().distinct().toList());
    }

    private static Optional<CarriedInvoice> first(List<Candidate> candidates) {
        candidates.sort(Comparator.comparing(candidate -> candidate.parsed().syntax()));
        return candidates.stream()
                .findFirst()
                .map(first -> new CarriedInvoice(
                        first.file(),
                        first.parsed(),
                        candidates.stream()
                                .skip(1)
                                .map(each -> each.file().name())
                                .toList()));
    }

    private static boolean looksLikeInvoice(EmbeddedFile file) {
        String text = new String(file.content(), StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(text::contains);
    }

    private static UnreadableContent naming(EmbeddedFile file, UnreadableContent unreadable) {
        if (!unreadable.rule().equals("content.malformed")) {
            return unreadable;
        }
        List<Object> args = new ArrayList<>(List.of(file.name()));
        args.addAll(unreadable.args());
        return new UnreadableContent("content.embedded-malformed", args.toArray());
    }
}
