package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.document.attachment.AttachmentDraft;
import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.container.Message;
import io.simbaerp.integration.container.MessageReader;
import io.simbaerp.integration.container.ZipReader;
import io.simbaerp.integration.en16931.OfficialRules;
import io.simbaerp.integration.en16931.RuleSet;
import io.simbaerp.integration.ksef.FaChecks;
import io.simbaerp.integration.pdf.EmbeddedFile;
import io.simbaerp.integration.pdf.EmbeddedFiles;
import io.simbaerp.integration.pdf.LockedPdf;
import io.simbaerp.integration.xml.ReadingProblems;
import io.simbaerp.invoice.received.NotPosted;
import io.simbaerp.invoice.received.ReceivedInvoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.pattern.NodeKindTest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads UBL and CII invoices and structured invoices of KSeF: recognised by their root element, parsed once, checked
 * against schema and rules; also those that a PDF carries inside, as ZUGFeRD, Factur-X and XRechnung do.
 * Everything else is plain content with its media type.
 */
@Component
public class EInvoiceContentReader implements ContentReader {

    /** The rules look at every line for every VAT group: beyond this they would take minutes. */
    private static final long MOST_COMPARISONS = 1_000_000;

    static final String UNCHECKED = "SIMBA-UNCHECKED";
    static final String FURTHER_INVOICE = "SIMBA-SECOND-INVOICE";
    static final String LOCKED = "SIMBA-LOCKED-PDF";
    static final String PEPPOL_IN_CII = "SIMBA-PEPPOL-CII";

    private static final Set<String> NOT_WELL_FORMED = Set.of("content.malformed", "content.wrong-encoding");

    private static final Pattern PEPPOL = Pattern.compile("urn:fdc:peppol\\.eu:2017:poacc:(?:billing|selfbilling):");

    private static final Pattern EXTENDED = Pattern.compile("(?:factur-x\\.eu:1p0|zugferd\\.de:2p0):extended");

    private final OfficialRules rules = new OfficialRules();
    private final EInvoiceSchemas schemas = new EInvoiceSchemas();
    private final SafeXmlParser parser = new SafeXmlParser(schemas);

    /** Compiles schemas and rules in the background once the application answers. */
    @EventListener(ApplicationReadyEvent.class)
    void prepareInBackground() {
        Thread thread = new Thread(this::prepareUsual, "e-invoice-rules");
        thread.setDaemon(true);
        thread.start();
    }

    /** Compiles schemas and rules now; without it the first invoice waits. */
    public void prepare() {
        schemas.prepare();
        rules.prepare();
    }

    private void prepareUsual() {
        prepare();
        rules.prepareUsual();
    }

    /**
     * @throws UnreadableContent content.empty, content.too-large, content.document-type, content.malformed,
     *     content.wrong-encoding, content.too-deep, content.too-many-elements, content.too-many-names,
     *     content.too-complex, content.old-structured-invoice, content.pdf-damaged, content.pdf-bomb,
     *     content.pdf-too-much-inside, content.embedded-malformed, content.zip-damaged, content.zip-encrypted,
     *     content.zip-empty, content.message-damaged, content.container-too-many, content.container-too-large,
     *     content.pdf-too-many-pages, content.program
     */
    @Override
    public ReadContent read(byte[] content, String fileName) {
        if (content.length == 0) {
            throw new UnreadableContent("content.empty");
        }
        String mediaType = MediaTypes.of(content);
        return switch (mediaType) {
            case MediaTypes.XML -> markup(content);
            case MediaTypes.PDF -> pdf(content);
            case MediaTypes.ZIP -> new ReadContent.Container(mediaType, null, ZipReader.read(content));
            case MediaTypes.MESSAGE -> {
                Message message = MessageReader.read(content);
                yield new ReadContent.Container(mediaType, message.subject(), message.attachments());
            }
            case MediaTypes.PROGRAM -> throw new UnreadableContent("content.program");
            default -> new ReadContent.Plain(mediaType);
        };
    }

    /** XML; or the PDF behind the warning a server put before it. */
    private ReadContent markup(byte[] content) {
        ParsedXml parsed;
        try {
            parsed = parser.parse(content);
        } catch (UnreadableContent notXml) {
            if (!NOT_WELL_FORMED.contains(notXml.rule()) || !MediaTypes.holdsPdf(content)) {
                throw notXml;
            }
            return pdfBehindMarkup(content, notXml);
        }
        return xml(parsed, content);
    }

    private ReadContent pdfBehindMarkup(byte[] content, UnreadableContent notXml) {
        try {
            return pdf(content);
        } catch (UnreadableContent notPdf) {
            // Damaged XML may just speak of one; what it begins with is what it is told to be.
            notXml.addSuppressed(notPdf);
            throw notXml;
        }
    }

    private ReadContent xml(ParsedXml parsed, byte[] content) {
        return parsed instanceof ParsedXml.Invoice invoice
                ? judged(invoice, MediaTypes.XML, content, List.of(), List.of())
                : new ReadContent.Plain(MediaTypes.XML, List.of(), said(((ParsedXml.Other) parsed).reason()));
    }

