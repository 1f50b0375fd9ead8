package io.simbaerp.document.classification.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where administrators find the document classes. */
@Configuration(proxyBeanMethods = false)
class ClassNavigation {

    @Bean
    NavigationEntry documentClassEntry() {
        return new NavigationEntry(
                "document.classes",
                "/document-classes",
                Duty.ADMINISTER,
                "lock",
                NavigationEntry.Group.CONTROL,
                82,
                null);
    }
}
