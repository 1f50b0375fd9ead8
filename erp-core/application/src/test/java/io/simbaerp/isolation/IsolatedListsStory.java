package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.isolation.Asking.Answered;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.ListFilter;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is asked for by words, filters, places in a list and fields of a form stays within the company as well. */
@StoryTest
class IsolatedListsStory {

    /** Lists whose records programs know by a longer name. */
    private static final Map<String, String> PROGRAMS = Map.of("/expenses", "/expense-claims");

    /** What fields that hold ids mean; one that isn't here fails the test. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("ids", "documents/id"),
            Map.entry("party", "parties/id"),
            Map.entry("task", "tasks/id"),
            Map.entry("document", "documents/id"),
            Map.entry("documentId", "documents/id"),
            Map.entry("accountId", "bank-accounts/id"),
            Map.entry("after", "intake/id"),
            Map.entry("conflict", "exceptions/id"),
            Map.entry("person", "people/id"),
            Map.entry("personId", "people/id"),
            Map.entry("user", "people/id"),
            Map.entry("substitute", "people/id"),
            Map.entry("superior", "people/id"),
            Map.entry("userId", "people/id"),
            Map.entry("lines[].partyId", "parties/id"),
            Map.entry("partyId", "parties/id"),
            Map.entry("take", "open-items/id"),
            Map.entry("items[].openItemId", "open-items/id"),
            Map.entry("copy", "journal-entries/id"),
            Map.entry("draft", "entry-drafts/draft"),
            Map.entry("proposal", "entry-proposals/id"),
            Map.entry("key", "entry-drafts/draft"),
            Map.entry("id", "parties/id"));

    @Autowired
    ApplicationContext application;

    private Doors doors;
    private Office office;
    private Verdicts verdicts;
    private PathIds ours;
    private PathIds theirs;
    private Asking everybody;
    private Map<String, String> before;

    @BeforeEach
    void open() throws SQLException {
        doors = Doors.of(application);
        office = Office.of(application);
        verdicts = new Verdicts(office.theirIdsAlone(), office.theirs().mark());
        ours = new PathIds(office.ourHoldings());
        theirs = new PathIds(office.theirHoldings());
        everybody = office.everybodyOfOurs();
        before = office.theirHoldings().digest();
    }

    @Test
    void whateverIsReadSaysNothingOfThem() throws SQLException {
        for (Door door : doors.all()) {
            if (door.reads()) {
                for (Map<String, String> values : ours.valuesFor(door)) {
                    read(door, values, Map.of());
                }
            }
        }
        done("doors read with our own ids");
    }

    @Test
    void searchFiltersSortingPlacesAndFilesStayWithinTheCompany() throws SQLException {
        int lists = 0;
        for (ListSource source : sources()) {
            lists++;
            String path = source.descriptor().path();
            for (Door door : doors.all()) {
                boolean itsList = door.pattern().equals(path) || door.pattern().equals("/api/v1" + path);
                boolean itsFile = door.pattern().startsWith("/lists/{list}/export");
                if (door.reads() && (itsList || itsFile)) {
                    ask(door, source);
                }
            }
        }
        done("requests to " + lists + " lists and their files");
    }

    private void ask(Door door, ListSource source) {
        Map<String, String> values = Map.of("list", source.descriptor().key());
        for (String text : List.of(office.theirs().mark(), "TWIN", "Dostawca")) {
            read(door, values, Map.of("text", text));
        }
        for (ListFilter filter : source.descriptor().filters()) {
            if (filter.kind() == ListFilter.Kind.ID) {
                for (String id : theirs.oneOfEach()) {
                    nothingMore(door, values, filter.key(), id);
                }
            } else if (filter.kind() == ListFilter.Kind.TEXT || filter.kind() == ListFilter.Kind.CHOICE_OR_OTHER) {
                read(door, values, Map.of(filter.key(), office.theirs().mark()));
            } else {
                filter.values().forEach(value -> read(door, values, Map.of(filter.key(), value)));
            }
        }
        source.descriptor().columns().forEach(column -> List.of("", "-")
                .forEach(direction -> read(door, values, Map.of("sort", direction + column.key()))));
        read(
                door,
                values,
                Map.of(
                        "after",
                        place("/api/v1"
                                + PROGRAMS.getOrDefault(
                                        source.descriptor().path(),
                                        source.descriptor().path()))));
    }

    /** Filtered by what is theirs, a list is as empty as filtered by what doesn't exist. */
    private void nothingMore(Door door, Map<String, String> values, String filter, String id) {
        String nowhere = UUID.randomUUID().toString();
        Answered theirsAsked = read(door, values, Map.of(filter, id));
        Answered random = everybody.ask(door, values, Map.of(filter, nowhere));
        // The trail shows that we asked for their record in vain: that is ours.
        if (values.containsValue("audit-trail") || door.pattern().endsWith("/audit-trail")) {
            return;
        }
        if (door.pattern().startsWith("/api/") || door.pattern().endsWith(".csv")) {
            verdicts.same(door + " by " + filter, theirsAsked, id, random, nowhere);
        }
    }

