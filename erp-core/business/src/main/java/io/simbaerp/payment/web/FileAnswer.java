package io.simbaerp.payment.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.payment.PaymentRunView;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a payment file out, to be saved under its name. */
final class FileAnswer {

    private FileAnswer() {}

    static ResponseEntity<byte[]> of(PaymentRunView run, byte[] content) {
        PaymentRunView.FileRow file = run.file();
        // What it says of a transfer names the document it pays.
        boolean unseen =
                run.orders().stream().flatMap(order -> order.items().stream()).anyMatch(PaymentRunView.Item::unseen);
        if (file == null || unseen) {
            throw new NotFound("payment-file", run.id());
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_XML)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(content);
    }
}
