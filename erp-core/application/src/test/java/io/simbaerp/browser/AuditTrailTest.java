package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor looks up who changed a supplier: list, line, history, proof. */
@BrowserTest
class AuditTrailTest {

    @Autowired
    Simba simba;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, History, Business partner, Nothing was changed",
        "pl, Historia, Kontrahent, Nic nie zosta\u0142o zmienione"
    })
    void anAuditorFindsWhoEnteredASupplierAndThatNothingWasTamperedWith(
            String language, String history, String partner, String whole) throws IOException {
        String name = "Rewident " + language + " Sp. z o.o.";
        RestUser.Answer party = simba.as("accountant")
                .post(
                        "/api/v1/parties",
                        Map.of(
                                "name",
                                name,
                                "taxIds",
                                List.of(),
                                "address",
                                Map.of(
                                        "street",
                                        "ul. Cicha 1",
                                        "postalCode",
                                        "80-001",
                                        "city",
                                        "Gda\u0144sk",
                                        "country",
                                        "PL"),
                                "supplier",
                                true,
                                "customer",
                                false))
                .expect(201);

        Page auditor = chromium.signedIn("auditor", language, 1440, 900);
        auditor.navigate("/audit-trail?kind=party");
        Chromium.readable(auditor, language + "-audit-trail");
        auditor.locator("tbody td a").first().click();
        assertThat(auditor.locator("main")).containsText("Accountant");
        Chromium.readable(auditor, language + "-audit-line");

        auditor.navigate("/parties/" + party.get("id"));
        auditor.locator("a", new Page.LocatorOptions().setHasText(history))
                .first()
                .click();
        assertThat(auditor.locator("main")).containsText(name);
        assertThat(auditor.locator("main")).containsText(partner);
        Chromium.readable(auditor, language + "-audit-history");

        auditor.navigate("/audit-trail/integrity");
        auditor.locator("main form button").click();
        assertThat(auditor.locator("main")).containsText(whole);
        Chromium.readable(auditor, language + "-audit-integrity");

        Page phone = chromium.signedIn("auditor", language, 390, 844);
        phone.navigate("/audit-trail/records/party/" + party.get("id"));
        assertThat(phone.locator("main")).containsText(name);
        Chromium.readable(phone, language + "-audit-history-phone");
    }
}
