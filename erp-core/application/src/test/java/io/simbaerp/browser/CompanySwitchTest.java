package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.company.CompanyDraft;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.SignIn;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.admission.AdmitUser;
import io.simbaerp.identity.admission.MakeAdmissionCode;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.setup.SetUpCompany;
import io.simbaerp.story.Simba;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An accountant of an office changes from one client to another by keyboard, while another tab stays open. */
@BrowserTest
class CompanySwitchTest {

    @Autowired
    Simba simba;

    @Autowired
    SetUpCompany setUpCompany;

    @Autowired
    AdmitUser admitUser;

    @Autowired
    MakeAdmissionCode makeAdmissionCode;

    @Autowired
    Memberships memberships;

    @Autowired
    SignIn signIn;

    @Autowired
    CompanyDirectory directory;

    @Autowired
    CurrentActor currentActor;

    @Test
    void changesTheCompanyByKeyboardAndTheFormOfAnotherTabIsRefused() {
        letSomebodyWorkForTwo();
        try (Chromium chromium = new Chromium(simba.url())) {
            Page page = chromium.signedIn("office", "en", 1440, 900);
            assertThat(page.locator(".company-menu > summary")).containsText("Korabia");
            Page left = page.context().newPage();
            left.navigate("/rates");

            page.keyboard().press("Shift+C");
            assertThat(page.locator(".company-list input[type=search]")).isFocused();
            Chromium.readable(page, "company-menu");
            page.keyboard().type("zatoka");
            assertThat(page.locator(".company-options form")).hasCount(1);
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator(".company-menu > summary")).containsText("Zatoka");
            assertThat(page.locator("#toasts")).containsText("You work in Zatoka");

            left.fill("input[name=currency]", "EUR");
            left.fill("input[name=date]", "2026-11-13");
            left.fill("input[name=mid]", "4.2711");
            left.fill("input[name=table]", "221/A/NBP/2026");
            left.fill("input[name=source]", "NBP");
            left.locator("form:has(input[name=mid]) button").last().click();
            assertThat(left.locator("body")).containsText("This page belongs to Korabia Handel");
            Chromium.picture(left, "company-another-chosen");

            page.navigate("/companies");
            assertThat(page.locator("table.tab tbody tr")).hasCount(2);
            Chromium.readable(page, "companies");
            page.locator("table.tab tbody form button").first().click();
            assertThat(page.locator(".company-menu > summary")).containsText("Korabia");
            assertThat(chromium.complaints()).allMatch(complaint -> complaint.contains("409"));
        }
    }

    /** Signs in as "office" and belongs to the demo company and to a new one. */
    private void letSomebodyWorkForTwo() {
        currentActor.run(
                Acting.system("test", new CompanyId(UUID.randomUUID())),
                () -> setUpCompany.setUp(
                        new CompanyDraft(
                                "Zatoka Usługi Sp. z o.o.",
                                "Zatoka Usługi",
                                "9990055511",
                                "PL",
                                "ul. Portowa 2",
                                "81-350",
                                "Gdynia",
                                CurrencyCode.PLN,
                                ZoneId.of("Europe/Warsaw"),
                                2025),
                        List.of(new UserDraft("office", "Biuro Rachunkowe", "office", "en", Set.of("accountant")))));
        CompanyId korabia = directory.byTaxId("9990045672").orElseThrow();
        Acting office = memberships
                .acting(signIn.loadUserByUsername("office").id(), null)
                .orElseThrow();
        String code = currentActor.as(office, makeAdmissionCode::make).code();
        currentActor.run(Acting.system("test", korabia), () -> admitUser.admit(code, "accountant"));
    }
}
