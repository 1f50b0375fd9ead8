package io.simbaerp.audit.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.audit.person.PersonKeyState;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts what the trail holds into the reader's words: fields, values, actors, reasons. */
@Component
class TrailWords {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*[+-]\\d\\d:\\d\\d");
    private static final Pattern NAME = Pattern.compile("[A-Za-z]+([_-][A-Za-z]+)*");
    private static final Pattern ACTOR = Pattern.compile("(person|process|route|system):.+");

    /** Where other bundles have the words for a field's values; those of all others are {@code audit.value.<field>}. */
    private static final Map<String, String> WORDS = Map.of(
            "duty", "duty.",
            "duties", "duty.",
            "document-type", "document.kind.",
            "document-types", "document.kind.",
            "kinds", "document.kind.",
            "process", "workflow.element.",
            "task-key", "workflow.element.");

    private static final String GONE = TrailWords.class.getName() + ".gone";

    private final RuleTexts texts;
    private final Formats formats;
    private final ActorNames names;
    private final PersonKeyState keys;
    private final JsonMapper json;

    TrailWords(RuleTexts texts, Formats formats, ActorNames names, PersonKeyState keys, JsonMapper json) {
        this.texts = texts;
        this.formats = formats;
        this.names = names;
        this.keys = keys;
        this.json = json;
    }

    String event(String name) {
        return texts.event(name);
    }

    /** A person's name as long as their key exists, then their id: the trail itself holds nothing else. */
    String actor(String actor) {
        Actor acting = Actor.parse(actor);
        return acting.userId().filter(gone()::contains).map(UUID::toString).orElseGet(() -> names.nameOf(acting));
    }

    /** Asked once for a page. */
    @SuppressWarnings("unchecked")
    private Set<UUID> gone() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return keys.disposedUsers();
        }
        Set<UUID> known = (Set<UUID>) request.getAttribute(GONE, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = keys.disposedUsers();
            request.setAttribute(GONE, known, RequestAttributes.SCOPE_REQUEST);
        }
        return known;
    }

    String field(String field) {
        return word("audit.field.", field);
    }

    String record(String record) {
        return word("audit.record.", record);
    }

    /** The rule a refusal was for as a sentence, anything else in the words in which it was given. */
    String reason(String reason, String outcome) {
        if (!outcome.equals("REFUSED")) {
            return reason;
        }
        int space = reason.indexOf(' ');
        String rule = space < 0 ? reason : reason.substring(0, space);
        List<String> filling =
                space < 0 ? List.of() : List.of(reason.substring(space + 1).split(" \\| "));
        if (rule.equals("duty.missing") && !filling.isEmpty()) {
            return texts.message("audit.duty-missing", List.of(word("duty.", filling.get(0))));
        }
        return rule.equals("not-found")
                ? texts.message("audit.not-found", filling)
                : texts.rule(rule, filling.stream().map(each -> value("", each)).toList());
    }

    /** The changed record with each field and, where they are told in the open, its values. */
    String summary(String recordAndFields, @Nullable Object changes) {
        if (changes == null || recordAndFields.isEmpty()) {
            return "";
        }
        String[] parts = recordAndFields.split(" ");
        JsonNode open = json.readTree(changes.toString());
        List<String> told = new ArrayList<>();
        for (int at = 1; at < parts.length; at++) {
            JsonNode change = open.get(parts[at]);
            told.add(
                    change == null
                            ? field(parts[at])
                            : field(parts[at]) + ": " + text(parts[at], change.get("old")) + " → "
                                    + text(parts[at], change.get("new")));
        }
        return record(parts[0]) + " · " + String.join("; ", told);
    }

    private String text(String field, @Nullable JsonNode value) {
        return value == null ? "–" : value(field, value.asString());
    }

    /** A value as people read it; what is nobody's word stays as it is. */
    String value(String field, @Nullable String value) {
        if (value == null) {
            return "–";
        }
        if (value.equals("true") || value.equals("false")) {
            return texts.message("audit." + value, List.of());
        }
        if (field.equals("iban")) {
            return formats.account(value);
        }
        if (ACTOR.matcher(value).matches()) {
            return actor(value);
        }
        try {
            if (DAY.matcher(value).matches()) {
                return formats.date(LocalDate.parse(value));
            }
            if (MOMENT.matcher(value).matches()) {
                return formats.instant(OffsetDateTime.parse(value).toInstant());
            }
        } catch (DateTimeException e) {
            return value;
        }
        return named(field, value);
    }

    /** Names of constants in their words, one or several; whatever has no word stays as it is. */
    private String named(String field, String value) {
        String words = WORDS.getOrDefault(field, "audit.value." + field + ".");
        if (!WORDS.containsKey(field) && !NAME.matcher(value).matches()) {
            return value;
        }
        return NAME.matcher(value).replaceAll(name -> Matcher.quoteReplacement(word(words, name.group())));
    }

    private String word(String words, String key) {
        String word = texts.message(words + key, List.of());
        return word.equals(words + key) ? key : word;
    }

    String moment(Instant at) {
        return formats.instant(at);
    }
}
