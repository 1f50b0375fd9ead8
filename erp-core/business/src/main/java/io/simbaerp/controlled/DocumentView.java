package io.simbaerp.controlled;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A controlled document with those of its versions the reader may see, the newest first.
 *
 * @param reviewOn when the version in force is to be looked at again; nothing where none is in force
 */
public record DocumentView(
        UUID id,
        String number,
        List<VersionView> versions,
        @Nullable Withdrawal withdrawal,
        @Nullable LocalDate reviewOn) {

    /** That it was taken out of use. */
    public record Withdrawal(String by, Instant at, String reason) {}

    public DocumentView {
        versions = List.copyOf(versions);
    }

    /** The version that is in force, else the newest published one, else the one that is written. */
    public VersionView shown() {
        return Stream.concat(
                        versions.stream().filter(version -> version.standing() == Standing.IN_FORCE),
                        Stream.concat(
                                versions.stream()
                                        .filter(version -> version.standing().isPublished()),
                                versions.stream()))
                .findFirst()
                .orElseThrow();
    }

    /** The one that is written or in review; nothing if none is, or the reader may not see it. */
    public @Nullable VersionView open() {
        return versions.stream()
                .filter(version -> version.standing() == Standing.DRAFT || version.standing() == Standing.IN_REVIEW)
                .findFirst()
                .orElse(null);
    }

    /** The one published last, which readers confirm; nothing if none is. */
    public @Nullable VersionView newest() {
        return versions.stream()
                .filter(version -> version.standing().isPublished())
                .findFirst()
                .orElse(null);
    }
}