    /** The place after the first row of their own list. */
    private String place(String path) {
        return office.theirs()
                .rest("everybody")
                .get(path + "?limit=1")
                .expect(200)
                .get("next");
    }

    @Test
    void fieldsOfFormsAndBodiesTakeNothingOfTheirs() throws SQLException {
        List<String> unknown = new ArrayList<>();
        int fields = 0;
        for (Door door : doors.all()) {
            for (DoorInput input : door.inputs()) {
                if (input.place() == Place.PATH || !holdsAnId(input)) {
                    continue;
                }
                String meaning = FIELDS.get(input.name());
                if (meaning == null) {
                    unknown.add(door + " " + input.name());
                    continue;
                }
                fields++;
                take(door, input.name(), theirs.first(meaning));
            }
        }
        assertThat(unknown).isEmpty();
        done("answers to " + fields + " fields");
    }

    private static boolean holdsAnId(DoorInput input) {
        return input.type() == UUID.class
                || input.name().endsWith("Id")
                        && input.type() == String.class
                        && !Set.of("requestId", "taxId", "merchantTaxId").contains(input.name());
    }

    private void take(Door door, String field, String id) {
        Map<String, String> values = ours.valuesFor(door).get(0);
        String nowhere = UUID.randomUUID().toString();
        // Once to have done it, if it is done: the two that are compared then find the same.
        everybody.ask(door, values, Map.of(field, UUID.randomUUID().toString()));
        Answered random = everybody.ask(door, values, Map.of(field, nowhere));
        Map<String, String> given = Map.of(field, id);
        Answered answer = everybody.ask(door, values, given);
        List<String> said = new ArrayList<>(values.values());
        said.add(id);
        verdicts.saysNothing(door + " with " + field, answer, said);
        verdicts.same(door + " with " + field, answer, id, random, nowhere);
    }

    @Test
    void bulkActionsFindNothingOfTheirs() throws SQLException {
        int actions = 0;
        for (ListSource source : sources()) {
            for (BulkAction action : source.actions()) {
                for (Door door : doors.all()) {
                    if (door.pattern().startsWith("/lists/{list}/bulk/")) {
                        actions++;
                        Map<String, String> values =
                                Map.of("list", source.descriptor().key(), "action", action.key());
                        for (String id : theirs.oneOfEach()) {
                            Map<String, String> given = Map.of("ids", id, "reason", "Because", "seen-" + id, "seen");
                            Answered answer = everybody.ask(door, values, given);
                            verdicts.saysNothing(door + " " + values, answer, given.values());
                            if (answer.text().contains("<tr") && answer.text().contains("/" + id)) {
                                verdicts.wrong(door + " " + values + " lists " + id);
                            }
                        }
                    }
                }
            }
        }
        assertThat(actions).isPositive();
        done("bulk requests");
    }

    @Test
    void keysFilesAndNumbersAreEachCompanysOwn() throws SQLException {
        RestUser accountant = office.ours().rest("accountant");
        byte[] theirsAlone = ("Only here: " + office.theirs().mark()).getBytes(StandardCharsets.UTF_8);
        RestUser.Answer same = accountant.upload(theirsAlone, "mine.txt", "").expect(201);
        assertThat(same.get("id")).isNotIn(office.theirHoldings().everyId());
        assertThat(same.text()).doesNotContain(office.theirs().mark() + ".txt");
        RestUser.Answer keyed = accountant.upload(
                ("Under the key: " + office.ours().mark()).getBytes(StandardCharsets.UTF_8), "k.txt", Twin.SAME_KEY);
        assertThat(keyed.status()).isEqualTo(200);
        accountant.upload(theirsAlone, "mine.txt", Twin.SAME_KEY).expect(409);

        String numbers = "select number from document.document where number is not null order by 1 limit 5";
        assertThat(office.ourHoldings().ids(numbers))
                .hasSize(5)
                .isEqualTo(office.theirHoldings().ids(numbers));
        assertThat(office.ourHoldings().ids("select number from payment.payment_run order by 1"))
                .isEqualTo(office.theirHoldings().ids("select number from payment.payment_run order by 1"));
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
    }

    private Collection<ListSource> sources() {
        return application.getBeansOfType(ListSource.class).values();
    }

    private Answered read(Door door, Map<String, String> values, Map<String, String> given) {
        Map<String, String> said = new LinkedHashMap<>(values);
        said.putAll(given);
        Answered answer = everybody.ask(door, values, given);
        verdicts.saysNothing(door + " " + said, answer, said.values());
        return answer;
    }

    private void done(String what) throws SQLException {
        System.out.println("Isolation: " + verdicts.asked() + " " + what + " " + verdicts.statuses());
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(Office.differences(before, office.theirHoldings().digest())).isEmpty();
    }
}
