package io.simbaerp.payment.bulk.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.CsvTable;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The payment files of chosen runs in one archive, with a list that says what is in it and what is not. */
@Controller
class RunFilesController {

    static final String PATH = "/payment-runs/files";

    private static final int MOST = 500;

    private final PaymentRuns runs;

    RunFilesController(PaymentRuns runs) {
        this.runs = runs;
    }

    @Permission.Required(Duty.VIEW_PAYMENT)
    @PostMapping(PATH)
    ResponseEntity<byte[]> files(@RequestParam(required = false) @Nullable List<UUID> ids) {
        if (ids == null || ids.isEmpty()) {
            throw RuleViolation.ofField("ids", "list.nothing-selected");
        }
        if (ids.size() > MOST) {
            throw RuleViolation.ofField("ids", "list.too-many-selected", MOST);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payment-files.zip")
                                .build()
                                .toString())
                .body(zip(ids.stream().distinct().map(PaymentRunId::new).toList()));
    }

    private byte[] zip(List<PaymentRunId> ids) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvTable contents = CsvTable.withHead("run", "state", "file", "message-id", "sha256", "size");
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (PaymentRunId id : ids) {
                Optional<PaymentRunView> run = runs.byId(id);
                if (run.isPresent()) {
                    add(zip, run.get(), contents);
                }
            }
            add(zip, "contents.csv", contents.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void add(ZipOutputStream zip, PaymentRunView run, CsvTable contents) throws IOException {
        PaymentRunView.FileRow file = run.state() == PaymentRunState.RELEASED ? run.file() : null;
        if (file == null) {
            contents.row(run.number(), run.state(), "", "", "", "");
            return;
        }
        contents.row(run.number(), run.state(), file.name(), file.messageId(), file.sha256(), file.size());
        add(zip, file.name(), runs.file(run.id()));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
