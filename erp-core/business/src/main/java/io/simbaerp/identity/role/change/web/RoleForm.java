package io.simbaerp.identity.role.change.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.DutyLimit;
import io.simbaerp.identity.role.GrantLimits;
import io.simbaerp.identity.role.change.RoleContent;
import io.simbaerp.identity.role.change.RoleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A role as it is filled in on its page, or sent by a program; a duty without limits reaches everywhere. */
record RoleForm(
        @Nullable String nameEn,
        @Nullable String namePl,
        @Nullable List<Held> duties,
        @Nullable String reason) {

    /** A duty and how far it shall reach. */
    record Held(
            @Nullable Duty duty,
            @Nullable String upTo,
            @Nullable String costCentres,
            @Nullable String documentTypes) {

        DutyLimit limits() {
            return GrantLimits.of(upTo, costCentres, documentTypes);
        }

        static Held of(Duty duty, DutyLimit limits) {
            Long upTo = limits.hundredths();
            return new Held(
                    duty,
                    upTo == null ? null : java.math.BigDecimal.valueOf(upTo, 2).toPlainString(),
                    joined(limits.costCentres()),
                    joined(limits.documentTypes()));
        }

        private static @Nullable String joined(java.util.Set<String> words) {
            return words.isEmpty() ? null : String.join(", ", new TreeSet<>(words));
        }
    }

    static RoleForm empty() {
        return new RoleForm(null, null, List.of(), null);
    }

    static RoleForm of(RoleContent.Kept role) {
        List<Held> duties = new ArrayList<>();
        role.duties().forEach((duty, limits) -> duties.add(Held.of(duty, limits)));
        return new RoleForm(role.nameEn(), role.namePl(), duties, null);
    }

    /** From the fields of a page: {@code duties} once for each, {@code upTo.DUTY} and so on beside. */
    static RoleForm of(Map<String, List<String>> fields) {
        List<Held> duties = new ArrayList<>();
        for (String name : fields.getOrDefault("duties", List.of())) {
            for (Duty duty : Duty.values()) {
                if (duty.name().equals(name)) {
                    duties.add(new Held(
                            duty,
                            first(fields, "upTo." + name),
                            first(fields, "costCentres." + name),
                            first(fields, "documentTypes." + name)));
                }
            }
        }
        return new RoleForm(first(fields, "nameEn"), first(fields, "namePl"), duties, first(fields, "reason"));
    }

    private static @Nullable String first(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    List<Held> held() {
        return duties == null ? List.of() : duties;
    }

    RoleDraft draft(String code) {
        Map<Duty, DutyLimit> limits = new TreeMap<>();
        held().stream()
                .filter(held -> held.duty() != null)
                .forEach(held -> limits.put(Objects.requireNonNull(held.duty()), held.limits()));
        return new RoleDraft(
                code, Objects.requireNonNullElse(nameEn, ""), Objects.requireNonNullElse(namePl, ""), limits);
    }
}
