package io.simbaerp.audit.web;

import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.FieldChange;
import io.simbaerp.audit.TrailRecord;
import io.simbaerp.audit.TrailRecords;
import io.simbaerp.audit.integrity.ExportProof;
import io.simbaerp.audit.integrity.IntegrityProof;
import io.simbaerp.audit.integrity.SealRecords;
import io.simbaerp.audit.integrity.VerifyRecords;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.Lists;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail over REST, with the filters of its page. */
@RestController
@RequestMapping("/api/v1/audit-trail")
class TrailResource {

    private final TrailRecords trail;
    private final Lists lists;
    private final VerifyRecords verify;
    private final SealRecords seal;
    private final ExportProof export;

    TrailResource(TrailRecords trail, Lists lists, VerifyRecords verify, SealRecords seal, ExportProof export) {
        this.export = export;
        this.verify = verify;
        this.seal = seal;
        this.trail = trail;
        this.lists = lists;
    }

    /** A line of the trail; actors as {@code person:<id>}, {@code process:<name>} and so on. */
    record LineJson(
            UUID id,
            Instant at,
            String actor,
            @Nullable String onBehalfOf,
            String event,
            String outcome,
            Subject subject,
            TrailRecord.Source source,
            @Nullable String reason,
            @Nullable String record,
            List<FieldChange> changes) {

        static LineJson of(TrailRecord line) {
            return new LineJson(
                    line.id(),
                    line.at(),
                    line.actor().toString(),
                    line.onBehalfOf() == null ? null : line.onBehalfOf().toString(),
                    line.event(),
                    line.outcome(),
                    line.subject(),
                    line.source(),
                    line.reason(),
                    line.record(),
                    line.changes());
        }
    }

    @GetMapping
    Page<LineJson> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(TrailListing.KEY, asked, limit);
        return new Page<>(trail.byIds(page.items()).stream().map(LineJson::of).toList(), page.next());
    }

    /** The log as a ZIP file that anybody checks without us. */
    @GetMapping("/integrity/proof")
    void proof(HttpServletResponse answer) throws IOException {
        ProofFile.send(export, answer);
    }

    /** Seals what waits for a block, then counts the whole integrity log again. */
    @PostMapping("/integrity")
    IntegrityProof sealAndVerify() {
        seal.seal();
        return verify.verify();
    }

    /** Counts the whole integrity log again. */
    @GetMapping("/integrity")
    IntegrityProof integrity() {
        return verify.verify();
    }

    @GetMapping("/{id}")
    LineJson one(@PathVariable UUID id) {
        return LineJson.of(trail.byId(id));
    }
}
