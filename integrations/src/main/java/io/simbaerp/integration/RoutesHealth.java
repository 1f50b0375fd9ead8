package io.simbaerp.integration;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether every route that starts by itself runs. */
@Component("routesHealth")
class RoutesHealth implements HealthIndicator {

    private final CamelContext camel;

    RoutesHealth(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Health health() {
        List<String> stopped = camel.getRoutes().stream()
                .filter(route -> Boolean.TRUE.equals(route.isAutoStartup()))
                .map(Route::getRouteId)
                .filter(id -> !camel.getRouteController().getRouteStatus(id).isStarted())
                .toList();
        if (camel.isStarted() && stopped.isEmpty()) {
            return Health.up().build();
        }
        return Health.down()
                .withDetail("camel", camel.getStatus().name())
                .withDetail("stopped", stopped)
                .build();
    }
}
