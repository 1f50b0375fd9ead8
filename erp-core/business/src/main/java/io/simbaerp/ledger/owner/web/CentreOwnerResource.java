package io.simbaerp.ledger.owner.web;

import io.simbaerp.ledger.owner.CentreOwners;
import io.simbaerp.ledger.owner.NameCentreOwner;
import io.simbaerp.page.Page;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Owners of cost centres over REST. */
@RestController
@RequestMapping("/api/v1/cost-centre-owners")
class CentreOwnerResource {

    private final CentreOwners owners;
    private final NameCentreOwner name;

    CentreOwnerResource(CentreOwners owners, NameCentreOwner name) {
        this.owners = owners;
        this.name = name;
    }

    /** Who it is from which day on; nobody where no person is named, today where no day is. */
    record OwnerJson(@Nullable UUID person, @Nullable LocalDate from) {}

    /** All cost centres in use: a company has few. */
    @GetMapping
    Page<CentreOwners.OwnedCentre> all() {
        return new Page<>(owners.all(), null);
    }

    @PutMapping("/{centre}")
    Page<CentreOwners.OwnedCentre> name(@PathVariable String centre, @RequestBody OwnerJson owner) {
        name.name(centre, owner.person(), owner.from());
        return all();
    }
}
