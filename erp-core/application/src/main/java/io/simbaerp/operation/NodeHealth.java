package io.simbaerp.operation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The parts of this node and whether each works: what readiness says in one word, part by part. */
@Query(Duty.ADMINISTER)
public class NodeHealth {

    private static final String SUFFIX = "Health(Contributor|Indicator)?$";

    private final Map<String, HealthIndicator> parts = new TreeMap<>();

    NodeHealth(
            Map<String, HealthContributor> all,
            @Value("${management.endpoint.health.group.readiness.include}") Set<String> readiness) {
        all.forEach((name, part) -> {
            if (part instanceof HealthIndicator indicator
                    && (readiness.contains(name) || readiness.contains(name.replaceAll(SUFFIX, "")))) {
                parts.put(name.replaceAll(SUFFIX, ""), indicator);
            }
        });
    }

    /**
     * A part.
     *
     * @param name the engine, the routes, the store ...
     * @param status UP, DOWN, OUT_OF_SERVICE or UNKNOWN
     * @param details what it says about itself
     */
    public record Part(String name, String status, String details) {}

    /** Each part in a transaction of its own, if it needs one: what fails there must not take the page with it that says so. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Part> parts() {
        return parts.entrySet().stream()
                .map(each -> part(each.getKey(), each.getValue()))
                .toList();
    }

    private static Part part(String name, HealthIndicator indicator) {
        Health health = indicator.health(true);
        StringBuilder details = new StringBuilder();
        if (health != null) {
            new TreeMap<>(health.getDetails()).forEach((key, value) -> details.append(details.isEmpty() ? "" : ", ")
                    .append(key)
                    .append(": ")
                    .append(value));
        }
        return new Part(name, health == null ? "UNKNOWN" : health.getStatus().getCode(), details.toString());
    }
}
