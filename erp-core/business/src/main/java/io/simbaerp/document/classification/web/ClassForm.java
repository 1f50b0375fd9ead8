package io.simbaerp.document.classification.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.classification.DocumentClass;
import io.simbaerp.document.classification.DocumentClassDraft;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document class as it is filled in. */
record ClassForm(
        @Nullable String code,
        @Nullable String nameEn,
        @Nullable String namePl,
        @Nullable List<Duty> duties,
        @Nullable List<String> kinds) {

    static ClassForm empty() {
        return new ClassForm(null, null, null, List.of(), List.of());
    }

    static ClassForm of(DocumentClass known) {
        return new ClassForm(
                known.code(), known.nameEn(), known.namePl(), List.copyOf(known.duties()), List.copyOf(known.kinds()));
    }

    ClassForm withCode(String known) {
        return new ClassForm(known, nameEn, namePl, duties, kinds);
    }

    boolean names(Duty duty) {
        return duties != null && duties.contains(duty);
    }

    boolean takes(String kind) {
        return kinds != null && kinds.contains(kind);
    }

    DocumentClassDraft draft() {
        return new DocumentClassDraft(
                Objects.requireNonNullElse(code, ""),
                Objects.requireNonNullElse(nameEn, ""),
                Objects.requireNonNullElse(namePl, ""),
                // A blank one among them comes as null.
                Stream.ofNullable(duties)
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.ofNullable(kinds)
                        .flatMap(List::stream)
                        .filter(kind -> kind != null && !kind.isBlank())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
