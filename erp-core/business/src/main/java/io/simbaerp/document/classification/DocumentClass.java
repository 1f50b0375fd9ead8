package io.simbaerp.document.classification;

import io.simbaerp.architecture.Duty;
import java.util.Set;
import java.util.UUID;

/**
 * A document class of the company.
 *
 * @param code its name for programs and folders, such as {@code payroll}; it never changes
 * @param kinds kinds of documents that come into it by themselves when they are registered
 * @param duties whose holders may see its documents; empty for everybody who may see documents
 */
public record DocumentClass(UUID id, String code, String nameEn, String namePl, Set<Duty> duties, Set<String> kinds) {

    public boolean confidential() {
        return !duties.isEmpty();
    }

    public String name(String language) {
        return language.equals("pl") ? namePl : nameEn;
    }
}
