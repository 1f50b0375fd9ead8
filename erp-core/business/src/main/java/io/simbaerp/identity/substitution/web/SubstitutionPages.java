package io.simbaerp.identity.substitution.web;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.substitution.SubstitutionMode;
import io.simbaerp.identity.substitution.SubstitutionView;
import io.simbaerp.identity.substitution.Substitutions;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of substitutions shows. */
@Component
class SubstitutionPages {

    /**
     * One line: the other person's name, and what can be done.
     *
     * @param end where it is ended
     */
    record Line(
            SubstitutionView view, String other, @Nullable Money upTo, boolean mayAct, String end) {}

    /**
     * Substitutions of a colleague, with the form for another.
     *
     * @param place the page's address
     * @param back where the reader came from
     */
    record OfColleague(
            String place,
            String back,
            String name,
            List<Line> lines,
            List<Colleagues.Colleague> colleagues,
            SubstitutionDraft form,
            String currency) {}

    /**
     * The page.
     *
     * @param acting whether the reader acts for somebody just now, and so can change nothing here
     * @param currency in which limits are meant
     */
    record Shown(
            List<Line> forMe,
            List<Line> byMe,
            List<Colleagues.Colleague> colleagues,
            SubstitutionDraft form,
            boolean acting,
            String currency) {}

    private final Substitutions substitutions;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final BusinessDay businessDay;

    SubstitutionPages(
            Substitutions substitutions,
            Colleagues colleagues,
            CurrentActor currentActor,
            CurrentCompany currentCompany,
            BusinessDay businessDay) {
        this.substitutions = substitutions;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.businessDay = businessDay;
    }

    /** A form that begins today. */
    SubstitutionDraft empty() {
        return new SubstitutionDraft(null, businessDay.today(), null, null, null);
    }

    Shown page(SubstitutionDraft form) {
        Acting acting = currentActor.get();
        UUID reader = acting.actor().userId().orElse(null);
        boolean free = acting.onBehalfOf() == null;
        List<SubstitutionView> all = substitutions.all();
        return new Shown(
                all.stream()
                        .filter(each -> each.person().equals(reader))
                        .map(each -> line(each, each.substituteName(), false))
                        .toList(),
                all.stream()
                        .filter(each -> each.substitute().equals(reader))
                        .map(each ->
                                line(each, each.personName(), free && each.state() == SubstitutionView.State.WORKS))
                        .toList(),
                colleagues.holding(Duty.BELONG_TO_COMPANY).stream()
                        .filter(each -> !each.id().equals(reader))
                        .toList(),
                form,
                !free,
                currentCompany.get().baseCurrency().toString());
    }

    OfColleague ofColleague(UUID person, List<SubstitutionView> all, SubstitutionDraft form) {
        return of(person, all, form, "/people/" + person + "/substitutions", "/people/" + person);
    }

    OfColleague ofReport(UUID person, List<SubstitutionView> all, SubstitutionDraft form) {
        return of(person, all, form, "/my-people/" + person + "/substitutions", "/my-people");
    }

    private OfColleague of(UUID person, List<SubstitutionView> all, SubstitutionDraft form, String place, String back) {
        UUID reader = currentActor.get().actor().userId().orElse(null);
        List<Colleagues.Colleague> everybody = colleagues.holding(Duty.BELONG_TO_COMPANY);
        return new OfColleague(
                place,
                back,
                everybody.stream()
                        .filter(each -> each.id().equals(person))
                        .map(Colleagues.Colleague::name)
                        .findFirst()
                        .orElse(""),
                all.stream()
                        .filter(each -> each.person().equals(person))
                        .map(each -> line(each, each.substituteName(), false, place + "/"))
                        .toList(),
                everybody.stream()
                        .filter(each -> !each.id().equals(person) && !each.id().equals(reader))
                        .toList(),
                form,
                currentCompany.get().baseCurrency().toString());
    }

    private Line line(SubstitutionView view, String other, boolean mayAct) {
        return line(view, other, mayAct, "/substitutions/");
    }

    private Line line(SubstitutionView view, String other, boolean mayAct, String below) {
        Long hundredths = view.hundredths();
        Money upTo = hundredths == null
                ? null
                : new Money(
                        BigDecimal.valueOf(hundredths, 2), currentCompany.get().baseCurrency());
        return new Line(view, other, upTo, mayAct && view.mode() == SubstitutionMode.WORK, below + view.id() + "/end");
    }
}
