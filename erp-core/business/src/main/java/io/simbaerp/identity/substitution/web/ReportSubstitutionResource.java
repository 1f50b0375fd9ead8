package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.identity.substitution.ArrangeForReport;
import io.simbaerp.identity.substitution.EndForReport;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionView;
import io.simbaerp.identity.substitution.SubstitutionsOfReports;
import io.simbaerp.page.Page;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Substitutions of the token owner's people over REST. */
@RestController
@RequestMapping("/api/v1/my-people/{id}/substitutions")
class ReportSubstitutionResource {

    private final SubstitutionsOfReports substitutions;
    private final ArrangeForReport arrange;
    private final EndForReport end;

    ReportSubstitutionResource(SubstitutionsOfReports substitutions, ArrangeForReport arrange, EndForReport end) {
        this.substitutions = substitutions;
        this.arrange = arrange;
        this.end = end;
    }

    @GetMapping
    Page<SubstitutionView> all(@PathVariable UUID id) {
        return new Page<>(substitutions.of(id), null);
    }

    @PostMapping
    ResponseEntity<SubstitutionView> arrange(@PathVariable UUID id, @RequestBody SubstitutionDraft draft) {
        UUID made = arrange.arrange(id, draft);
        return ResponseEntity.created(URI.create("/api/v1/my-people/" + id + "/substitutions"))
                .body(one(id, made));
    }

    @PostMapping("/{substitution}/end")
    SubstitutionView end(@PathVariable UUID id, @PathVariable UUID substitution) {
        end.end(id, substitution);
        return one(id, substitution);
    }

    private SubstitutionView one(UUID person, UUID substitution) {
        return substitutions.of(person).stream()
                .filter(each -> each.id().equals(substitution))
                .findFirst()
                .orElseThrow(() -> new NotFound("substitution", substitution));
    }
}
