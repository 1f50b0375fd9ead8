package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.isolation.Asking.Answered;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import io.simbaerp.walls.Doors.Kind;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every door is asked with the other company's ids. What it answers is what it answers about nothing at all. */
@StoryTest
class IsolationStory {

    /** Doors that nobody acts behind: they know no company. */
    private static final Set<String> OPEN =
            Set.of("/login", "/first-run", "/first-sign-in", "/language", "/error", "/mail/{link}", "/api/v1/tokens");

    /** Whoever belongs to both changes from one to the other. */
    private static final String CHANGE_OF_COMPANY = "/companies/{company}";

    /** What is put under an id of the sender's own choice exists by that. */
    private static final Set<String> PUT_UNDER_ONES_OWN_ID = Set.of("PUT /api/v1/entry-drafts/{draft}");

    /** What only a text has that was published, has a file, or was changed since; the record itself is found. */
    private static final Set<String> OF_PUBLISHED_TEXTS = Set.of(
            "GET /api/v1/controlled-documents/{id}/reading",
            "GET /api/v1/controlled-documents/{id}/versions/{version}/changes",
            "GET /api/v1/controlled-documents/{id}/versions/{version}/file",
            "GET /controlled-documents/{id}/versions/{version}/changes",
            "GET /controlled-documents/{id}/versions/{version}/file");

    @Autowired
    ApplicationContext application;

    private final Set<String> alike = new TreeSet<>();
    private Doors doors;
    private Office office;
    private Verdicts verdicts;
    private PathIds ours;
    private PathIds theirs;

    @BeforeEach
    void open() throws SQLException {
        doors = Doors.of(application);
        office = Office.of(application);
        verdicts = new Verdicts(office.theirIdsAlone(), office.theirs().mark());
        ours = new PathIds(office.ourHoldings());
        theirs = new PathIds(office.theirHoldings());
    }

    @Test
    void everyVariableOfAPathIsKnown() {
        assertThat(doors.all().stream()
                        .flatMap(door -> PathIds.unknown(door).stream().map(meaning -> door + " " + meaning)))
                .isEmpty();
    }

    @Test
    void theirIdsInAPathAreNotFound() throws SQLException {
        Asking everybody = office.everybodyOfOurs();
        Asking inBoth = new Asking(office.ours().rest("director"), office.ours().session("director"));
        Map<String, String> before = office.theirHoldings().digest();
        Map<String, String> ourBefore = office.ourHoldings().digest();
        int walked = 0;
        for (Door door : withRecords()) {
            walked++;
            for (Map<String, String> values : theirs.valuesFor(door)) {
                notFound(everybody, door, values);
                if (!door.pattern().equals(CHANGE_OF_COMPANY)) {
                    notFound(
                            inBoth, door, values, "Simba-Company", office.ours().taxId());
                }
                if (door.kind() == Kind.PAGE) {
                    notFound(everybody, door, values, "HX-Request", "true");
                }
            }
            mixed(everybody, door);
        }
        assertThat(alike).as("doors that answer anything but 404").isEmpty();
        System.out.println("Isolation: " + walked + " doors with records, " + verdicts.asked() + " requests "
                + verdicts.statuses());
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
        assertThat(Office.differences(ourBefore, office.ourHoldings().digest())).isEmpty();
    }

    @Test
    void theirCompanyIsNoCompany() {
        Asking everybody = office.everybodyOfOurs();
        for (Door door : doors.all()) {
            if (OPEN.contains(door.pattern())) {
                continue;
            }
            Map<String, String> values = ours.valuesFor(door).get(0);
            Answered theirs = everybody.ask(
                    door, values, Map.of(), "Simba-Company", office.theirs().taxId());
            Answered nobodys = everybody.ask(door, values, Map.of(), "Simba-Company", "9990099999");
            verdicts.saysNothing(door + " for their company", theirs, values.values());
            verdicts.status(door + " for their company", theirs, 404);
            verdicts.same(door + " for their company", theirs, "", nobodys, "");
        }
        System.out.println("Isolation: " + verdicts.asked() + " doors asked for a company one doesn't belong to");
        assertThat(verdicts.wrong()).isEmpty();
    }

