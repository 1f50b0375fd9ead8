package io.simbaerp.identity.role.change.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.identity.role.change.ChangeRole;
import io.simbaerp.identity.role.change.ClashOfPerson;
import io.simbaerp.identity.role.change.RoleContent;
import io.simbaerp.page.Page;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A role over REST: what it bundles, what another content would make, and the change. */
@RestController
@RequestMapping("/api/v1/roles/{role}")
class RoleResource {

    private final RoleContent content;
    private final ChangeRole changeRole;

    RoleResource(RoleContent content, ChangeRole changeRole) {
        this.content = content;
        this.changeRole = changeRole;
    }

    /** A role over REST. */
    record RoleJson(String code, String nameEn, String namePl, List<RoleForm.Held> duties) {}

    @GetMapping
    RoleJson one(@PathVariable String role) {
        RoleContent.Kept kept = content.byCode(role).orElseThrow(() -> new NotFound("role", role));
        return new RoleJson(
                kept.code(), kept.nameEn(), kept.namePl(), RoleForm.of(kept).held());
    }

    /** Whom these duties would put into conflict; changes nothing. */
    @PostMapping("/conflicts")
    Page<ClashOfPerson> preview(@PathVariable String role, @RequestBody RoleForm form) {
        if (content.byCode(role).isEmpty()) {
            throw new NotFound("role", role);
        }
        return new Page<>(content.clashes(role, form.draft(role).duties().keySet()), null);
    }

    @Permission.Required(Duty.ADMINISTER)
    @PutMapping
    RoleJson change(@PathVariable String role, @RequestBody RoleForm form) {
        changeRole.change(form.draft(role), Objects.requireNonNullElse(form.reason(), ""));
        return one(role);
    }
}
