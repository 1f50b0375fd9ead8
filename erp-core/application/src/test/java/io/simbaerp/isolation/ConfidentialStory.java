package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.Role;
import io.simbaerp.isolation.Asking.Answered;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.page.list.ListSource;
import io.simbaerp.setup.SetUpCompany;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.walls.DoorInput;
import io.simbaerp.walls.DoorInput.Place;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Somebody with every duty but those of sight asks every door for confidential documents: posted and paid, waiting for
 * approval, half coded, in quarantine. What is answered is what is answered about nothing at all.
 */
@StoryTest
class ConfidentialStory {

    /** The number of an invoice that is posted and paid: the books are full of it. */
    private static final String NUMBER = "TWIN/1";

    private static final String DOCUMENTS = "select id::text from document.document where class is not null";

    private static final Map<String, String> HIDDEN = new TreeMap<>(Map.of(
            "documents/id",
            DOCUMENTS,
            "documents/document",
            DOCUMENTS,
            "waiting-vat/document",
            DOCUMENTS,
            "kind/id",
            DOCUMENTS,
            "intake/id",
            DOCUMENTS + " and state = 'QUARANTINED'",
            "attachments/file",
            "select a.id::text from document.attachment a join document.document d on d.id = a.document_id"
                    + " where d.class is not null",
            "tasks/id",
            "select t.id::text from task.task t join document.document d on d.id = t.document_id"
                    + " where d.class is not null order by t.state = 'OPEN' desc, t.id",
            "audit-trail/id",
            "select e.id::text from audit.business_event e join document.document d on d.id = e.subject_id"
                    + " where d.class is not null order by e.position",
            "events/id",
            "select e.id::text from audit.business_event e join document.document d on d.id = e.subject_id"
                    + " where d.class is not null order by e.position"));

    /** Fields of forms and bodies that hold ids of documents or tasks. */
    private static final Map<String, String> FIELDS =
            Map.of("ids", "documents/id", "document", "documents/id", "documentId", "documents/id", "task", "tasks/id");

    /** The trail shows that we asked in vain: that is ours. */
    private static final Set<String> OURS = Set.of(
            "/audit-trail/records/{kind}/{id}",
            "/api/v1/audit-trail/persons/{kind}/{id}",
            "/api/v1/audit-trail/persons/{kind}/{id}/holds");

    private static final String SECOND = "9990088049";

    private static Twin company;
    private static Holdings holdings;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    private Doors doors;
    private Asking blind;
    private Verdicts verdicts;
    private final Map<String, List<String>> hidden = new TreeMap<>();

    @BeforeEach
    void open() throws SQLException {
        synchronized (ConfidentialStory.class) {
            if (company == null) {
                company = found();
                holdings = new Holdings(database, company.id());
            }
        }
        doors = Doors.of(application);
        blind = new Asking(company.rest("blind"), company.session("blind"));
        for (Map.Entry<String, String> one : HIDDEN.entrySet()) {
            hidden.put(one.getKey(), holdings.ids(one.getValue()));
            assertThat(hidden.get(one.getKey())).as(one.getKey()).isNotEmpty();
        }
        Set<String> ids = new HashSet<>(holdings.ids("select id::text from simba.confidential_record"));
        hidden.values().forEach(ids::addAll);
        verdicts = new Verdicts(ids, NUMBER);
    }

    private Twin found() throws SQLException {
        CurrentActor currentActor = application.getBean(CurrentActor.class);
        DefineRole defineRole = application.getBean(DefineRole.class);
        Twin found = foundTwin("c", "9990088003");
        found.fill();
        Set<Duty> allButSight = EnumSet.complementOf(EnumSet.copyOf(Duty.ofSight()));
        currentActor.run(Acting.system("test", found.id()), () -> {
            defineRole.define(new Role("blind", "Blind", "Niewidomy", allButSight));
            application.getBean(RegisterUser.class).register(Twin.person("c", "blind", Set.of()));
        });
        grant(found, "everything", "c-everybody");
        grant(found, "blind", "c-blind");
        for (String document : new Holdings(database, found.id()).ids("""
                select d.id::text from document.document d
                 where d.supplier_number in ('TWIN/1', 'TWIN/4', 'TWIN/5') or d.state = 'QUARANTINED'
                    or exists (select from document.part p where p.container_id = d.id)""")) {
            found.rest("everybody")
                    .put("/api/v1/documents/" + document + "/class", Map.of("code", "payroll", "reason", "Payroll"))
                    .expect(204);
        }
        return found;
    }

    private Twin foundTwin(String letter, String taxId) {
        return Twin.found(
                new Twin.Founding(
                        application.getBean(SetUpCompany.class),
                        application.getBean(DefineRole.class),
                        application.getBean(RegisterUser.class),
                        application.getBean(CurrentActor.class)),
                application.getBean(Simba.class),
                letter,
                taxId);
    }

