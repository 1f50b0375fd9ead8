package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.policy.BookPolicies;
import io.simbaerp.ledger.policy.BookingDay;
import io.simbaerp.ledger.policy.SetBookingDay;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Which day is told as the booking date, and both days where an entry was recorded after its period. */
@ModuleTest
class BookPolicyModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    JournalEntries entries;

    @Autowired
    BookPolicies policies;

    @Autowired
    SetBookingDay set;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    MockMvc mvc;
    TestCompany company;

    @BeforeEach
    void openBooks() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        company = companyWithBooks(companies, install);
    }

    @Test
    void theCompanySaysWhichDayIsTheBookingDateAndTheTrailKeepsIt() throws Exception {
        assertThat(company.as(policies::bookingDay)).isEqualTo(BookingDay.RECORDING_DAY);
        perform(get("/ledger/policy")).andExpect(content().string(not(containsString("??"))));
        perform(post("/ledger/policy").param("bookingDay", "POSTING_DAY")).andExpect(status().is3xxRedirection());
        perform(get("/api/v1/book-policy")).andExpect(jsonPath("$.bookingDay").value("POSTING_DAY"));
        LocalDate posted = DAY.minusMonths(1);
        assertThat(company.as(policies::bookingDay).of(DAY, posted)).isEqualTo(posted);
        perform(put("/api/v1/book-policy")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"bookingDay\":\"RECORDING_DAY\"}"))
                .andExpect(status().isOk());
        assertThat(company.as(policies::bookingDay).of(DAY, posted)).isEqualTo(DAY);
        long told = company.inTransaction(() -> jdbc.sql(
                        "select count(*) from audit.business_event where company_id = ? and changes::text like ?")
                .params(company.id().value(), "%POSTING_DAY%")
                .query(Long.class)
                .single());
        assertThat(told).isGreaterThan(0);
    }

    @Test
    void theJournalShowsBothDaysOfAnEntryRecordedAfterItsPeriod() throws Exception {
        company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
        company.as(() -> post.post(entry(
                "PK", DAY.minusMonths(1), EntryKind.ORDINARY, "late", debit("100-01", "50"), credit("130-01", "50"))));
        assertThat(company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 10)))
                .extracting(JournalEntries.EntryRow::recordedLate)
                .containsExactly(null, DAY);
        perform(get("/ledger/entries")).andExpect(content().string(containsString("recorded ")));
        assertThat(booked()).containsExactly(DAY, DAY);
        company.run(() -> set.set(BookingDay.POSTING_DAY));
        assertThat(booked()).containsExactly(DAY, DAY.minusMonths(1));
    }

    private List<LocalDate> booked() {
        Journal.Filter all = new Journal.Filter(null, DAY.minusYears(1), DAY, Extract.WHOLE);
        return company.as(() -> journal.entries(all, null, 10)).items().stream()
                .map(Journal.Entry::bookedOn)
                .toList();
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) {
        return company.as(() -> {
            try {
                return mvc.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
