package io.simbaerp.demo;

import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.OwnAccountDraft;
import io.simbaerp.company.bankaccount.OwnAccounts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives the demo company accounts to pay from. The bank does not exist. */
@Component
class DemoOwnAccounts {

    private static final List<OwnAccountDraft> ACCOUNTS = List.of(
            new OwnAccountDraft(
                    "Rachunek bieżący PLN", "PL13999000010000002026142542", "PLN", null, BankProfile.USUAL),
            new OwnAccountDraft("Rachunek EUR", "PL85999000010000002026150461", "EUR", null, BankProfile.USUAL));

    private final DemoPeople people;
    private final OwnAccounts ownAccounts;
    private final AddOwnAccount addOwnAccount;

    DemoOwnAccounts(DemoPeople people, OwnAccounts ownAccounts, AddOwnAccount addOwnAccount) {
        this.people = people;
        this.ownAccounts = ownAccounts;
        this.addOwnAccount = addOwnAccount;
    }

    /** Opens them, unless that has been done. */
    void open() {
        List<String> known =
                ownAccounts.all().stream().map(account -> account.iban()).toList();
        ACCOUNTS.stream()
                .filter(account -> !known.contains(account.iban()))
                .forEach(account -> people.as(DemoPeople.TREASURER, () -> addOwnAccount.add(account)));
    }
}
