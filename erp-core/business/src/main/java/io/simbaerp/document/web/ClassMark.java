package io.simbaerp.document.web;

import io.simbaerp.document.classification.DocumentClass;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * The class of a document on its page.
 *
 * @param name in the reader's language; nothing for an ordinary document
 * @param choices the other classes there are, if the reader may change it
 */
record ClassMark(@Nullable String name, boolean confidential, boolean mayChange, List<Choice> choices) {

    /** A class to choose; no code for an ordinary document. */
    record Choice(String code, @Nullable String name) {}

    static ClassMark of(Optional<DocumentClass> now, List<DocumentClass> all, boolean mayChange) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        String code = now.map(DocumentClass::code).orElse("");
        return new ClassMark(
                now.map(known -> known.name(language)).orElse(null),
                now.map(DocumentClass::confidential).orElse(false),
                mayChange,
                all.stream()
                        .filter(known -> !known.code().equals(code))
                        .map(known -> new Choice(known.code(), known.name(language)))
                        .toList());
    }
}
