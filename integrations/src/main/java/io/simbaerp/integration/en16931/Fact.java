package io.simbaerp.integration.en16931;

/**
 * Something a document contains or doesn't, that can be seen in one pass over it. Names are written as in the rules,
 * with their prefixes; an attribute begins with {@code @}.
 *
 * @param parent the parent's name; empty if any will do
 * @param name an element or attribute; empty for a VAT category
 * @param category a VAT category code that stands in some code element; empty otherwise
 * @param repeated whether it must be there more than once
 */
record Fact(String parent, String name, String category, boolean repeated) {

    static Fact named(String name) {
        return new Fact("", name, "", false);
    }

    static Fact child(String parent, String name) {
        return new Fact(parent, name, "", false);
    }

    static Fact category(String code) {
        return new Fact("", "", code, false);
    }

    Fact moreThanOnce() {
        return new Fact(parent, name, category, true);
    }
}
