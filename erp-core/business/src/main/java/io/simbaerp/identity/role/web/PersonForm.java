package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.UserDraft;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody to be let in, as entered. */
record PersonForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String password,
        @Nullable String language,
        @Nullable String role) {

    private static final int SHORTEST_PASSWORD = 12;

    /** @throws RuleViolation user.password-too-short, and what {@link #draft(String)} refuses with */
    UserDraft draft() {
        String chosen = password;
        if (chosen == null || chosen.length() < SHORTEST_PASSWORD) {
            throw RuleViolation.ofField("password", "user.password-too-short", SHORTEST_PASSWORD);
        }
        return draft(chosen);
    }

    /** Whether the person is to choose the password. */
    boolean withoutPasswordYet() {
        return password == null || password.isEmpty();
    }

    /** @throws RuleViolation user.name-missing, user.role-unknown, user.language-unknown */
    UserDraft draft(String chosen) {
        if (name == null || name.isBlank()) {
            throw RuleViolation.ofField("name", "user.name-missing");
        }
        if (role == null || role.isBlank()) {
            throw RuleViolation.ofField("role", "user.role-unknown", "");
        }
        String spoken = language == null || language.isBlank() ? "pl" : language;
        if (!Set.of("en", "pl").contains(spoken)) {
            throw RuleViolation.ofField("language", "user.language-unknown", spoken);
        }
        return new UserDraft(login == null ? "" : login, name.strip(), chosen, spoken, Set.of(role));
    }

    /** What may be shown again. */
    PersonForm withoutPassword() {
        return new PersonForm(login, name, null, language, role);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "PersonForm[" + login + "]";
    }
}
