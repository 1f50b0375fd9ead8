package io.simbaerp.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.MasterKey;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimestampTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-16T08:00:00Z");

    @TempDir
    private Path data;

    @Test
    void isGoodForTheHashThatWasStampedAndForItsAuthority() throws Exception {
        OwnTimestampAuthority authority = authority("one");
        OwnTimestampAuthority stranger = authority("other");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(new byte[] {1});
        byte[] other = MessageDigest.getInstance("SHA-256").digest(new byte[] {2});
        byte[] token = authority.stamp(hash);

        assertThat(authority.check(token, hash)).contains(NOW);
        assertThat(authority.check(token, other)).isEmpty();
        assertThat(stranger.check(token, hash)).isEmpty();

        TimestampToken read = TimestampToken.read(token).orElseThrow();
        assertThat(read.isOver(hash)).isTrue();
        assertThat(read.isOver(other)).isFalse();
        assertThat(read.at()).isEqualTo(NOW);
        assertThat(read.fingerprint())
                .hasSize(64)
                .isNotEqualTo(
                        TimestampToken.read(stranger.stamp(hash)).orElseThrow().fingerprint());
    }

    @Test
    void aFlippedBitNeverMakesItGoodForAnotherMoment() throws Exception {
        OwnTimestampAuthority authority = authority("one");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(new byte[] {1});
        byte[] token = authority.stamp(hash);
        List<Optional<Instant>> read = new ArrayList<>();
        for (int at = 0; at < token.length; at++) {
            byte[] flipped = token.clone();
            flipped[at] ^= 1;
            read.add(authority.check(flipped, hash));
        }
        // Versions and the list of digests around the signature are not signed; nothing hangs on them.
        assertThat(read.stream().flatMap(Optional::stream)).hasSizeLessThan(40).containsOnly(NOW);
    }

    private OwnTimestampAuthority authority(String name) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new OwnTimestampAuthority(
                new SealKeys(data.resolve(name), new MasterKey(data.resolve(name + "-keys")), clock), clock);
    }
}
