package io.simbaerp.intake.web;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.Receipt;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import io.simbaerp.page.RuleTexts;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /api/v1/documents}: hands a document in. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentSubmissionResource {

    private final ReceiveDocument receiveDocument;
    private final RuleTexts texts;

    DocumentSubmissionResource(ReceiveDocument receiveDocument, RuleTexts texts) {
        this.receiveDocument = receiveDocument;
        this.texts = texts;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReceiptBody> receive(
            @RequestParam MultipartFile file,
            @RequestParam @Nullable String ksefNumber,
            @RequestParam @Nullable LocalDate receivedOn,
            @RequestParam(defaultValue = "rest") String channel,
            @RequestParam @Nullable String documentClass,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException {
        Receipt receipt = receiveDocument.receive(new Submission(
                file.getBytes(),
                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                channel,
                idempotencyKey,
                receivedOn,
                ksefNumber,
                documentClass));
        ReceiptBody body = ReceiptBody.of(receipt, findings(receipt));
        return receipt.added()
                ? ResponseEntity.created(URI.create("/api/v1/documents/" + receipt.id()))
                        .body(body)
                : ResponseEntity.ok(body);
    }

    /** Why it is quarantined is the first thing the sender wants to know. */
    private List<Finding> findings(Receipt receipt) {
        return Stream.concat(
                        Stream.ofNullable(receipt.reason())
                                .map(reason -> new Finding(
                                        reason.rule(), Severity.ERROR, null, texts.rule(reason.rule(), reason.args()))),
                        receipt.findings().stream())
                .toList();
    }
}
