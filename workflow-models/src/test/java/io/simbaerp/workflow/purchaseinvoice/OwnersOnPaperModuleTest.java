package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.attachment.AttachmentView;
import io.simbaerp.testing.ModuleTest;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The approval protocol names the lines each owner of cost centres decided about. */
@ModuleTest
class OwnersOnPaperModuleTest extends CostOwnersDesk {

    private final MockMvc web;

    @Autowired
    OwnersOnPaperModuleTest(WebApplicationContext context) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    void theProtocolNamesTheLinesOfEachDecision() throws IOException {
        CompanyMatrix.deploy(own, company, OWNERS);
        DocumentView document = received();
        code(document, line("1", "402-03", "310"), line("2", "402-03", "320"), line("3", "402-04", "310"));
        complete(anna, taskOf(anna, document), "approve", null);
        complete(bert, taskOf(bert, document), "return", lines("2 320"));
        code(document, line("1", "402-03", "310"), line("2", "402-05", "320"), line("3", "402-04", "310"));
        complete(bert, taskOf(bert, document), "approve", null);
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);

        AttachmentView paper =
                company.as(() -> business.attachments.of(document.id())).get(0);
        String path = "/documents/" + document.id() + "/attachments/" + paper.id();
        byte[] pdf = company.as(() -> {
            try {
                return web.perform(get(path)).andReturn().getResponse().getContentAsByteArray();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        String text;
        try (PDDocument read = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(read);
        }
        assertThat(text)
                .contains("Pozycje, których dotyczy decyzja: 1 (310), 3 (310)")
                .containsSubsequence(
                        "Pozycje, których dotyczy decyzja: 2 (320)", "Pozycje, których dotyczy decyzja: 2 (320)");
    }
}
