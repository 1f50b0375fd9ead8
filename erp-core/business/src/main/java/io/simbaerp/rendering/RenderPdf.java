package io.simbaerp.rendering;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes a PDF/A-2b (ISO 19005-2) out of a paper's template and a record. */
@Component
public class RenderPdf {

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final byte[] COLOURS =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final SpringTemplateEngine templates;

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
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .useColorProfile(COLOURS)
                .withProducer("Simba ERP")
                .withHtmlContent(html, null)
                .toStream(pdf);
        builder.useFastMode();
        builder.useUriResolver((base, address) -> null);
        builder.useFont(() -> font("DejaVuSans.ttf"), "DejaVu Sans", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSans-Bold.ttf"), "DejaVu Sans", 700, FontStyle.NORMAL, true);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The paper " + template + " can't be made", e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(RenderPdf.class.getResourceAsStream(FONTS + name), name);
    }
}
