package io.simbaerp.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.DataBinder;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
class PagesModuleTest {

    private final MockMvc pages;
    private final CurrentActor currentActor;
    private final TestCompanies companies;

    @Autowired
    PagesModuleTest(WebApplicationContext context, CurrentActor currentActor, TestCompanies companies) {
        this.pages = MockMvcBuilders.webAppContextSetup(context).build();
        this.currentActor = currentActor;
        this.companies = companies;
    }

    private Acting person;

    @BeforeEach
    void somebodyReads() {
        TestCompany company = companies.create();
        person = new Acting(Actor.person(UUID.randomUUID()), company.id(), EnumSet.allOf(Duty.class));
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) {
        return currentActor.as(person, () -> {
            try {
                MockHttpServletResponse response =
                        pages.perform(request).andReturn().getResponse();
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                return response;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void showsTheHomePageInBothLanguages() throws Exception {
        assertThat(ask(get("/")).getContentAsString()).contains("<h1>Home</h1>", "lang=\"en\"");
        assertThat(ask(get("/").cookie(new Cookie("simba-language", "pl"))).getContentAsString())
                .contains("<h1>Start</h1>", "lang=\"pl\"");
    }

    @Test
    void keepsTheChosenLanguageAndNeverLeadsElsewhere() {
        MockHttpServletResponse inside =
                ask(post("/language").param("language", "pl").param("back", "/tasks?view=mine"));
        assertThat(inside.getHeader("Set-Cookie")).contains("simba-language=pl", "SameSite=Lax");
        assertThat(inside.getRedirectedUrl()).isEqualTo("/tasks?view=mine");
        for (String outside :
                new String[] {"https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"}) {
            assertThat(ask(post("/language").param("language", "en").param("back", outside))
                            .getRedirectedUrl())
                    .isEqualTo("/");
        }
    }

    @Test
    void showsTheSignInPageWithoutAnybody() throws Exception {
        String page = ask(get("/login")).getContentAsString();
        assertThat(page.contains("action=\"/login\"") || page.isEmpty()).isTrue();
    }

    @Test
    void tellsAProgramAndAPersonWhatIsMissing() throws Exception {
        MockHttpServletResponse rest = ask(get("/api/v1/nothing-here").header("Accept-Language", "pl"));
        assertThat(rest.getStatus()).isEqualTo(404);
        assertThat(rest.getContentType()).startsWith("application/problem+json");
        assertThat(rest.getContentAsString()).contains("\"rule\":\"not-found\"", "\"title\":\"Nie znaleziono\"");

        MockHttpServletResponse page = ask(get("/nothing-here"));
        assertThat(page.getStatus()).isEqualTo(404);
        assertThat(page.getContentAsString()).contains("<h1>Not found</h1>", "not-found");
    }

    @Test
    void givesAnErrorOnOurSideANumberAndKeepsItsInsideToItself() throws Exception {
        MockHttpServletResponse answer = ask(get("/error")
                .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret of the inside"))
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/v1/documents"));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString())
                .containsPattern("\"number\":\"E-[0-9A-F]{4}-[0-9A-F]{4}\"")
                .doesNotContain("secret", "IllegalState", "at io.simbaerp");
    }

    @Test
    void aFormOfOursThatCannotBeMadeIsNoFaultOfWhoAsked() {
        StackTraceElement[] binding = {new StackTraceElement(DataBinder.class.getName(), "bind", "DataBinder.java", 1)};
        Exception ours = new BeanInstantiationException(PagesModuleTest.class, "refused");
        Exception theirs = new IllegalStateException("no such field");
        ours.setStackTrace(binding);
        theirs.setStackTrace(binding);
        assertThat(ask(get("/error").requestAttr(RequestDispatcher.ERROR_EXCEPTION, ours))
                        .getStatus())
                .isEqualTo(500);
        assertThat(ask(get("/error").requestAttr(RequestDispatcher.ERROR_EXCEPTION, theirs))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void answersAFragmentToAPartOfAPage() throws Exception {
        MockHttpServletResponse answer = ask(get("/nothing-here").header("HX-Request", "true"));
        assertThat(answer.getHeader("HX-Retarget")).isEqualTo("#toasts");
        assertThat(answer.getContentAsString()).contains("toast-s bad").doesNotContain("<html");
    }
}
