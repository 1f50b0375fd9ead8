package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.admission.LetPersonIn;
import io.simbaerp.identity.role.GrantRole;
import io.simbaerp.identity.role.People;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.identity.role.RevokeRole;
import io.simbaerp.identity.role.Roles;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.page.Page;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People, their roles and duties over REST. */
@RestController
@RequestMapping("/api/v1")
class PeopleResource {

    private final People people;
    private final Sight sight;
    private final Newcomers newcomers;
    private final GrantRole grantRole;
    private final RevokeRole revokeRole;

    PeopleResource(People people, Sight sight, Newcomers newcomers, GrantRole grantRole, RevokeRole revokeRole) {
        this.people = people;
        this.sight = sight;
        this.newcomers = newcomers;
        this.grantRole = grantRole;
        this.revokeRole = revokeRole;
    }

    /** How somebody new is let in. */
    @Component
    record Newcomers(RegisterUser register, LetPersonIn letIn) {}

    /** Everybody who holds a role: a company has few enough for one part. */
    @GetMapping("/people")
    Page<PersonView> all() {
        return new Page<>(people.all(), null);
    }

    @GetMapping("/people/{id}")
    PersonView one(@PathVariable UUID id) {
        return people.byId(id).orElseThrow(() -> new NotFound("user", id));
    }

    /** Without a password one is chosen by the person, with a code from {@code POST /people/{id}/first-code}. */
    @Permission.Required(Duty.ADMINISTER)
    @PostMapping("/people")
    ResponseEntity<PersonView> add(@RequestBody PersonForm form) {
        UUID id = form.withoutPasswordYet()
                ? newcomers.letIn().letIn(form.draft("")).user()
                : newcomers.register().register(form.draft());
        return ResponseEntity.created(URI.create("/api/v1/people/" + id)).body(one(id));
    }

    @GetMapping("/roles")
    Page<Roles.RoleView> roles() {
        return new Page<>(sight.roles(), null);
    }

    /** What granting the role would put into one hand. */
    @GetMapping("/people/{id}/roles/{role}/conflicts")
    Page<DutyConflict> preview(@PathVariable UUID id, @PathVariable String role) {
        one(id);
        return new Page<>(sight.clashes(id, role), null);
    }

    @Permission.Required(Duty.ADMINISTER)
    @PutMapping("/people/{id}/roles/{role}")
    PersonView grant(@PathVariable UUID id, @PathVariable String role, @RequestBody GrantForm form) {
        try {
            grantRole.grant(id, role, form.limits());
        } catch (RuleViolation refused) {
            // Of somebody who isn't ours nothing else is said than that they aren't there.
            one(id);
            throw refused;
        }
        return one(id);
    }

    @DeleteMapping("/people/{id}/roles/{role}")
    ResponseEntity<Void> revoke(@PathVariable UUID id, @PathVariable String role) {
        revokeRole.revoke(id, role);
        return ResponseEntity.noContent().build();
    }
}
