package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.PageUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A request fills the declared components of records and nothing else. What says for whom, by whom and in which company
 * something is done never comes from there: it comes from the session or token.
 */
@StoryTest
class BoundFieldsTest {

    private static final Pattern NEVER_BOUND = Pattern.compile(
            "(?i)(company|companyId|onlyCompany|actor|userId|createdBy|createdAt|postedBy|decidedBy|approvedBy|passwordHash"
                    + "|sha256|duties|contentHashOf|tenant)");

    private static final Set<Place> BOUND = Set.of(Place.BODY, Place.FORM, Place.QUERY);

    @Autowired
    ApplicationContext application;

    @Autowired
    Simba simba;

    @Test
    void nothingThatSaysWhoOrForWhomIsTakenFromARequest() {
        List<String> bound = new ArrayList<>();
        int fields = 0;
        for (Door door : Doors.of(application).all()) {
            for (DoorInput input : door.inputs()) {
                if (!BOUND.contains(input.place()) || door.reads()) {
                    continue;
                }
                fields++;
                String last = input.name().replaceAll(".*[.\\]]", "");
                if (NEVER_BOUND.matcher(last).matches() && !isAdministration(door)) {
                    bound.add(door + " takes " + input.name());
                }
            }
        }
        System.out.println("Bound fields: " + fields + " in requests that change something");
        assertThat(bound).isEmpty();
        assertThat(fields).isGreaterThan(100);
    }

    @Test
    void whatIsBoundIsARecord() {
        List<String> open = new ArrayList<>();
        for (Door door : Doors.of(application).all()) {
            for (DoorInput input : door.inputs()) {
                boolean whole = input.name().isEmpty() && (input.place() == Place.BODY || input.place() == Place.FORM);
                if (whole && !isPlain(input.type())) {
                    open.add(door + " binds " + input.type().getName());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aFieldNamedAsIfItWereAListIsRefusedInWords() {
        PageUser.Answer answer = PageUser.signIn(simba.url(), "accountant", "accountant")
                .post("/parties/new", Map.of("name", List.of("Kram"), "version[a]", List.of("1")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("version");
    }

    @Test
    void aFieldOfAFieldThatHasNoneIsRefused() {
        PageUser.Answer answer = PageUser.signIn(simba.url(), "admin", "admin")
                .post("/people", Map.of("name", List.of("Kram"), "login.name.name.name", List.of("*")));

        assertThat(answer.status()).isEqualTo(400);
    }

    /** Granting duties to a role is what these pages are for; they ask for the duty to administer. */
    private static boolean isAdministration(Door door) {
        return door.pattern().contains("/roles") || door.pattern().contains("/people");
    }

    private static boolean isPlain(Class<?> type) {
        return type == String.class || type == byte[].class || type.isEnum() || Number.class.isAssignableFrom(type);
    }
}
