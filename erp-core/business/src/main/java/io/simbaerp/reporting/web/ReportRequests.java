package io.simbaerp.reporting.web;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.reporting.ReportRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what was asked of a report out of an address. */
@Component
class ReportRequests {

    private final BusinessDay businessDay;
    private final CurrentCompany currentCompany;

    ReportRequests(BusinessDay businessDay, CurrentCompany currentCompany) {
        this.businessDay = businessDay;
        this.currentCompany = currentCompany;
    }

    ReportRequest of(MultiValueMap<String, String> asked, Locale language) {
        return new ReportRequest(
                asked.toSingleValueMap(),
                businessDay.today(),
                currentCompany.get().timeZone(),
                language.getLanguage());
    }

    String currency() {
        return currentCompany.get().baseCurrency().code();
    }
}
