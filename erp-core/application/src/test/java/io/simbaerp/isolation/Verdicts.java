package io.simbaerp.isolation;

import io.simbaerp.isolation.Asking.Answered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges answers: whether they say anything of the other company, and whether two say the same. */
final class Verdicts {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TOKEN =
            Pattern.compile("name=\"_csrf\"[^>]*value=\"[^\"]+\"|value=\"[^\"]+\"[^>]*name=\"_csrf\"");

    private final Set<String> theirIds;
    private final String theirMark;
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int asked;

    Verdicts(Set<String> theirIds, String theirMark) {
        this.theirIds = theirIds;
        this.theirMark = theirMark.toLowerCase(Locale.ROOT);
    }

    /** No answer may name what is theirs, but for what the request itself said. */
    void saysNothing(String request, Answered answer, Collection<String> said) {
        asked++;
        statuses.merge(answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            wrong.add(request + " failed with " + answer.status() + ": " + beginning(answer.text()));
        }
        boolean markSaid =
                said.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(theirMark));
        if (!markSaid && answer.text().toLowerCase(Locale.ROOT).contains(theirMark)) {
            wrong.add(request + " tells the other's words: " + around(answer.text()));
        }
        Matcher ids = ID.matcher(answer.text());
        while (ids.find()) {
            if (theirIds.contains(ids.group()) && said.stream().noneMatch(value -> value.contains(ids.group()))) {
                wrong.add(request + " tells the other's id " + ids.group());
            }
        }
    }

    /** An answer about theirs is the very answer about what doesn't exist. */
    void same(String request, Answered theirs, String theirId, Answered random, String randomId) {
        if (theirs.status() != random.status()
                || !plain(theirs.text(), theirId).equals(plain(random.text(), randomId))) {
            wrong.add(request + " tells theirs from what isn't there: " + theirs.status() + " "
                    + beginning(plain(theirs.text(), theirId)) + " | " + random.status() + " "
                    + beginning(plain(random.text(), randomId)));
        }
    }

    void status(String request, Answered answer, int expected) {
        if (answer.status() != expected) {
            wrong.add(request + " answered " + answer.status() + ": " + beginning(answer.text()));
        }
    }

    void wrong(String what) {
        wrong.add(what);
    }

    private static String plain(String text, String id) {
        return TOKEN.matcher(id.isEmpty() ? text : text.replace(id, "ID")).replaceAll("TOKEN");
    }

    private static String beginning(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .substring(0, Math.min(300, text.strip().replaceAll("\\s+", " ").length()));
    }

    private String around(String text) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(theirMark);
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80));
    }

    List<String> wrong() {
        wrong.stream().limit(40).forEach(System.out::println);
        return wrong;
    }

    int asked() {
        return asked;
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }
}
