package io.simbaerp.invoice.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.rendering.RenderPdf;
import io.simbaerp.signature.SealPdf;
import io.simbaerp.testing.ModuleTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import tools.jackson.databind.json.JsonMapper;

/** The paper as printed and sealed: what it says, that it is PDF/A, and that its seal shows every change. */
@ModuleTest
class ApprovalProtocolModuleTest {

    private static final String FOLDER = "/document-templates/approval-protocol/";

    @Autowired
    RenderPdf renderPdf;

    @Autowired
    SealPdf sealPdf;

    @BeforeAll
    static void prepareValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void theSampleSaysWhatItsFolderExpects() throws IOException {
        String expected = new String(resource("expected.txt"), StandardCharsets.UTF_8);

        assertThat(text(sample(Locale.ENGLISH))).isEqualTo(expected.strip());
        assertThat(text(sample(Locale.forLanguageTag("pl"))))
                .contains(
                        "Protokół akceptacji DOC/2026/000017",
                        "PIECZĘĆ DEMO",
                        "cofnięta późniejszą zmianą",
                        "Żegluga Łódź S.A.");
    }

    @Test
    void thePaperIsPdfAAlsoWhenItIsSealed() throws Exception {
        byte[] paper = sample(Locale.ENGLISH);

        assertThat(failures(paper)).isEmpty();
        assertThat(failures(sealPdf.seal(paper, "Approval protocol"))).isEmpty();
    }

    @Test
    void namesInOtherAlphabetsArePrinted() throws Exception {
        String json = new String(resource("sample.json"), StandardCharsets.UTF_8)
                .replace("Żegluga Łódź S.A.", "Ελλάδα Завод Łódź “A–B” 5 €");
        byte[] paper = renderPdf.render(
                "approval-protocol", new JsonMapper().readValue(json, ProtocolPaper.class), Locale.ENGLISH);

        assertThat(text(paper)).contains("Ελλάδα Завод Łódź “A–B” 5 €");
        assertThat(failures(paper)).isEmpty();
    }

    @Test
    void theSealIsDetachedCadesOverTheWholeFile() throws Exception {
        byte[] sealed = sealPdf.seal(sample(Locale.ENGLISH), "Approval protocol");

        SignerInformation signer = verified(sealed);
        assertThat(sealPdf.sealer()).isEqualTo(new SealPdf.Sealer("Simba ERP demo seal", true));
        assertThat(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .isNotNull();
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            int[] range = signature.getByteRange();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getName()).isEqualTo("Simba ERP demo seal");
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(sealed.length);
        }
    }

    @Test
    void aChangedByteBreaksTheSeal() throws Exception {
        byte[] sealed = sealPdf.seal(sample(Locale.ENGLISH), "Approval protocol");
        sealed[sealed.length / 4] ^= 1;

        assertThatThrownBy(() -> verified(sealed)).isInstanceOf(CMSException.class);
    }

    private byte[] sample(Locale language) throws IOException {
        ProtocolPaper paper = new JsonMapper().readValue(resource("sample.json"), ProtocolPaper.class);
        return renderPdf.render("approval-protocol", paper, language);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = ApprovalProtocolModuleTest.class.getResourceAsStream(FOLDER + name)) {
            return Objects.requireNonNull(file).readAllBytes();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        }
    }

    private static java.util.List<String> failures(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .map(each -> each.getRuleId() + " " + each.getMessage())
                    .distinct()
                    .toList();
        }
    }

    /** The signature of the file, whose digest and signature are right; its padding is cut off first. */
    private static SignerInformation verified(byte[] sealed) throws Exception {
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            byte[] padded = signature.getContents(sealed);
            byte[] bare;
            try (ASN1InputStream der = new ASN1InputStream(padded)) {
                bare = der.readObject().getEncoded();
            }
            assertThat(padded).startsWith(Arrays.copyOf(bare, 64));
            CMSSignedData data =
                    new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(sealed)), bare);
            SignerInformation signer = data.getSignerInfos().iterator().next();
            X509CertificateHolder certificate =
                    data.getCertificates().getMatches(null).iterator().next();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                    .isTrue();
            return signer;
        }
    }
}
