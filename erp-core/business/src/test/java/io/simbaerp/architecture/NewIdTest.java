package io.simbaerp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewIdTest {

    private static final Clock STILL = Clock.fixed(Instant.parse("2026-11-20T09:47:00Z"), ZoneOffset.UTC);

    @Test
    void idsOfOneInstantKeepTheirOrder() {
        List<String> ids = Stream.generate(() -> NewId.at(STILL))
                .limit(10_000)
                .map(UUID::toString)
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdIsOfVersionSevenAndItsVariant() {
        UUID id = NewId.at(STILL);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
