package io.simbaerp.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How many requests each caller may make in a minute: a bucket for each, refilled steadily. Of many, the least used go. */
final class Allowances {

    static final int MOST_CALLERS = 20_000;

    private final long perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    /** @param perMinute no limit if it is not positive */
    Allowances(long perMinute) {
        this.perMinute = perMinute;
    }

    /** Nothing if the caller may go on, else how long to wait. */
    Optional<Duration> wait(String caller) {
        if (perMinute <= 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private synchronized Bucket bucket(String caller) {
        return buckets.computeIfAbsent(
                caller, unused -> Bucket.builder().addLimit(minute(perMinute)).build());
    }

    private static Bandwidth minute(long requests) {
        return Bandwidth.builder()
                .capacity(requests)
                .refillGreedy(requests, Duration.ofMinutes(1))
                .build();
    }
}
