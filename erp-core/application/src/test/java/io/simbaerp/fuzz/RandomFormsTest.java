package io.simbaerp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.isolation.Office;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import io.simbaerp.walls.Doors.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Every form of every page is posted as no page would post it, by somebody who may do everything, in a company of its own. A
 * form added later is in here without anybody adding it.
 */
@StoryTest
class RandomFormsTest {

    private static final long SEED = Long.getLong("simba.fuzz.seed", 20261123);
    private static final int ROUNDS = Integer.getInteger("simba.fuzz.rounds", 20);

    /** The long form ({@code ./simba prove forms}) goes on until so many minutes are over. */
    private static final int MINUTES = Integer.getInteger("simba.fuzz.minutes", 0);

    private static final Duration SLOW = Duration.ofSeconds(10);
    private static final Pattern ID =
            Pattern.compile("/([a-z-]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z-]{4,20})[\"/?]");

    @Autowired
    ApplicationContext application;

    /** By these somebody may lose what the own role allows: they come last. */
    private static final Set<String> MAY_END_IT = Set.of("/people/{id}/roles/{role}/revoke", "/separation/conflicts");

    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Door> reached = new TreeSet<>(Comparator.comparing(Door::toString));
    private Duration slowest = Duration.ZERO;

    @Test
    void noFormFailsOnOurSideWhateverIsPosted() {
        PageUser person = Office.anotherCompany(application, "f", "9990088006");
        Doors doors = Doors.of(application);
        List<Door> forms =
                doors.all().stream().filter(door -> door.kind() == Kind.FORM).toList();
        RandomForms random = new RandomForms(ids(person, doors), new Random(SEED));
        post(forms.stream().filter(form -> !MAY_END_IT.contains(form.pattern())).toList(), random, person, MINUTES);
        assertThat(person.get("/tasks").status()).as("still signed in").isEqualTo(200);
        post(forms.stream().filter(form -> MAY_END_IT.contains(form.pattern())).toList(), random, person, 0);
        int posts = byStatus.values().stream().mapToInt(count -> count).sum();
        System.out.println("Fuzzed forms: " + forms.size() + " forms, " + posts + " posts, "
                + reached.size() + " forms got as far as their rules; by status " + byStatus + "; slowest "
                + slowest.toMillis() + " ms; seed " + SEED);
        failures.stream().limit(30).forEach(System.out::println);
        assertThat(failures).isEmpty();
        assertThat(reached.size()).isGreaterThan(forms.size() / 2);
    }

    private void post(List<Door> forms, RandomForms random, PageUser person, int minutes) {
        Instant until = Instant.now().plus(Duration.ofMinutes(minutes));
        for (int round = 0; round < ROUNDS || Instant.now().isBefore(until); round++) {
            for (Door form : forms) {
                RandomForms.Made made = random.make(form);
                Instant before = Instant.now();
                PageUser.Answer answer = person.postAsIs(made.path(), made.body(), made.contentType());
                Duration took = Duration.between(before, Instant.now());
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
                byStatus.merge(answer.status(), 1, Integer::sum);
                if (answer.status() < 400 || answer.status() == 409 || answer.status() == 422) {
                    reached.add(form);
                }
                if (answer.status() >= 500 || took.compareTo(SLOW) > 0) {
                    failures.add(answer.status() + " after " + took.toMillis() + " ms: " + made.words());
                }
            }
        }
    }

    /** What the pages of the company link to, by the word before the id. */
    private static Map<String, List<String>> ids(PageUser person, Doors doors) {
        Map<String, List<String>> ids = new TreeMap<>();
        for (Door page : doors.all()) {
            if (page.kind() == Kind.PAGE && page.variables().isEmpty()) {
                Matcher found = ID.matcher(person.get(page.pattern()).text());
                while (found.find()) {
                    ids.computeIfAbsent(found.group(1), word -> new ArrayList<>())
                            .add(found.group(2));
                }
            }
        }
        assertThat(ids).containsKeys("documents", "tasks", "people");
        return ids;
    }
}
