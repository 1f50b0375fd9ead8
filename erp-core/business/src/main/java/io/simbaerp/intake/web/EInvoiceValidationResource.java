package io.simbaerp.intake.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
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

    EInvoiceValidationResource(ValidateEInvoice validateEInvoice) {
        this.validateEInvoice = validateEInvoice;
    }

    @Permission.Required(Duty.RECEIVE_DOCUMENT)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Validation validate(@RequestParam MultipartFile file) throws IOException {
        return validateEInvoice.validate(file.getBytes(), Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    }

    /** The same with the invoice itself as the body. */
    @Permission.Required(Duty.RECEIVE_DOCUMENT)
    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    Validation validate(@RequestBody byte[] content) {
        return validateEInvoice.validate(content, "body.xml");
    }
}
