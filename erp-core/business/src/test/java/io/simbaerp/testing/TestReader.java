package io.simbaerp.testing;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Somebody at a browser or behind a program: asks pages and REST as one person with some duties. */
public record TestReader(MockMvc pages, CurrentActor currentActor, Acting acting) {

    public static TestReader of(MockMvc pages, TestCompany company, UUID user, Set<Duty> duties) {
        CompanyId id = company.id();
        return new TestReader(pages, company.currentActor(), new Acting(Actor.person(user), id, duties));
    }

    public MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> request) {
        return currentActor.as(acting, () -> {
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

    /** The page in this language, which must be whole: status 200 and no word missing. */
    public String page(AbstractMockHttpServletRequestBuilder<?> request, String language) {
        MockHttpServletResponse response = ask(request.cookie(new Cookie("simba-language", language)));
        try {
            String text = response.getContentAsString();
            if (response.getStatus() != 200 || text.contains("??")) {
                throw new AssertionError(response.getStatus() + "\n" + text);
            }
            return text;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
