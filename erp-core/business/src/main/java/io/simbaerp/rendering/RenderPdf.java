package io.simbaerp.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes a PDF/A-2b (ISO 19005-2) out of a paper's template and a record. */
@Component
public class RenderPdf {

    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final SpringTemplateEngine templates;
    private final Queue<PaperFonts> unusedLatin = new ConcurrentLinkedQueue<>();
    private final Queue<PaperFonts> unusedWhole = new ConcurrentLinkedQueue<>();

    RenderPdf(MessageSource messages) {
        // It tells every step on the console; what goes wrong is thrown.
        XRLog.setLoggingEnabled(false);
        ClassLoaderTemplateResolver folder = new ClassLoaderTemplateResolver();
        folder.setPrefix("document-templates/");
        folder.setSuffix("/template.html");
        folder.setTemplateMode(TemplateMode.HTML);
        folder.setCharacterEncoding("UTF-8");
        templates = new SpringTemplateEngine();
        templates.setTemplateResolver(folder);
        templates.setTemplateEngineMessageSource(messages);
    }

    /**
     * The paper.
     *
     * @param template the name of its folder
     * @param view a record of what it shows; the template calls it {@code paper}
     */
    public byte[] render(String template, Record view, Locale language) {
        String html = templates.process(template, new Context(language, Map.of("paper", view)));
        boolean latin = PaperFonts.areLatin(html);
        Queue<PaperFonts> unused = latin ? unusedLatin : unusedWhole;
        PaperFonts fonts = unused.poll();
        try {
            if (fonts == null) {
                fonts = latin ? PaperFonts.latin() : PaperFonts.whole();
            }
            return render(html, fonts);
        } catch (IOException e) {
            throw new UncheckedIOException("The paper " + template + " can't be made", e);
        } finally {
            if (fonts != null) {
                unused.offer(fonts);
            }
        }
    }

    private static byte[] render(String html, PaperFonts fonts) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PDDocument document = new PDDocument();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .useColorProfile(COLOURS)
                .withProducer("Simba ERP")
                .withHtmlContent(html, null)
                .usePDDocument(document)
                .toStream(pdf);
        builder.useFastMode();
        builder.useUriResolver((base, address) -> null);
        builder.useFont(fonts.regular(document), PaperFonts.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(fonts.bold(document), PaperFonts.FAMILY, 700, FontStyle.NORMAL, true);
        withTheFactoriesOfJava(builder);
        return pdf.toByteArray();
    }

    /**
     * The library writes the metadata by whatever XML factories it finds; without ours in sight it doesn't search
     * through all jars for them at every paper.
     */
    private static void withTheFactoriesOfJava(PdfRendererBuilder builder) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            builder.run();
        } finally {
            thread.setContextClassLoader(ours);
        }
    }
}
