package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * An identifier and the list it is taken from.
 *
 * @param scheme code of the identification scheme (ISO 6523, UNTDID 1153 or 7143), if stated
 * @param version version of the scheme; only BT-158 has one
 */
public record Identifier(
        String value, @Nullable String scheme, @Nullable String version) {

    public static Identifier of(String value, @Nullable String scheme) {
        return new Identifier(value, scheme, null);
    }

    @Override
    public String toString() {
        return scheme == null ? value : scheme + ":" + value;
    }
}
