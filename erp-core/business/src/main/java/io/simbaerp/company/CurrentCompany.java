package io.simbaerp.company;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The company acted for. Nearly everything asks for its currency and time zone, so what was read is kept for some
 * seconds; another node's change is seen after that.
 */
@Component
public class CurrentCompany {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Kept(CompanyView company, Instant until) {}

    private final CompanyRecord company;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Map<CompanyId, Kept> kept = new ConcurrentHashMap<>();

    CurrentCompany(CompanyRecord company, CurrentActor currentActor, Clock clock) {
        this.company = company;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws NotFound if it isn't set up yet */
    public CompanyView get() {
        CompanyId id = currentActor.company();
        Instant now = clock.instant();
        Kept known = kept.get(id);
        if (known == null || now.isAfter(known.until())) {
            known = new Kept(company.read(), now.plus(KEPT));
            kept.put(id, known);
        }
        return known.company();
    }
}
