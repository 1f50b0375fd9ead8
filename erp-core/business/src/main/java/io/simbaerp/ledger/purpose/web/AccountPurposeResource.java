package io.simbaerp.ledger.purpose.web;

import io.simbaerp.ledger.purpose.AccountPurpose;
import io.simbaerp.ledger.purpose.AccountPurposes;
import io.simbaerp.ledger.purpose.AppointAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The accounts the program takes by itself, for programs. */
@RestController
@RequestMapping("/api/v1/account-purposes")
class AccountPurposeResource {

    private final AccountPurposes purposes;
    private final AppointAccount appoint;

    AccountPurposeResource(AccountPurposes purposes, AppointAccount appoint) {
        this.purposes = purposes;
        this.appoint = appoint;
    }

    /** A purpose and the number of its account; nothing while none is chosen. */
    record PurposeJson(AccountPurpose purpose, @Nullable String account) {}

    /** The account to be taken. */
    record AccountJson(@Nullable String account) {}

    @GetMapping
    List<PurposeJson> all() {
        Map<AccountPurpose, String> chosen = purposes.all();
        return Arrays.stream(AccountPurpose.values())
                .map(purpose -> new PurposeJson(purpose, chosen.get(purpose)))
                .toList();
    }

    @PutMapping("/{purpose}")
    PurposeJson appoint(@PathVariable AccountPurpose purpose, @RequestBody AccountJson wanted) {
        appoint.appoint(purpose, Objects.requireNonNullElse(wanted.account(), ""));
        return new PurposeJson(purpose, purposes.all().get(purpose));
    }
}
