package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.PeriodClosed;
import io.simbaerp.company.bankaccount.OwnAccounts;
import io.simbaerp.story.StoryTest;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A job, a listener or a route that says for no company whom it acts for does nothing but fail. */
@StoryTest
class NobodyActsStory {

    private static final String NOBODY = "Nobody acts on this thread";

    @Autowired
    ApplicationContext application;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    CamelContext camel;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void everyUseCaseAndEveryQueryRefusesAJobWithoutACompany() {
        List<String> open = new ArrayList<>();
        int asked = 0;
        for (Class<? extends Annotation> kind : List.of(UseCase.class, Query.class)) {
            for (Object bean : application.getBeansWithAnnotation(kind).values()) {
                for (Method method : AopUtils.getTargetClass(bean).getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers())
                            && !method.isSynthetic()
                            && !Modifier.isStatic(method.getModifiers())) {
                        asked++;
                        String outcome = outcome(bean, method);
                        if (!outcome.contains(NOBODY)) {
                            open.add(method + ": " + outcome);
                        }
                    }
                }
            }
        }
        System.out.println("Isolation: " + asked + " methods of use cases and queries called without a company");
        assertThat(open).isEmpty();
        assertThat(asked).isGreaterThan(100);
    }

    private static String outcome(Object bean, Method method) {
        try {
            Object[] arguments = Stream.of(method.getParameterTypes())
                    .map(NobodyActsStory::nothing)
                    .toArray();
            method.setAccessible(true);
            return "answered " + method.invoke(bean, arguments);
        } catch (InvocationTargetException failure) {
            return String.valueOf(failure.getCause().getMessage());
        } catch (IllegalAccessException e) {
            return String.valueOf(e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : type == long.class ? (Object) 0L : null;
    }

    @Test
    void anEventToldWithoutACompanyIsNotHeard() throws SQLException {
        Office office = Office.of(application);
        Map<String, String> before = office.theirHoldings().digest();
        BusinessEvent event =
                new PeriodClosed(office.theirs().id(), Actor.system("test"), Instant.EPOCH, UUID.randomUUID());

        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> application.publishEvent(event)))
                .isInstanceOf(RuntimeException.class);

        assertThat(office.theirHoldings().digest()).isEqualTo(before);
    }

    @Test
    void anExchangeWithoutACompanyFails() throws Exception {
        Office office = Office.of(application);
        OwnAccounts accounts = application.getBean(OwnAccounts.class);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:asks").routeId("asks").process(exchange -> exchange.getMessage()
                        .setBody(accounts.all().size()));
            }
        });
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            Exchange nobodys = template.request("direct:asks", asked -> {});
            Exchange ours = currentActor.as(
                    Acting.system("test", office.ours().id()), () -> template.request("direct:asks", asked -> {}));

            assertThat(nobodys.getException()).hasMessageContaining(NOBODY);
            assertThat(ours.getException()).isNull();
            assertThat(ours.getMessage().getBody()).isEqualTo(1);
        } finally {
            camel.getRouteController().stopRoute("asks");
            camel.removeRoute("asks");
        }
    }
}