    private void grant(Twin twin, String role, String login) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('simba.company', '" + twin.id() + "', false)");
            statement.execute("delete from identity.duty_conflict");
            statement.execute("insert into identity.membership (company_id, user_id, role_id, granted_by, granted_at)"
                    + " select r.company_id, u.id, r.id, 'system:test', now() from identity.role r, identity.user_account u"
                    + " where r.code = '" + role + "' and u.login = '" + login + "' and r.company_id = '" + twin.id()
                    + "'");
        }
    }

    @Test
    void theirIdsInAPathAreNotFound() throws SQLException {
        PathIds known = PathIds.ofSome(holdings);
        Map<String, String> before = holdings.digest();
        int walked = 0;
        for (Door door : doors.all()) {
            List<String> meanings = PathIds.meanings(door);
            if (meanings.stream().noneMatch(HIDDEN::containsKey)) {
                continue;
            }
            walked++;
            for (int n = 0; n < 4; n++) {
                Map<String, String> asked =
                        new LinkedHashMap<>(known.valuesFor(door).get(0));
                Map<String, String> missing = new LinkedHashMap<>(asked);
                for (String meaning : meanings) {
                    List<String> ids = hidden.get(meaning);
                    if (ids != null) {
                        String variable = meaning.substring(meaning.indexOf('/') + 1);
                        asked.put(variable, ids.get(n % ids.size()));
                        missing.put(variable, UUID.randomUUID().toString());
                    }
                }
                compare(door, asked, missing);
            }
        }
        System.out.println("Confidential: " + walked + " doors with records, " + verdicts.asked() + " requests "
                + verdicts.statuses());
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(Office.differences(before, holdings.digest())).isEmpty();
    }

    private void compare(Door door, Map<String, String> asked, Map<String, String> missing) {
        Answered answer = blind.ask(door, asked, Map.of());
        Answered random = blind.ask(door, missing, Map.of());
        verdicts.saysNothing(door + " " + asked, answer, asked.values());
        if (!OURS.contains(door.pattern())) {
            verdicts.same(
                    door + " " + asked,
                    new Answered(answer.status(), without(answer.text(), asked)),
                    "",
                    new Answered(random.status(), without(random.text(), missing)),
                    "");
        }
    }

    private static String without(String text, Map<String, String> values) {
        String plain = text;
        for (String value : values.values()) {
            plain = value.length() == 36 ? plain.replace(value, "ID") : plain;
        }
        return plain;
    }

    @Test
    void whateverIsReadLeavesThemOut() throws SQLException {
        PathIds known = PathIds.ofSome(holdings);
        for (Door door : doors.all()) {
            if (door.reads()) {
                for (Map<String, String> values : known.valuesFor(door)) {
                    verdicts.saysNothing(door + " " + values, blind.ask(door, values, Map.of()), values.values());
                }
            }
        }
        System.out.println("Confidential: " + verdicts.asked() + " doors read " + verdicts.statuses());
        assertThat(verdicts.wrong()).isEmpty();
    }

    @Test
    void listsSearchAndFilesLeaveThemOut() {
        for (ListSource source : application.getBeansOfType(ListSource.class).values()) {
            String path = source.descriptor().path();
            for (Door door : doors.all()) {
                boolean itsList = door.pattern().equals(path) || door.pattern().equals("/api/v1" + path);
                if (!door.reads() || !(itsList || door.pattern().startsWith("/lists/{list}/export"))) {
                    continue;
                }
                Map<String, String> values = Map.of("list", source.descriptor().key());
                for (String text : List.of(NUMBER, "TWIN/4", "broken", "Dostawca")) {
                    List<String> said = new ArrayList<>(values.values());
                    said.add(text);
                    verdicts.saysNothing(
                            door + " " + values + " " + text, blind.ask(door, values, Map.of("text", text)), said);
                }
                source.descriptor()
                        .columns()
                        .forEach(column -> verdicts.saysNothing(
                                door + " " + values + " by " + column.key(),
                                blind.ask(door, values, Map.of("sort", column.key(), "columns", column.key())),
                                values.values()));
            }
        }
        System.out.println("Confidential: " + verdicts.asked() + " requests to lists " + verdicts.statuses());
        assertThat(verdicts.wrong()).isEmpty();
    }

    @Test
    void fieldsTakeNothingOfThem() throws SQLException {
        PathIds known = PathIds.ofSome(holdings);
        for (Door door : doors.all()) {
            for (DoorInput input : door.inputs()) {
                String meaning = FIELDS.get(input.name());
                if (input.place() == Place.PATH || meaning == null) {
                    continue;
                }
                Map<String, String> values = known.valuesFor(door).get(0);
                String nowhere = UUID.randomUUID().toString();
                String id = hidden.get(meaning).get(0);
                Answered random = blind.ask(door, values, Map.of(input.name(), nowhere));
                Answered answer = blind.ask(door, values, Map.of(input.name(), id));
                List<String> said = new ArrayList<>(values.values());
                said.add(id);
                verdicts.saysNothing(door + " with " + input.name(), answer, said);
                verdicts.same(door + " with " + input.name(), answer, id, random, nowhere);
            }
        }
        System.out.println("Confidential: " + verdicts.asked() + " fields " + verdicts.statuses());
        assertThat(verdicts.wrong()).isEmpty();
    }

    @Test
    void bulkActionsDoNothingToThem() throws SQLException {
        Map<String, String> before = holdings.digest();
        for (ListSource source : application.getBeansOfType(ListSource.class).values()) {
            for (BulkAction action : source.actions()) {
                Map<String, String> values = Map.of("list", source.descriptor().key(), "action", action.key());
                for (Door door : doors.all()) {
                    if (door.pattern().startsWith("/lists/{list}/bulk/")) {
                        for (String meaning : List.of("documents/id", "tasks/id")) {
                            bulk(door, values, hidden.get(meaning));
                        }
                    }
                }
            }
        }
        System.out.println("Confidential: " + verdicts.asked() + " bulk requests " + verdicts.statuses());
        assertThat(verdicts.asked()).isPositive();
        assertThat(verdicts.wrong()).isEmpty();
        assertThat(Office.differences(before, holdings.digest())).isEmpty();
    }

    private void bulk(Door door, Map<String, String> values, List<String> ids) {
        for (String id : ids) {
            String nowhere = UUID.randomUUID().toString();
            Answered answer = blind.ask(door, values, bulkOf(id));
            Answered random = blind.ask(door, values, bulkOf(nowhere));
            List<String> said = new ArrayList<>(values.values());
            said.add(id);
            verdicts.saysNothing(door + " " + values, answer, said);
            verdicts.same(door + " " + values, answer, id, random, nowhere);
        }
    }

    private static Map<String, String> bulkOf(String id) {
        return Map.of("ids", id, "reason", "Because", "seen-" + id, "seen");
    }

    /** Somebody who works for a second company looks from there at what waits in both. */
    @Test
    void theViewOverSeveralCompaniesLeavesThemOut() throws SQLException {
        Twin second = foundTwin("k", SECOND);
        grant(second, "auditor", "c-blind");
        PageUser session = company.session("blind");
        session.post("/companies/" + second.id(), Map.of());
        try {
            Asking fromThere = new Asking(company.rest("blind"), session);
            for (Door door : doors.all()) {
                if (door.reads() && door.variables().isEmpty() && door.pattern().contains("/companies")) {
                    for (String text : List.of("", NUMBER, "TWIN/4", "Dostawca")) {
                        verdicts.saysNothing(
                                door + " " + text, fromThere.ask(door, Map.of(), Map.of("text", text)), List.of(text));
                    }
                }
            }
            int seen = holdings.ids(
                            "select id::text from document.document where id not in (select id from simba.confidential_record)")
                    .size();
            int all = holdings.ids("select id::text from document.document").size();
            String office = session.get("/companies").text();
            assertThat(office)
                    .contains(company.taxId(), SECOND, "<td class=\"r\">" + seen + "</td>")
                    .doesNotContain("<td class=\"r\">" + all + "</td>");
        } finally {
            session.post("/companies/" + company.id(), Map.of());
        }
        System.out.println("Confidential: " + verdicts.asked() + " views over two companies " + verdicts.statuses());
        assertThat(verdicts.asked()).isGreaterThan(8);
        assertThat(verdicts.wrong()).isEmpty();
    }

    /** The ids are right: whoever has the duty finds them. */
    @Test
    void whoMaySeeThemFindsThem() {
        for (String document : hidden.get("documents/id")) {
            company.rest("everybody").get("/api/v1/documents/" + document).expect(200);
            company.rest("blind").get("/api/v1/documents/" + document).expect(404);
        }
        assertThat(company.rest("everybody")
                        .get("/api/v1/documents?text=" + NUMBER)
                        .expect(200)
                        .text())
                .contains(NUMBER);
    }

    /** The books balance for everybody. */
    @Test
    void theBooksStayWhole() {
        for (String report : List.of("/api/v1/reports/trial-balance?from=2026-01-01&to=2026-12-31")) {
            String seeing = company.rest("everybody").get(report).text();
            assertThat(company.rest("blind").get(report).text()).isEqualTo(seeing);
        }
    }
}
