package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.SimbaApplication;
import io.simbaerp.architecture.Acting;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.Staff;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.testing.TestDatabaseInitializer;
import io.simbaerp.testing.TestSupport;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** An installation that is no demo: a name and its password open a session and nothing else. */
@SpringBootTest(
        classes = SimbaApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"simba.demo=false", "simba.jobs.enabled=false"})
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import(TestSupport.class)
class OutsideTheDemoTest {

    private static final String PASSWORD = "a long enough password";
    private static final Pattern TOKEN = Pattern.compile("value=\"(simba_[A-Za-z0-9_-]+)\"");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    RegisterUser register;

    @LocalServerPort
    int port;

    private final String login = "u" + UUID.randomUUID();
    private Staff staff;

    @BeforeEach
    void somebody() {
        staff = Staff.of(beans);
        staff.company()
                .currentActor()
                .as(
                        Acting.system("test", staff.company().id()),
                        () -> register.register(
                                new UserDraft(login, "Somebody", PASSWORD, "en", Set.of("accountant"))));
    }

    @Test
    void aNameAndItsPasswordMakeNoToken() {
        Stranger.Answer refused = stranger().postWithoutToken("/api/v1/tokens", "", "Authorization", basic());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.text()).doesNotContain("simba_");
        assertThat(stranger().get("/api/v1/documents", "Authorization", basic()).status())
                .isEqualTo(401);
        assertThat(stranger().get("/documents", "Authorization", basic()).header("Location"))
                .contains("/login");
    }

    @Test
    void aTokenIsMadeInASession() {
        Stranger person = stranger();
        assertThat(person.signIn(login, PASSWORD).header("Location")).doesNotContain("/login");
        Stranger.Answer made =
                person.post("/access/tokens", "name=till&reach=company&days=30", person.formToken("/access"));
        Matcher token = TOKEN.matcher(made.text());
        assertThat(token.find()).isTrue();
        String bearer = "Bearer " + token.group(1);
        assertThat(stranger().get("/api/v1/documents", "Authorization", bearer).status())
                .isEqualTo(200);
        assertThat(stranger()
                        .postWithoutToken("/api/v1/tokens", "", "Authorization", bearer)
                        .status())
                .as("a token makes no tokens")
                .isEqualTo(403);
    }

    private Stranger stranger() {
        return new Stranger("http://localhost:" + port);
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
