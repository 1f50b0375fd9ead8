package io.simbaerp.audit.integrity;

import java.time.Instant;
import java.util.Optional;

/** Who vouches that a hash was there at an instant (RFC 3161). */
public interface TimestampAuthority {

    /** Its name, as its certificate says it. */
    String name();

    /** A timestamp token over a SHA-256, in DER, with the certificate in it. */
    byte[] stamp(byte[] sha256);

    /** When the hash was stamped; nothing if the token isn't one of this authority over this hash. */
    Optional<Instant> check(byte[] token, byte[] sha256);
}
