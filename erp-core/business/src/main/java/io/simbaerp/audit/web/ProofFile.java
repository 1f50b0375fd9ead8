package io.simbaerp.audit.web;

import io.simbaerp.audit.integrity.ExportProof;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The exported integrity log as an answer. */
final class ProofFile {

    private ProofFile() {}

    /** A refusal leaves the answer as it was, so that it can be told in words. */
    static void send(ExportProof export, HttpServletResponse answer) throws IOException {
        export.write(() -> {
            answer.setContentType("application/zip");
            answer.setHeader("Content-Disposition", "attachment; filename=\"integrity-proof.zip\"");
            return answer.getOutputStream();
        });
    }
}
