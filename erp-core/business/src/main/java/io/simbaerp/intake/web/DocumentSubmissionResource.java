package io.simbaerp.intake.web;

import io.simbaerp.document.wording.FindingInWords;
import io.simbaerp.document.wording.FindingWords;
import io.simbaerp.intake.Receipt;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
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
    private final FindingWords words;

    DocumentSubmissionResource(ReceiveDocument receiveDocument, FindingWords words) {
        this.receiveDocument = receiveDocument;
        this.words = words;
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
    private List<FindingInWords> findings(Receipt receipt) {
        return Stream.concat(
                        Stream.ofNullable(receipt.reason()).map(words::refusal), words.all(receipt.findings()).stream())
                .toList();
    }
}
