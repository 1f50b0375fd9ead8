package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.identity.substitution.ArrangeSubstitution;
import io.simbaerp.identity.substitution.EndSubstitution;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionView;
import io.simbaerp.identity.substitution.Substitutions;
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

/** The token owner's substitutions over REST. To act for somebody takes a session: a token acts in one name only. */
@RestController
@RequestMapping("/api/v1/substitutions")
class SubstitutionResource {

    private final Substitutions substitutions;
    private final ArrangeSubstitution arrange;
    private final EndSubstitution end;

    SubstitutionResource(Substitutions substitutions, ArrangeSubstitution arrange, EndSubstitution end) {
        this.substitutions = substitutions;
        this.arrange = arrange;
        this.end = end;
    }

    @GetMapping
    Page<SubstitutionView> all() {
        return new Page<>(substitutions.all(), null);
    }

    @GetMapping("/{id}")
    SubstitutionView one(@PathVariable UUID id) {
        return substitutions.byId(id).orElseThrow(() -> new NotFound("substitution", id));
    }

    @PostMapping
    ResponseEntity<SubstitutionView> arrange(@RequestBody SubstitutionDraft draft) {
        UUID id = arrange.arrange(draft);
        return ResponseEntity.created(URI.create("/api/v1/substitutions/" + id)).body(one(id));
    }

    @PostMapping("/{id}/end")
    SubstitutionView end(@PathVariable UUID id) {
        end.end(id);
        return one(id);
    }
}
