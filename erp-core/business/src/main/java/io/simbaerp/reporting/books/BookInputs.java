package io.simbaerp.reporting.books;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.CostCentres;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What all reports on the books are asked: days, cost centre, what was known when. */
@Component
public class BookInputs {

    /** What the names of inputs for axes begin with. */
    static final String AXIS = "axis.";

    private static final int MOST = 200;

    private final CostCentres costCentres;
    private final Axes axes;
    private final ReportWords words;
    private final CurrentCompany currentCompany;

    BookInputs(CostCentres costCentres, Axes axes, ReportWords words, CurrentCompany currentCompany) {
        this.costCentres = costCentres;
        this.axes = axes;
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

    /** @throws NotFound if there is no such cost centre, axis or value */
    public Extract extract(ReportRequest request) {
        String costCentre = request.text("costCentre");
        if (costCentre != null && costCentres.find(costCentre).isEmpty()) {
            throw new NotFound("cost-centre", costCentre);
        }
        Map<String, String> dimensions = new TreeMap<>();
        for (Map.Entry<String, String> asked : request.asked().entrySet()) {
            if (asked.getKey().startsWith(AXIS)) {
                String axis = asked.getKey().substring(AXIS.length());
                String number = asked.getValue().strip();
                if (axes.values(axis, number, null, MOST).stream()
                        .noneMatch(value -> value.code().equals(number))) {
                    throw new NotFound("axis-value", axis + " " + number);
                }
                dimensions.put(axis, number);
            }
        }
        return new Extract(costCentre, dimensions, request.moment("known"));
    }

    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> inputs = new ArrayList<>(words.period(from(request), to(request)));
        inputs.add(costCentre(request));
        inputs.addAll(axes(request));
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

    /** A choice for each axis in use. */
    public List<ReportInput> axes(ReportRequest request) {
        return axes.choices().stream()
                .map(choice -> {
                    String name = AXIS + choice.axis().code();
                    List<ReportInput.Option> options = new ArrayList<>();
                    options.add(new ReportInput.Option("", words.word("axis.none")));
                    choice.values()
                            .forEach(value -> options.add(new ReportInput.Option(
                                    value.code(), value.code() + " " + value.name(request.language()))));
                    return ReportInput.choice(
                            name, choice.axis().name(request.language()), request.text(name, ""), options);
                })
                .toList();
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
        extract.dimensions().forEach((axis, number) -> facts.add(axis + " " + number));
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
        for (Map.Entry<String, String> one : request.asked().entrySet()) {
            asked = one.getKey().startsWith(AXIS) ? asked.with(one.getKey(), one.getValue()) : asked;
        }
        return accounts.contains(",")
                ? "/reports/general-ledger?" + asked.with("accounts", accounts).query()
                : "/reports/account-statement?"
                        + asked.with("account", accounts).query();
    }
}
