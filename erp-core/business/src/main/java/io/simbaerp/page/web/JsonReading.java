package io.simbaerp.page.web;

import com.fasterxml.jackson.annotation.Nulls;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what programs send is read: a list holds what it is a list of, and nothing in between. */
@Configuration(proxyBeanMethods = false)
class JsonReading {

    @Bean
    JsonMapperBuilderCustomizer noHolesInLists() {
        return builder -> builder.changeDefaultNullHandling(handling -> handling.withContentNulls(Nulls.FAIL));
    }
}
