package io.simbaerp.security;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.identity.choice.OwnCompanies;
import io.simbaerp.identity.choice.OwnCompanies.OwnCompany;
import io.simbaerp.page.RuleTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a form that was made for another company than the one the session works in now: a page that stayed open in
 * another tab books nothing into the wrong books.
 */
@Configuration(proxyBeanMethods = false)
class FormsOfThisCompany implements WebMvcConfigurer, HandlerInterceptor {

    private final CurrentActor currentActor;
    private final OwnCompanies companies;
    private final RuleTexts texts;

    FormsOfThisCompany(CurrentActor currentActor, OwnCompanies companies, RuleTexts texts) {
        this.currentActor = currentActor;
        this.companies = companies;
        this.texts = texts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/companies/*", "/language", "/theme", "/login", "/error");
    }

    /** @throws Conflict company.another-chosen */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String made = request.getMethod().equals("GET") ? null : request.getParameter(CompanyOfForms.FIELD);
        if (made != null) {
            currentActor
                    .find()
                    .map(acting -> acting.company())
                    .filter(company -> !company.toString().equals(made))
                    .ifPresent(company -> refuse(made, company));
        }
        return true;
    }

    private void refuse(String made, CompanyId present) {
        List<OwnCompany> own = companies.find("");
        throw new Conflict("company.another-chosen", nameOf(own, made), nameOf(own, present.toString()));
    }

    /** A company the person doesn't belong to has no name for them. */
    private String nameOf(List<OwnCompany> own, String id) {
        return own.stream()
                .filter(company -> company.id().toString().equals(id))
                .map(OwnCompany::name)
                .findFirst()
                .orElseGet(() -> texts.message("identity.another-company", List.of()));
    }
}
