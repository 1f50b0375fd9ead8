package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Duty;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a token may do is what its owner may do at the moment of the request. */
@StoryTest
class TokenDutiesTest {

    @Autowired
    Simba simba;

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    /** These answer everybody. */
    private static final Set<String> OPEN = Set.of("/login", "/first-run", "/first-sign-in", "/language");

    private final String login = "leaver" + UUID.randomUUID().toString().substring(0, 8);
    private String signInName = "";
    private String id = "";
    private RestUser admin;
    private RestUser token;

    @BeforeEach
    void hired() {
        admin = simba.as("admin");
        RestUser.Answer hired = admin.post(
                        "/api/v1/people",
                        Map.of(
                                "login",
                                login,
                                "name",
                                "Leaver",
                                "password",
                                login + login,
                                "language",
                                "en",
                                "role",
                                "accountant"))
                .expect(201);
        id = hired.get("id");
        signInName = hired.get("login");
        token = RestUser.signIn(simba.url(), signInName, login + login);
    }

    @Test
    void aTokenLosesTheDutiesItsOwnerLoses() {
        admin.put("/api/v1/people/" + id + "/roles/auditor", Map.of()).expect(200);
        List<Door> open = doors().stream()
                .filter(door -> token.get(door.pattern()).status() == 200)
                .toList();
        assertThat(open).hasSizeGreaterThan(10);

        admin.delete("/api/v1/people/" + id + "/roles/accountant").expect(204);
        Set<Duty> left = duties();
        List<Door> lost = open.stream()
                .filter(door -> !door.duties().isEmpty() && !left.containsAll(door.duties()))
                .toList();
        for (Door door : open) {
            assertThat(token.get(door.pattern()).status())
                    .as(door + " asks for " + door.duties() + ", left are " + left)
                    .isEqualTo(lost.contains(door) ? 403 : 200);
        }
        System.out.println("Token's duties: " + open.size() + " doors open, " + lost.size() + " shut with the role");
        assertThat(lost).isNotEmpty();
    }

    @Test
    void aTokenOpensNothingOfACompanyItsOwnerLeft() {
        admin.delete("/api/v1/people/" + id + "/roles/accountant").expect(204);
        int asked = 0;
        for (Door door : doors()) {
            int status = token.get(door.pattern()).status();
            assertThat(status).as(door.toString()).isIn(403, 404);
            asked++;
        }
        assertThat(asked).isGreaterThan(20);
        admin.put("/api/v1/people/" + id + "/roles/accountant", Map.of()).expect(200);
        assertThat(token.get("/api/v1/documents").status()).as("come back").isEqualTo(200);
    }

    @Test
    void aTokenOfSomebodyInactiveSignsNobodyIn() throws SQLException {
        assertThat(token.get("/api/v1/documents").status()).isEqualTo(200);
        setActive(false);
        for (Door door : doors()) {
            assertThat(token.get(door.pattern()).status()).as(door.toString()).isEqualTo(401);
        }
        setActive(true);
        assertThat(token.get("/api/v1/documents").status()).isEqualTo(200);
    }

    /** Whoever is signed in at that moment is shut out by their next click, not when the session ends. */
    @Test
    void aSessionOfSomebodyInactiveOpensNothing() throws SQLException {
        PageUser session = PageUser.signIn(simba.url(), signInName, login + login);
        assertThat(session.get("/documents").status()).isEqualTo(200);
        setActive(false);
        int asked = 0;
        for (Door door : Doors.of(application).all()) {
            if (door.reads() && door.variables().isEmpty() && !OPEN.contains(door.pattern())) {
                assertThat(session.get(door.pattern()).status())
                        .as(door.toString())
                        .isIn(401, 404);
                asked++;
            }
        }
        System.out.println("A session of somebody inactive: " + asked + " doors asked");
        assertThat(asked).isGreaterThan(60);
        setActive(true);
        assertThat(session.get("/documents").status()).isEqualTo(200);
    }

    /** As an operator does it, who has to say in whose trail it stands. */
    private void setActive(boolean active) throws SQLException {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('simba.company', (select min(company_id::text) from company.directory),"
                            + " false)");
            assertThat(statement.executeUpdate(
                            "update identity.user_account set active = " + active + " where id = '" + id + "'"))
                    .isOne();
        }
    }

    /** REST doors that are read and name no record. */
    private List<Door> doors() {
        return Doors.of(application).rest().stream()
                .filter(door -> door.reads() && door.variables().isEmpty())
                .toList();
    }

    private Set<Duty> duties() {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        admin.get("/api/v1/people/" + id)
                .expect(200)
                .body()
                .path("duties")
                .forEach(duty -> duties.add(Duty.valueOf(
                        duty.isString() ? duty.asString() : duty.path("duty").asString())));
        return duties;
    }
}
