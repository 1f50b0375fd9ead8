package io.simbaerp.intake.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.wording.FindingWords;
import io.simbaerp.intake.ValidateEInvoice;
import io.simbaerp.intake.Validation;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /api/v1/e-invoices/validate}: what the official rules say; stores nothing. */
@RestController
@RequestMapping("/api/v1/e-invoices/validate")
class EInvoiceValidationResource {

    private final ValidateEInvoice validateEInvoice;
    private final FindingWords words;

    EInvoiceValidationResource(ValidateEInvoice validateEInvoice, FindingWords words) {
        this.validateEInvoice = validateEInvoice;
        this.words = words;
    }

    @Permission.Required(Duty.RECEIVE_DOCUMENT)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ValidationBody validate(@RequestParam MultipartFile file) throws IOException {
        return body(
                validateEInvoice.validate(file.getBytes(), Objects.requireNonNullElse(file.getOriginalFilename(), "")));
    }

    /** The same with the invoice itself as the body. */
    @Permission.Required(Duty.RECEIVE_DOCUMENT)
    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ValidationBody validate(@RequestBody byte[] content) {
        return body(validateEInvoice.validate(content, "body.xml"));
    }

    private ValidationBody body(Validation validation) {
        return new ValidationBody(
                validation.format(), validation.profile(), validation.valid(), words.all(validation.findings()));
    }
}
