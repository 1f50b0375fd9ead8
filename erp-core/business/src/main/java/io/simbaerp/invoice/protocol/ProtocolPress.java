package io.simbaerp.invoice.protocol;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.attachment.AttachmentDraft;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.rendering.RenderPdf;
import io.simbaerp.signature.SealPdf;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prints the protocol in the language of the company's country and seals it. */
@Component
class ProtocolPress {

    private final ProtocolFacts facts;
    private final RenderPdf renderPdf;
    private final SealPdf sealPdf;
    private final MessageSource messages;
    private final CurrentCompany currentCompany;

    ProtocolPress(
            ProtocolFacts facts,
            RenderPdf renderPdf,
            SealPdf sealPdf,
            MessageSource messages,
            CurrentCompany currentCompany) {
        this.facts = facts;
        this.renderPdf = renderPdf;
        this.sealPdf = sealPdf;
        this.messages = messages;
        this.currentCompany = currentCompany;
    }

    /** @param made the moment the paper states */
    AttachmentDraft print(InvoiceDetails invoice, Instant made) {
        ProtocolPaper paper = facts.of(invoice, sealPdf.sealer(), made);
        Locale language = currentCompany.get().country().equals("PL") ? Locale.forLanguageTag("pl") : Locale.ENGLISH;
        String title = Objects.requireNonNull(messages.getMessage("protocol.title", null, language));
        byte[] sealed = sealPdf.seal(renderPdf.render("approval-protocol", paper, language), title);
        String name = title + " " + paper.documentNumber().replace('/', '-') + ".pdf";
        return new AttachmentDraft(name, "application/pdf", description(paper, language), sealed);
    }

    /** Whoever meets the paper on the document's page sees at once what its seal is worth. */
    private @Nullable String description(ProtocolPaper paper, Locale language) {
        return paper.demoSeal()
                ? messages.getMessage("protocol.sealed-by-demo", new Object[] {paper.title()}, language)
                : paper.title();
    }
}
