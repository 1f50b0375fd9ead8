package io.simbaerp.approval.round;

import io.simbaerp.architecture.Duty;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a round.
 *
 * @param duty what it takes to decide there
 * @param person whose seat it is; nothing where anybody may sit who holds the duty
 * @param place tells several seats of one duty apart, from 1
 */
public record Seat(Duty duty, @Nullable UUID person, int place) {

    private static final Pattern KEY =
            Pattern.compile(Stream.of(Duty.values()).map(Duty::name).collect(Collectors.joining("|", "(?:", ")"))
                    + "(?:@[0-9a-f-]{36}|#[0-9]{1,4})?");

    /** Anybody's who holds the duty. */
    public static Seat of(Duty duty) {
        return new Seat(duty, null, 1);
    }

    /** One person's, who needs the duty as well. */
    public static Seat of(Duty duty, UUID person) {
        return new Seat(duty, person, 1);
    }

    /** Its one written form: {@code APPROVE_INVOICE}, {@code APPROVE_INVOICE#2}, {@code APPROVE_INVOICE@} and the person. */
    public String key() {
        if (person != null) {
            return duty + "@" + person;
        }
        return place == 1 ? duty.name() : duty + "#" + place;
    }

    /**
     * The seat that a task asks, as its rule names it behind the decision table: {@code ApprovalMatrix.APPROVE_INVOICE#2}.
     */
    public static Optional<Seat> ofRule(@Nullable String rule) {
        return Optional.ofNullable(rule)
                .map(text -> text.substring(text.indexOf('.') + 1))
                .filter(key -> KEY.matcher(key).matches())
                .map(Seat::parse);
    }

    /** The reverse of {@link #key()}. */
    public static Seat parse(String key) {
        int person = key.indexOf('@');
        if (person > 0) {
            return of(Duty.valueOf(key.substring(0, person)), UUID.fromString(key.substring(person + 1)));
        }
        int place = key.indexOf('#');
        return place < 0
                ? of(Duty.valueOf(key))
                : new Seat(Duty.valueOf(key.substring(0, place)), null, Integer.parseInt(key.substring(place + 1)));
    }
}
