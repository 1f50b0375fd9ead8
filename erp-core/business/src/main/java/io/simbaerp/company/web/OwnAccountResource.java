package io.simbaerp.company.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.ChangeOwnAccount;
import io.simbaerp.company.bankaccount.OwnAccountView;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.page.Page;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The company's own bank accounts over REST. */
@RestController
@RequestMapping("/api/v1/bank-accounts")
class OwnAccountResource {

    private final OwnAccounts accounts;
    private final AddOwnAccount add;
    private final ChangeOwnAccount change;

    OwnAccountResource(OwnAccounts accounts, AddOwnAccount add, ChangeOwnAccount change) {
        this.accounts = accounts;
        this.add = add;
        this.change = change;
    }

    /** An own account over REST. */
    record AccountJson(
            UUID id,
            String name,
            String iban,
            String currency,
            @Nullable String bic,
            BankProfile profile,
            boolean active,
            int version) {

        static AccountJson of(OwnAccountView account) {
            return new AccountJson(
                    account.id(),
                    account.name(),
                    account.iban(),
                    account.currency().code(),
                    account.bic(),
                    account.profile(),
                    account.active(),
                    account.version());
        }
    }

    /** All of them: a company has few. */
    @GetMapping
    Page<AccountJson> list() {
        return new Page<>(accounts.all().stream().map(AccountJson::of).toList(), null);
    }

    @GetMapping("/{id}")
    ResponseEntity<AccountJson> one(@PathVariable UUID id) {
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping
    ResponseEntity<AccountJson> add(@RequestBody OwnAccountForm form) {
        UUID id = add.add(form.draft());
        return answer(ResponseEntity.created(URI.create("/api/v1/bank-accounts/" + id)), id);
    }

    @PutMapping("/{id}")
    ResponseEntity<AccountJson> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody OwnAccountForm form) {
        change.change(id, form.change(ifMatch));
        return answer(ResponseEntity.ok(), id);
    }

    private ResponseEntity<AccountJson> answer(ResponseEntity.BodyBuilder answer, UUID id) {
        OwnAccountView account = accounts.byId(id).orElseThrow(() -> new NotFound("own-account", id));
        return answer.eTag(String.valueOf(account.version())).body(AccountJson.of(account));
    }
}
