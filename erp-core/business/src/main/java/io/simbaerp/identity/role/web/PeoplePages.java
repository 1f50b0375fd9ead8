package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.architecture.Permission;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.identity.role.Roles;
import io.simbaerp.identity.separation.DutyConflict;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts people, roles and duties into words. */
@Component
class PeoplePages {

    /** Somebody in the list, with the roles they hold. */
    record Row(UUID id, String name, String login, boolean active, List<Held> roles) {}

    /** A role somebody holds; its limits in words, or nothing. */
    record Held(
            String code,
            String name,
            @Nullable String limits,
            boolean working,
            @Nullable String upTo,
            String costCentres,
            String documentTypes) {}

    /** A duty and why it is held. */
    record Why(String duty, String name, List<String> because) {}

    /** A choice. */
    record Choice(String code, String name, boolean chosen) {}

    /** A conflict the grant would make. */
    record Clash(UUID id, String one, String other, String reason) {}

    /** The page of everybody. */
    record AllPage(List<Row> rows, boolean mayAdminister) {}

    /**
     * The page of one person.
     *
     * @param waiting whether they were let in here and have not chosen a password yet
     * @param clashes what the grant that was tried would put into one hand; empty if none was or it makes none
     */
    record OnePage(
            Row person,
            boolean waiting,
            List<Why> duties,
            List<Choice> roles,
            GrantForm form,
            List<Clash> clashes,
            boolean mayAdminister,
            boolean self) {}

    /** The form of a new person. */
    record NewPage(PersonForm form, List<Choice> roles) {}

    /** A role with what it bundles. */
    record RoleRow(String code, String name, List<String> duties, int holders) {}

    /** The page of all roles. */
    record RolesPage(List<RoleRow> rows, boolean mayAdminister) {}

    private final RuleTexts texts;
    private final Formats formats;
    private final CurrentCompany currentCompany;
    private final CurrentActor currentActor;
    private final Permission permission;

    PeoplePages(
            RuleTexts texts,
            Formats formats,
            CurrentCompany currentCompany,
            CurrentActor currentActor,
            Permission permission) {
        this.texts = texts;
        this.formats = formats;
        this.currentCompany = currentCompany;
        this.currentActor = currentActor;
        this.permission = permission;
    }

    AllPage all(List<PersonView> people) {
        return new AllPage(people.stream().map(this::row).toList(), permission.has(Duty.ADMINISTER));
    }

    OnePage one(
            PersonView person,
            boolean waiting,
            List<Roles.RoleView> roles,
            GrantForm form,
            List<DutyConflict> clashes) {
        return new OnePage(
                row(person),
                waiting,
                duties(person),
                choices(roles, form.role()),
                form,
                clashes.stream().map(this::clash).toList(),
                permission.has(Duty.ADMINISTER),
                currentActor.actor().userId().filter(person.id()::equals).isPresent());
    }

    NewPage entry(PersonForm form, List<Roles.RoleView> roles) {
        return new NewPage(form, choices(roles, form.role()));
    }

    RolesPage roles(List<Roles.RoleView> roles) {
        return new RolesPage(
                roles.stream()
                        .map(role -> new RoleRow(
                                role.code(),
                                named(role.nameEn(), role.namePl()),
                                role.duties().stream().map(this::duty).toList(),
                                role.holders()))
                        .toList(),
                permission.has(Duty.ADMINISTER));
    }

    private List<Choice> choices(List<Roles.RoleView> roles, @Nullable String chosen) {
        return roles.stream()
                .map(role -> new Choice(
                        role.code(),
                        named(role.nameEn(), role.namePl()),
                        role.code().equals(chosen)))
                .toList();
    }

    private List<Why> duties(PersonView person) {
        Map<Duty, List<String>> because = new LinkedHashMap<>();
        person.duties().stream()
                .sorted(Comparator.comparing(PersonView.HeldDuty::duty))
                .forEach(held -> because.computeIfAbsent(held.duty(), duty -> new ArrayList<>())
                        .add(because(held)));
        return because.entrySet().stream()
                .map(entry -> new Why(entry.getKey().name(), duty(entry.getKey()), entry.getValue()))
                .toList();
    }

    private String because(PersonView.HeldDuty held) {
        String limits = limits(held.limits());
        return named(held.nameEn(), held.namePl()) + (limits == null ? "" : ", " + limits);
    }

    private Row row(PersonView person) {
        return new Row(
                person.id(),
                person.name(),
                person.login(),
                person.active(),
                person.roles().stream().map(this::held).toList());
    }

    private Held held(PersonView.HeldRole role) {
        Long upTo = role.limits().hundredths();
        return new Held(
                role.code(),
                named(role.nameEn(), role.namePl()),
                limits(role.limits()),
                role.working(),
                upTo == null ? null : BigDecimal.valueOf(upTo, 2).toPlainString(),
                joined(role.limits().costCentres()),
                joined(role.limits().documentTypes()));
    }

    private @Nullable String limits(DutyLimit limits) {
        List<String> parts = new ArrayList<>();
        if (limits.hundredths() != null) {
            Money money = new Money(
                    BigDecimal.valueOf(limits.hundredths(), 2),
                    currentCompany.get().baseCurrency());
            parts.add(texts.message("identity.limit-up-to", List.of(formats.money(money))));
        }
        if (!limits.costCentres().isEmpty()) {
            parts.add(texts.message("identity.limit-at", List.of(joined(limits.costCentres()))));
        }
        if (!limits.documentTypes().isEmpty()) {
            parts.add(texts.message("identity.limit-on", List.of(joined(limits.documentTypes()))));
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private Clash clash(DutyConflict conflict) {
        return new Clash(
                conflict.id(),
                duty(conflict.one()),
                duty(conflict.other()),
                conflict.words() != null
                        ? conflict.words()
                        : texts.message("identity.conflict." + conflict.reason(), List.of()));
    }

    private String duty(Duty duty) {
        return texts.message("duty." + duty.name(), List.of());
    }

    private static String joined(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }

    private static String named(String english, String polish) {
        return LocaleContextHolder.getLocale().getLanguage().equals("pl") ? polish : english;
    }
}
