package io.simbaerp.demo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.company.CompanyView;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.admission.AdmitUser;
import io.simbaerp.identity.admission.MakeAdmissionCode;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.setup.SetUpCompany;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A second company: the bistro whose books the demo's accountant keeps beside those of the demo company. Its owner approves;
 * the others come in by codes of theirs, each with the role they hold here.
 */
@Component
class DemoClient {

    /** Invented like that of the demo company: there is no tax office 999. */
    private static final String TAX_ID = "9990077904";

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final List<String> FROM_THE_OFFICE = List.of("accountant", "treasurer", "admin", "auditor");

    private final CompanyDirectory directory;
    private final SetUpCompany setUpCompany;
    private final MakeAdmissionCode makeAdmissionCode;
    private final AdmitUser admitUser;
    private final DemoPeople people;
    private final Moment moment;

    DemoClient(
            CompanyDirectory directory,
            SetUpCompany setUpCompany,
            MakeAdmissionCode makeAdmissionCode,
            AdmitUser admitUser,
            DemoPeople people,
            Moment moment) {
        this.directory = directory;
        this.setUpCompany = setUpCompany;
        this.makeAdmissionCode = makeAdmissionCode;
        this.admitUser = admitUser;
        this.people = people;
        this.moment = moment;
    }

    /** Who acts, and when. */
    @Component
    record Moment(CurrentActor currentActor, Clock clock) {}

    static boolean is(CompanyView company) {
        return company.taxId().equals(TAX_ID);
    }

    /** The company with its people, as it stands or set up now; nothing if the office's people are gone. */
    Optional<CompanyId> found(CompanyId office) {
        CompanyId client = directory.byTaxId(TAX_ID).orElseGet(this::setUp);
        return moment.currentActor().as(Acting.system("demo", office), () -> FROM_THE_OFFICE.stream()
                        .allMatch(people::isThere))
                ? Optional.of(admitAll(office, client))
                : Optional.empty();
    }

    private CompanyId setUp() {
        CompanyId client = new CompanyId(NewId.at(moment.clock()));
        int thisYear = LocalDate.ofInstant(moment.clock().instant(), WARSAW).getYear();
        CompanyDraft bistro = new CompanyDraft(
                "Bistro Szanta Sp. z o.o.",
                "Szanta Bistro",
                TAX_ID,
                "PL",
                "ul. Żeglarska 11",
                "81-345",
                "Gdynia",
                CurrencyCode.PLN,
                WARSAW,
                thisYear - 1);
        UserDraft owner = new UserDraft("owner", "Owner", "owner", "en", Set.of("manager"));
        moment.currentActor().run(Acting.system("set-up", client), () -> setUpCompany.setUp(bistro, List.of(owner)));
        return client;
    }

    private CompanyId admitAll(CompanyId office, CompanyId client) {
        for (String person : FROM_THE_OFFICE) {
            if (!people.belongs(person, client)) {
                String code = moment.currentActor()
                        .as(Acting.system("demo", office), () -> people.as(person, makeAdmissionCode::make))
                        .code();
                moment.currentActor().run(Acting.system("set-up", client), () -> admitUser.admit(code, person));
            }
        }
        return client;
    }
}