    private static List<Finding> said(@Nullable NotPosted reason) {
        return reason == null ? List.of() : List.of(reason.finding());
    }

    /** An e-invoice if it carries one inside; the PDF itself stays what was received. */
    private ReadContent pdf(byte[] content) {
        List<EmbeddedFile> files;
        try {
            files = EmbeddedFiles.of(content);
        } catch (LockedPdf locked) {
            return new ReadContent.Plain(
                    MediaTypes.PDF,
                    List.of(),
                    List.of(new Finding(LOCKED, Severity.WARNING, null, locked.inWords(), List.of())));
        }
        List<AttachmentDraft> carriedFiles =
                files.stream().map(CarriedFiles::of).toList();
        CarriedInvoice.Found found = CarriedInvoice.among(files, parser);
        return found.invoice()
                .<ReadContent>map(carried -> judged(
                        carried.parsed(), MediaTypes.PDF, carried.file().content(), notRead(carried), carriedFiles))
                .orElseGet(() -> new ReadContent.Plain(
                        MediaTypes.PDF,
                        carriedFiles,
                        found.reasons().stream().map(NotPosted::finding).toList()));
    }

    private static List<Finding> notRead(CarriedInvoice carried) {
        return carried.further().stream()
                .map(name -> new Finding(
                        FURTHER_INVOICE,
                        Severity.WARNING,
                        name,
                        "The PDF carries more than one invoice. "
                                + carried.file().name() + " was read, this was not.",
                        List.of(carried.file().name(), name)))
                .toList();
    }

    private ReadContent.EInvoice judged(
            ParsedXml.Invoice parsed,
            String mediaType,
            byte[] xml,
            List<Finding> ofTheFile,
            List<AttachmentDraft> ofThePdf) {
        ReadingProblems problems = new ReadingProblems();
        NodeInfo root = rootElement(parsed.document());
        ReceivedInvoice invoice = parsed.syntax().read(root, problems);
        refuseIfTooComplex(invoice);
        List<Finding> findings = new ArrayList<>(ofTheFile);
        findings.addAll(schemaFindings(parsed, invoice.specification(), xml));
        findings.addAll(problems.findings());
        findings.addAll(parsed.syntax()
                .structured()
                .map(version -> FaChecks.judge(version, root, invoice))
                .orElseGet(() -> official(parsed, invoice.specification())));
        boolean valid = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        return new ReadContent.EInvoice(
                parsed.syntax().format(),
                invoice.specification(),
                mediaType,
                invoice,
                valid,
                findings,
                CarriedFiles.of(invoice, ofThePdf));
    }

    /** The widest profile of Factur-X stands on a later edition of CII: what breaks the usual one is checked by its own. */
    private List<Finding> schemaFindings(ParsedXml.Invoice parsed, @Nullable String specification, byte[] xml) {
        boolean wider = specification != null && EXTENDED.matcher(specification).find();
        return wider && !parsed.schemaFindings().isEmpty()
                ? parser.check(xml, EInvoiceSchemas.FACTUR_X_EXTENDED)
                : parsed.schemaFindings();
    }

    private List<Finding> official(ParsedXml.Invoice parsed, @Nullable String specification) {
        if (parsed.syntax() == EInvoiceSyntax.CII
                && specification != null
                && PEPPOL.matcher(specification).find()) {
            return inPeppolsOtherSyntax(parsed);
        }
        return parsed.syntax()
                .rules()
                .map(binding -> rules.judge(
                        binding, parsed.syntax() == EInvoiceSyntax.UBL_CREDIT_NOTE, specification, parsed.document()))
                .orElseGet(() -> List.of(new Finding(
                        UNCHECKED,
                        Severity.INFORMATION,
                        null,
                        "There are no official rules to check "
                                + parsed.syntax().format() + " by.",
                        List.of(parsed.syntax().format()))));
    }

    /** Peppol publishes rules for UBL alone; what holds for every invoice of the standard holds for these too. */
    private List<Finding> inPeppolsOtherSyntax(ParsedXml.Invoice parsed) {
        List<Finding> findings = new ArrayList<>(rules.judge(RuleSet.CII, parsed.document()));
        findings.add(new Finding(
                PEPPOL_IN_CII,
                Severity.INFORMATION,
                null,
                "It follows Peppol BIS in CII, for which Peppol publishes no rules: only EN 16931's own judge it.",
                List.of()));
        return findings;
    }

    private static void refuseIfTooComplex(ReceivedInvoice invoice) {
        int lines = invoice.lines().size()
                + invoice.allowances().size()
                + invoice.charges().size();
        int groups = invoice.vatBreakdown().size();
        if ((long) lines * groups > MOST_COMPARISONS) {
            throw new UnreadableContent("content.too-complex", lines, groups);
        }
    }

    private static NodeInfo rootElement(NodeInfo document) {
        return Objects.requireNonNull(
                document.iterateAxis(AxisInfo.CHILD, NodeKindTest.ELEMENT).next());
    }
}
