package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.party.PartyId;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Payment runs in the common list: page, REST and file. */
@ModuleTest
class PaymentRunListModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    CancelPaymentRun cancel;

    @Autowired
    WebApplicationContext context;

    private final Payables payables = new Payables();
    private final UUID treasurer = UUID.randomUUID();
    private TestCompany company;
    private UUID account;
    private PartyId supplier;
    private MockMvc mvc;
    private TestReader reader;

    @BeforeEach
    void open() {
        beans.autowireBean(payables);
        company = payables.company();
        account = payables.ownAccount(company);
        supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        reader = TestReader.of(mvc, company, treasurer, EnumSet.allOf(Duty.class));
    }

    @Test
    void runsAreListedSearchedFilteredAndTakenAlong() {
        assertThat(reader.page(get("/payment-runs"), "pl")).contains("Nie ma jeszcze zestawów płatności");
        PaymentRunView first = proposed("15.00");
        company.asPerson(treasurer, () -> {
            cancel.cancel(first.id(), "Za wcześnie", null);
            return null;
        });
        PaymentRunView second = proposed("20.00");
        assertThat(numbers("")).containsExactly(second.number(), first.number());
        assertThat(numbers("sort=number")).containsExactly(first.number(), second.number());
        assertThat(numbers("state=PROPOSED")).containsExactly(second.number());
        assertThat(numbers("state=PROPOSED&state=CANCELLED")).hasSize(2);
        assertThat(numbers("text=" + first.number())).containsExactly(first.number());
        assertThat(numbers("dueTo=2020-01-01")).isEmpty();
        assertThat(numbers("limit=1&sort=-due")).hasSize(1);
        assertThat(reader.page(get("/payment-runs"), "en"))
                .contains(second.number(), "Proposed", "Cancelled", "2 found");
        String csv = text("/lists/payment-runs/export.csv?state=PROPOSED");
        assertThat(csv)
                .startsWith("\ufeffNumber;State;Paid from;")
                .contains(";35,00;PLN")
                .hasLineCount(2);
        TestReader stranger = TestReader.of(mvc, company, treasurer, Set.of(Duty.BELONG_TO_COMPANY));
        assertThat(stranger.ask(get("/api/v1/payment-runs")).getStatus()).isEqualTo(403);
    }

    private PaymentRunView proposed(String amount) {
        payables.owed(company, supplier, amount);
        return company.asPerson(
                treasurer, () -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), account, null)));
    }

    private List<String> numbers(String query) {
        return JsonPath.read(text("/api/v1/payment-runs?" + query), "$.items[*].number");
    }

    private String text(String address) {
        return new String(reader.ask(get(address)).getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
