package io.simbaerp.ledger.web;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.LineDraft;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the accounts of an entry are called, so that whoever approves it need not know their numbers. */
@Component("accountNames")
class AccountNames {

    private final ChartOfAccounts accounts;

    AccountNames(ChartOfAccounts accounts) {
        this.accounts = accounts;
    }

    /** The name in the reader's language by number; one question for all lines. */
    public Map<String, String> of(List<LineDraft> lines) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return accounts.named(lines.stream().map(LineDraft::account).distinct().toList()).stream()
                .collect(Collectors.toMap(AccountView::code, account -> account.name(language)));
    }
}
