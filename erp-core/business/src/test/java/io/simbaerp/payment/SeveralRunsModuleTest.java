package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.party.PartyId;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Several payment runs at once: what is shown before, and what came of each. */
@ModuleTest
class SeveralRunsModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    SendPaymentRun send;

    @Autowired
    PaymentRuns runs;

    @Autowired
    WebApplicationContext context;

    private final Payables payables = new Payables();
    private final UUID treasurer = UUID.randomUUID();
    private TestCompany company;
    private UUID account;
    private PartyId supplier;
    private TestReader reader;

    @BeforeEach
    void open() {
        beans.autowireBean(payables);
        company = payables.company();
        account = payables.ownAccount(company);
        supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        reader = TestReader.of(mvc, company, treasurer, EnumSet.allOf(Duty.class));
    }

    @Test
    void eachIsSentAsItWasShownAndTheOthersSayWhyNot() {
        PaymentRunView first = proposed("15.00");
        PaymentRunView second = proposed("20.00");
        company.asPerson(treasurer, () -> {
            send.send(second.id(), null);
            return null;
        });
        String preview = bulk("send", "", first, second);
        assertThat(preview)
                .contains(first.number(), second.number(), "will be sent to approval", "it is In approval")
                .contains("name=\"seen-" + first.id() + "\" value=\"" + first.version() + "\"")
                .doesNotContain("name=\"seen-" + second.id());
        assertThat(state(first)).isEqualTo(PaymentRunState.PROPOSED);

        String result = run("send", first, "seen-" + first.id(), String.valueOf(first.version()));
        assertThat(result).contains("sent to approval", "1 of 1 done");
        assertThat(state(first)).isEqualTo(PaymentRunState.IN_APPROVAL);
    }

    @Test
    void whatChangedAfterThePreviewIsRefused() {
        PaymentRunView shown = proposed("15.00");
        company.asPerson(treasurer, () -> {
            send.send(shown.id(), null);
            return null;
        });
        assertThat(run("cancel", shown, "seen-" + shown.id(), String.valueOf(shown.version()), "reason", "Twice"))
                .contains("Somebody changed this run meanwhile", "0 of 1 done");
        assertThat(state(shown)).isEqualTo(PaymentRunState.IN_APPROVAL);
        assertThat(run("cancel", shown, "reason", "Twice")).contains("1 of 1 done");
        assertThat(state(shown)).isEqualTo(PaymentRunState.CANCELLED);
        assertThat(bulk("cancel", "", shown)).contains("it is Cancelled");
    }

    @Test
    void aStalePageOfARunIsRefusedAndItsReasonIsKept() {
        PaymentRunView shown = proposed("15.00");
        String page = reader.page(get("/payment-runs/" + shown.id()), "en");
        assertThat(page).contains("name=\"version\" value=\"" + shown.version() + "\"");
        company.asPerson(treasurer, () -> {
            send.send(shown.id(), null);
            return null;
        });
        MvcResult refused = result(post("/payment-runs/" + shown.id() + "/cancel")
                .param("version", String.valueOf(shown.version()))
                .param("comment", "Twice in it"));
        assertThat(refused.getFlashMap().get("kept")).isEqualTo("Twice in it");
        assertThat(String.valueOf(refused.getFlashMap().get("toast"))).contains("payment-run.changed-meanwhile");
        assertThat(state(shown)).isEqualTo(PaymentRunState.IN_APPROVAL);
        String again = reader.page(get("/payment-runs/" + shown.id()).flashAttr("kept", "Twice in it"), "en");
        assertThat(again).contains("name=\"comment\" required maxlength=\"500\" value=\"Twice in it\"");
    }

    private MvcResult result(MockHttpServletRequestBuilder request) {
        return reader.currentActor().as(reader.acting(), () -> {
            try {
                return reader.pages().perform(request).andReturn();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void nobodyApprovesTheirOwnProposalAndOnlyReleasedRunsHaveFiles() {
        PaymentRunView run = proposed("15.00");
        company.asPerson(treasurer, () -> {
            send.send(run.id(), null);
            return null;
        });
        assertThat(bulk("approve", "", run)).contains("0 of 1 can be done");
        assertThat(bulk("files", "", run)).contains("has no file", "0 of 1 can be done");
        TestReader stranger = TestReader.of(reader.pages(), company, treasurer, Set.of(Duty.VIEW_PAYMENT));
        for (String action : new String[] {"approve", "send", "cancel"}) {
            assertThat(stranger.ask(post("/lists/payment-runs/bulk/" + action + "/run")
                                    .param("ids", run.id().toString())
                                    .param("reason", "x"))
                            .getStatus())
                    .as(action)
                    .isEqualTo(403);
        }
        TestReader nobody = TestReader.of(reader.pages(), company, treasurer, Set.of(Duty.BELONG_TO_COMPANY));
        assertThat(nobody.ask(post("/payment-runs/files").param("ids", run.id().toString()))
                        .getStatus())
                .isEqualTo(403);
    }

    private String bulk(String action, String query, PaymentRunView... chosen) {
        var request = post("/lists/payment-runs/bulk/" + action).param("query", query);
        for (PaymentRunView run : chosen) {
            request = request.param("ids", run.id().toString());
        }
        return reader.page(request, "en");
    }

    private String run(String action, PaymentRunView run, String... fields) {
        var request = post("/lists/payment-runs/bulk/" + action + "/run")
                .param("ids", run.id().toString());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return reader.page(request, "en");
    }

    private PaymentRunState state(PaymentRunView run) {
        return company.as(() -> runs.byId(run.id()).orElseThrow().state());
    }

    private PaymentRunView proposed(String amount) {
        payables.owed(company, supplier, amount);
        return company.asPerson(
                treasurer, () -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), account, null)));
    }
}
