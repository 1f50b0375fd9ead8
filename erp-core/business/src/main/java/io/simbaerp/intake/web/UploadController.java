package io.simbaerp.intake.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.classification.DocumentClasses;
import io.simbaerp.intake.Receipt;
import io.simbaerp.intake.ReceiveDocument;
import io.simbaerp.intake.Submission;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Hands files in by hand: several at once, with what came of each. */
@Controller
@RequestMapping("/intake/upload")
class UploadController {

    private final ReceiveDocument receiveDocument;
    private final DocumentClasses classes;
    private final Permission permission;
    private final RuleTexts texts;
    private final DataSize maximum;

    UploadController(
            ReceiveDocument receiveDocument,
            DocumentClasses classes,
            Permission permission,
            RuleTexts texts,
            @Value("${simba.intake.max-size:25MB}") DataSize maximum) {
        this.receiveDocument = receiveDocument;
        this.classes = classes;
        this.permission = permission;
        this.texts = texts;
        this.maximum = maximum;
    }

    @GetMapping
    String form(Model model) {
        permission.require(Duty.RECEIVE_DOCUMENT);
        model.addAttribute("upload", new Upload(List.of(), null, null, null, maximum.toMegabytes(), choices(null)));
        return "intake/upload";
    }

    @PostMapping
    String upload(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate receivedOn,
            @RequestParam @Nullable String ksefNumber,
            @RequestParam @Nullable String documentClass,
            Model model)
            throws IOException {
        permission.require(Duty.RECEIVE_DOCUMENT);
        List<Upload.Result> results = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            // A form without a chosen file still sends a part without a name.
            if (!Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty()) {
                results.add(receive(file, receivedOn, ksefNumber, documentClass));
            }
        }
        FormProblem problem = results.isEmpty() ? texts.problem(RuleViolation.ofField("file", "intake.no-file")) : null;
        model.addAttribute(
                "upload",
                new Upload(results, problem, receivedOn, ksefNumber, maximum.toMegabytes(), choices(documentClass)));
        return "intake/upload";
    }

    private List<Upload.ClassChoice> choices(@Nullable String chosen) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return classes.choices().stream()
                .map(known -> new Upload.ClassChoice(
                        known.code(),
                        known.name(language),
                        known.confidential(),
                        known.code().equals(chosen)))
                .toList();
    }

    /** One file's failure is its own: the others are taken all the same. */
    private Upload.Result receive(
            MultipartFile file,
            @Nullable LocalDate receivedOn,
            @Nullable String ksefNumber,
            @Nullable String documentClass)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            Receipt receipt = receiveDocument.receive(new Submission(
                    file.getBytes(),
                    name,
                    Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                    "upload",
                    null,
                    receivedOn,
                    ksefNumber,
                    documentClass));
            String reason = receipt.reason() == null
                    ? null
                    : texts.rule(receipt.reason().rule(), receipt.reason().args());
            return Upload.Result.of(name, receipt, reason);
        } catch (RuleViolation refused) {
            return Upload.Result.refused(name, texts.rule(refused.rule(), refused.args()));
        }
    }
}
