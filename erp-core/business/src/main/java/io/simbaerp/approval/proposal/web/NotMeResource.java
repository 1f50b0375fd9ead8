package io.simbaerp.approval.proposal.web;

import io.simbaerp.approval.proposal.NameAnother;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says who should have been asked, for programs. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/not-me")
class NotMeResource {

    private final NameAnother nameAnother;

    NotMeResource(NameAnother nameAnother) {
        this.nameAnother = nameAnother;
    }

    /** Who should have been asked, and why. */
    record NotMeJson(@Nullable UUID person, @Nullable String reason) {}

    /** What came of it; no proposal where no row of a table had asked, not handed on where it was asked of one by name. */
    record NamedJson(@Nullable UUID proposal, boolean handedOn) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NamedJson name(@PathVariable UUID id, @RequestBody NotMeJson said) {
        NameAnother.Named named = nameAnother.name(id, said.person(), said.reason());
        return new NamedJson(named.proposal(), named.handedOn());
    }
}
