package io.simbaerp.reporting.books;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What all reports on the books are asked: days, cost centre, what was known when. */
@Component
public class BookInputs {

    private final CostCentres costCentres;
    private final ReportWords words;
    private final CurrentCompany currentCompany;

    BookInputs(CostCentres costCentres, ReportWords words, CurrentCompany currentCompany) {
        this.costCentres = costCentres;
        this.words = words;
        this.currentCompany = currentCompany;
    }

    /** The first day; the month's if none is asked for. */
    public LocalDate from(ReportRequest request) {
        return request.day("from", request.today().withDayOfMonth(1));
    }

    /** The last day; the end of the first day's month if none is asked for. */
    public LocalDate to(ReportRequest request) {
        LocalDate from = from(request);
        return request.day("to", from.withDayOfMonth(from.lengthOfMonth()));
    }

    /** @throws NotFound if there is no such cost centre */
    public Extract extract(ReportRequest request) {
        String costCentre = request.text("costCentre");
        if (costCentre != null && costCentres.find(costCentre).isEmpty()) {
            throw new NotFound("cost-centre", costCentre);
        }
        return new Extract(costCentre, request.moment("known"));
    }

    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> inputs = new ArrayList<>(words.period(from(request), to(request)));
        inputs.add(costCentre(request));
        inputs.add(words.known(request));
        return inputs;
    }

    public ReportInput costCentre(ReportRequest request) {
        List<ReportInput.Option> options = new ArrayList<>();
        options.add(new ReportInput.Option("", words.word("costCentre.none")));
        costCentres
                .all()
                .forEach(centre -> options.add(
                        new ReportInput.Option(centre.code(), centre.code() + " " + centre.name(request.language()))));
        return words.choiceOf("costCentre", request.text("costCentre", ""), options);
    }

    /** Currency, days and what was left out. */
    public List<String> facts(LocalDate from, LocalDate to, Extract extract) {
        List<String> facts = new ArrayList<>();
        facts.add(currentCompany.get().name());
        facts.add(currency());
        facts.add(words.days(from, to));
        String costCentre = extract.costCentre();
        if (costCentre != null) {
            facts.add(words.word("only-cost-centre", costCentre));
        }
        Instant knownOn = extract.knownOn();
        if (knownOn != null) {
            facts.add(words.knownOn(knownOn));
        }
        return facts;
    }

    public String currency() {
        return currentCompany.get().baseCurrency().code();
    }

    /** The lines of accounts in a period: where a figure leads. */
    public static String lines(String accounts, LocalDate from, LocalDate to, ReportRequest request) {
        ReportRequest asked = new ReportRequest(Map.of(), request.today(), request.zone(), request.language())
                .with("from", from)
                .with("to", to)
                .with("costCentre", request.text("costCentre"))
                .with("known", request.text("known"));
        return accounts.contains(",")
                ? "/reports/general-ledger?" + asked.with("accounts", accounts).query()
                : "/reports/account-statement?"
                        + asked.with("account", accounts).query();
    }
}
