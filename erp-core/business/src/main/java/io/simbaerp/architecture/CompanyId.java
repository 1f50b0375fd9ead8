package io.simbaerp.architecture;

import java.util.UUID;

/** The company whose books are meant. It leads every key of every business table. */
public record CompanyId(UUID value) {

    public static CompanyId of(String text) {
        return new CompanyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
