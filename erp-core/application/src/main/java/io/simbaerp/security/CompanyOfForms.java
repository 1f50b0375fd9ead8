package io.simbaerp.security;

import io.simbaerp.architecture.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/** Every form that changes something carries, beside its token, the company it was made for. */
@Component
class CompanyOfForms implements BeanPostProcessor {

    /** The field that holds the company's id. */
    static final String FIELD = "_company";

    private final ObjectProvider<CurrentActor> currentActor;

    CompanyOfForms(ObjectProvider<CurrentActor> currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new WithCompany(tokens, currentActor) : bean;
    }

    private record WithCompany(RequestDataValueProcessor tokens, ObjectProvider<CurrentActor> currentActor)
            implements RequestDataValueProcessor {

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return tokens.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        /** Forms without a token change nothing and need no company either. */
        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = tokens.getExtraHiddenFields(request);
            if (fields == null || fields.isEmpty()) {
                return fields;
            }
            Map<String, String> all = new LinkedHashMap<>(fields);
            currentActor
                    .getObject()
                    .find()
                    .ifPresent(acting -> all.put(FIELD, acting.company().toString()));
            return all;
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }
}
