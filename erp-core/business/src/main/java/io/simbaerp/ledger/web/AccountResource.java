package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.account.AddAccount;
import io.simbaerp.ledger.account.ChangeAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Adds and changes accounts for programs. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountResource {

    private final ChartOfAccounts accounts;
    private final AddAccount add;
    private final ChangeAccount change;
    private final BusinessDay businessDay;

    AccountResource(ChartOfAccounts accounts, AddAccount add, ChangeAccount change, BusinessDay businessDay) {
        this.accounts = accounts;
        this.add = add;
        this.change = change;
        this.businessDay = businessDay;
    }

    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountView add(@RequestBody AccountForm account) {
        String code = account.code() == null ? "" : account.code();
        add.add(account.draft(code, businessDay.today()));
        return existing(code.strip());
    }

    /** Says all of the account anew; closed by {@code activeTo}. */
    @Permission.Required(Duty.MAINTAIN_LEDGER)
    @PutMapping("/{code}")
    AccountView change(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AccountForm account) {
        change.change(account.read(ifMatch), account.draft(code, businessDay.today()));
        return existing(code);
    }

    private AccountView existing(String code) {
        return accounts.find(code).orElseThrow(() -> new NotFound("account", code));
    }
}
