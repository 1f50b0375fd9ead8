package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.handler.BeanNameUrlHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The doors of the application are those the OpenAPI names, and there is no other way in. */
@StoryTest
class DoorsTest {

    /** What answers besides our controllers: assets, the document of the interface, and the probes the chain guards. */
    private static final Set<String> OTHERS = Set.of(
            "resourceHandlerMapping",
            "welcomePageHandlerMapping",
            "welcomePageNotAcceptableHandlerMapping",
            "beanNameHandlerMapping",
            "routerFunctionMapping",
            "healthEndpointWebMvcHandlerMapping",
            "webEndpointServletHandlerMapping",
            "requestMappingHandlerMapping: {GET [/v3/api-docs], produces [application/json]}",
            "requestMappingHandlerMapping: {GET [/v3/api-docs.yaml], produces [application/vnd.oai.openapi]}");

    @Autowired
    ApplicationContext application;

    @Autowired
    Simba simba;

    @Test
    void theOpenApiNamesEveryRestDoorAndNoOther() {
        JsonNode openApi =
                simba.as("accountant").get("/v3/api-docs").expect(200).body();
        Doors doors = Doors.of(application);
        for (Kind kind : Kind.values()) {
            System.out.println("Doors: " + doors.count(kind) + " " + kind);
        }
        Set<String> named = Doors.operations(openApi);
        Set<String> there = doors.restOperations();
        assertThat(there.stream().filter(operation -> !named.contains(operation)))
                .as("unnamed")
                .isEmpty();
        assertThat(named.stream().filter(operation -> !there.contains(operation)))
                .as("not there")
                .isEmpty();
        assertThat(doors.count(Kind.REST)).isGreaterThan(50);
        assertThat(doors.count(Kind.PAGE)).isGreaterThan(20);
    }

    @Test
    void nothingElseAnswersRequests() {
        assertThat(Doors.of(application).others()).containsExactlyInAnyOrderElementsOf(OTHERS);
        assertThat(application.getBeansOfType(RouterFunction.class)).isEmpty();
        assertThat(application.getBean(BeanNameUrlHandlerMapping.class).getHandlerMap())
                .isEmpty();
    }

    @Test
    void everyRestDoorThatChangesSomethingAsksForADuty() {
        assertThat(Doors.of(application).rest())
                .filteredOn(door -> !door.reads())
                .allSatisfy(
                        door -> assertThat(door.duties()).as(door.toString()).isNotEmpty());
    }
}
