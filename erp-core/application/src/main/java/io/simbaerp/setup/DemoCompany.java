package io.simbaerp.setup;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.company.ImportExchangeRates;
import io.simbaerp.company.bankaccount.AddOwnAccount;
import io.simbaerp.company.bankaccount.BankProfile;
import io.simbaerp.company.bankaccount.OwnAccountDraft;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.money.CurrencyCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Fills an empty demo folder with an invented company, so that there is something to look at. */
@Component
@ConditionalOnProperty("simba.demo")
class DemoCompany implements ApplicationRunner {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final List<String> PEOPLE =
            List.of("accountant", "manager", "director", "treasurer", "admin", "auditor", "personnel", "employee");

    /** The numbers are invented; their check digits are right. */
    private static final List<OwnAccountDraft> OWN_ACCOUNTS = List.of(
            new OwnAccountDraft("Bieżący PLN", "PL30109011020000000123456701", "PLN", "WBKPPLPP", BankProfile.USUAL),
            new OwnAccountDraft("Walutowy EUR", "PL03109011020000000123456702", "EUR", "WBKPPLPP", BankProfile.USUAL));

    private final SetUpFirstCompany setUpFirstCompany;
    private final ImportExchangeRates importExchangeRates;
    private final AddOwnAccount addOwnAccount;
    private final OneNodeAtATime oneNodeAtATime;
    private final CurrentActor currentActor;
    private final Clock clock;

    DemoCompany(
            SetUpFirstCompany setUpFirstCompany,
            ImportExchangeRates importExchangeRates,
            AddOwnAccount addOwnAccount,
            OneNodeAtATime oneNodeAtATime,
            CurrentActor currentActor,
            Clock clock) {
        this.setUpFirstCompany = setUpFirstCompany;
        this.importExchangeRates = importExchangeRates;
        this.addOwnAccount = addOwnAccount;
        this.oneNodeAtATime = oneNodeAtATime;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        oneNodeAtATime.run("demo company", this::fill);
    }

    private void fill() {
        if (setUpFirstCompany.isDone()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), WARSAW);
        List<UserDraft> users = PEOPLE.stream().map(DemoCompany::person).toList();
        CompanyId company = setUpFirstCompany.setUp(korabia(today.getYear() - 1), users);
        currentActor.run(
                Acting.system("demo", company), () -> importExchangeRates.importFile(DemoExchangeRates.until(today)));
        currentActor.run(Acting.system("demo", company), () -> OWN_ACCOUNTS.forEach(addOwnAccount::add));
    }

    /** The company of the demo; its tax number is invented: there is no tax office 999. */
    private static CompanyDraft korabia(int firstFiscalYear) {
        return new CompanyDraft(
                "Korabia Handel Sp. z o.o.",
                "Korabia Handel",
                "9990045672",
                "PL",
                "ul. Nabrzeżna 3",
                "81-340",
                "Gdynia",
                CurrencyCode.PLN,
                WARSAW,
                firstFiscalYear);
    }

    private static UserDraft person(String role) {
        String name = role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
        return new UserDraft(role, name, role, "en", Set.of(role));
    }
}