    /** The ids are right: who belongs to both and says so finds every one of them, but for what is another person's own. */
    @Test
    void whoBelongsToBothFindsWhatIsTheirsUnderTheirName() {
        Asking inBoth = new Asking(office.ours().rest("director"), office.ours().session("director"));
        Asking everybodyOfTheirs =
                new Asking(office.theirs().rest("everybody"), office.theirs().session("everybody"));
        int found = 0;
        Set<String> ofAnother = new TreeSet<>();
        Set<String> ofNobody = new TreeSet<>();
        for (Door door : withRecords()) {
            if (PathIds.ofNobody(door)) {
                ofNobody.add(door.toString());
            } else if (door.reads() && !OF_PUBLISHED_TEXTS.contains(door.toString())) {
                boolean foundByBoth = finds(inBoth, door);
                if (!foundByBoth && finds(everybodyOfTheirs, door)) {
                    ofAnother.add(door.toString());
                } else if (!foundByBoth) {
                    verdicts.wrong(door + " for their company, as somebody of theirs is never found");
                }
                found++;
            }
        }
        System.out.println("Isolation: " + found + " doors read find what is theirs, " + ofAnother.size()
                + " of them for the one whose it is alone " + ofAnother + "; no company has a record for "
                + ofNobody.size() + " of " + withRecords().size() + " doors " + ofNobody);
        assertThat(verdicts.wrong()).isEmpty();
    }

    private boolean finds(Asking somebody, Door door) {
        return theirs.valuesFor(door).stream()
                .anyMatch(values -> somebody.ask(
                                        door,
                                        values,
                                        Map.of(),
                                        "Simba-Company",
                                        office.theirs().taxId())
                                .status()
                        == 200);
    }

    private List<Door> withRecords() {
        return doors.all().stream()
                .filter(door -> !OPEN.contains(door.pattern()))
                .filter(door -> PathIds.meanings(door).stream().anyMatch(PathIds::isRecord))
                .toList();
    }

    private void notFound(Asking somebody, Door door, Map<String, String> values, String... headers) {
        String nowhere = UUID.randomUUID().toString();
        Map<String, String> missing = new LinkedHashMap<>(values);
        List<String> meanings = PathIds.meanings(door);
        String asked = "";
        for (String meaning : meanings) {
            if (PathIds.isRecord(meaning)) {
                String variable = meaning.substring(meaning.indexOf('/') + 1);
                asked = values.get(variable);
                missing.put(variable, nowhere);
            }
        }
        onlyNotFound(door, compare(somebody, door, values, missing, asked, nowhere, headers));
    }

    /**
     * Their record below one of ours, and ours below one of theirs. A rule about the one that is ours may be told first, as it
     * is told about a record nobody has.
     */
    private void mixed(Asking somebody, Door door) {
        List<String> records =
                PathIds.meanings(door).stream().filter(PathIds::isRecord).toList();
        if (records.size() < 2) {
            return;
        }
        Map<String, String> own = ours.valuesFor(door).get(0);
        Map<String, String> foreign = theirs.valuesFor(door).get(0);
        for (String record : records) {
            String variable = record.substring(record.indexOf('/') + 1);
            String nowhere = UUID.randomUUID().toString();
            Map<String, String> asked = new LinkedHashMap<>(own);
            asked.put(variable, foreign.get(variable));
            Map<String, String> missing = new LinkedHashMap<>(own);
            missing.put(variable, nowhere);
            compare(somebody, door, asked, missing, foreign.get(variable), nowhere);
        }
    }

    private void onlyNotFound(Door door, Answered answer) {
        if (answer.status() != 404 && !PUT_UNDER_ONES_OWN_ID.contains(door.toString())) {
            alike.add(door + " answers " + answer.status());
        }
    }

    private Answered compare(
            Asking somebody,
            Door door,
            Map<String, String> asked,
            Map<String, String> missing,
            String theirId,
            String nowhere,
            String... headers) {
        Answered answer = somebody.ask(door, asked, Map.of(), headers);
        Answered random = somebody.ask(door, missing, Map.of(), headers);
        String request = door + " " + asked + " " + List.of(headers);
        verdicts.saysNothing(request, answer, asked.values());
        Map<String, String> replaced = new LinkedHashMap<>(asked);
        String text = answer.text();
        for (String value : replaced.values()) {
            text = value.length() == 36 ? text.replace(value, "ID") : text;
        }
        String other = random.text();
        for (String value : missing.values()) {
            other = value.length() == 36 ? other.replace(value, "ID") : other;
        }
        verdicts.same(
                request, new Answered(answer.status(), text), theirId, new Answered(random.status(), other), nowhere);
        return answer;
    }
}
