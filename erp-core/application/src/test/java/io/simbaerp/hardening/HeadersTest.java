package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Every answer of every door, refusals and errors included, tells the browser to be strict. */
@StoryTest
class HeadersTest {

    private static final List<String> LAX = List.of("unsafe-inline", "unsafe-eval", "http:", "https:", "*", "blob:");

    @Autowired
    WebApplicationContext application;

    @Autowired
    Simba simba;

    @Test
    void everyDoorThatIsReadAnswersWithTheStrictHeaders() {
        Stranger person = new Stranger(simba.url());
        person.signIn("accountant", "accountant");
        int asked = 0;
        for (Door door : Doors.of(application).all()) {
            if (door.reads()) {
                assertStrict(
                        door.toString(),
                        person.get(Stranger.address(door, UUID.randomUUID().toString())));
                asked++;
            }
        }
        System.out.println("Headers: " + asked + " doors asked");
        assertThat(asked).isGreaterThan(70);
    }

    @Test
    void whatIsRefusedOrNotThereAnswersWithTheStrictHeaders() {
        Stranger nobody = new Stranger(simba.url());
        for (String path : List.of(
                "/",
                "/login",
                "/no-such-page",
                "/api/v1/nothing",
                "/actuator/env",
                "/assets/simba.css",
                "/v3/api-docs")) {
            assertStrict(path, nobody.get(path));
        }
        assertStrict("a form without its token", nobody.postWithoutToken("/language", "language=pl"));
    }

    /** Where any path may be a file, each link of a page is looked for in each jar. */
    @Test
    void whatAPageIsMadeOfHasNamesThatChangeWithItAndNoOtherLinkIsLookedForAmongFiles() {
        Stranger nobody = new Stranger(simba.url());
        List<String> parts = Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"#]+)")
                .matcher(nobody.get("/login").text())
                .results()
                .map(part -> part.group(1))
                .toList();
        assertThat(parts)
                .anyMatch(part -> part.matches("/assets/simba-[0-9a-f]{32}\\.css"))
                .anyMatch(part -> part.matches("/assets/js/[a-z]+-[0-9a-f]{32}\\.js"))
                .anyMatch(part -> part.matches("/webjars/tabler__core/[0-9.]+/.*\\.css"))
                .allSatisfy(
                        part -> assertThat(nobody.get(part).status()).as(part).isEqualTo(200));
        assertThat(application
                        .getBean(ResourceUrlProvider.class)
                        .getHandlerMap()
                        .keySet())
                .containsExactlyInAnyOrder("/assets/**", "/webjars/**");
    }

    @Test
    void strictTransportIsPromisedOverHttpsAndTheCookieStaysThere() throws Exception {
        MockHttpServletResponse secure = ask(true);
        assertThat(secure.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(secure.getHeaders("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("Secure", "HttpOnly", "SameSite=Lax"));
        MockHttpServletResponse plain = ask(false);
        assertThat(plain.getHeader("Strict-Transport-Security")).isNull();
        assertThat(plain.getHeaders("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie)
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure"));
    }

    private MockHttpServletResponse ask(boolean secure) throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(application)
                .addFilters(
                        application.getBean("springSessionRepositoryFilter", Filter.class),
                        application.getBean("springSecurityFilterChain", Filter.class))
                .build();
        return mvc.perform(get("/login").secure(secure)).andReturn().getResponse();
    }

    private static void assertStrict(String what, Stranger.Answer answer) {
        List<String> policies = answer.response().headers().allValues("Content-Security-Policy");
        assertThat(policies).as(what).hasSize(1);
        String policy = policies.get(0);
        assertThat(policy).as(what).contains("default-src");
        if (!policy.contains("sandbox")) {
            assertThat(policy).as(what).contains("frame-ancestors 'none'", "base-uri 'none'");
        }
        assertThat(List.of(policy.split("[ ;]+"))).as(what).doesNotContainAnyElementsOf(LAX);
        assertThat(policy).as(what).doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(what).contains("camera=()");
        assertThat(answer.header("Server")).as(what).isEmpty();
        assertThat(answer.header("X-Powered-By")).as(what).isEmpty();
        assertThat(answer.status()).as(what).isLessThan(500);
    }
}
