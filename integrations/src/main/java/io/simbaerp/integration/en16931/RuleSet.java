package io.simbaerp.integration.en16931;

/** The two bindings the official rules are published for. */
public enum RuleSet {
    UBL("ubl/EN16931-UBL-validation.xslt"),
    CII("cii/EN16931-CII-validation.xslt");

    /** The release of the rules; every file of it lies in the jar of {@code phive-rules-en16931}. */
    public static final String RELEASE = "1.3.16";

    private final String file;

    RuleSet(String file) {
        this.file = file;
    }

    String resource() {
        return "external/schematron/" + RELEASE + "/" + file;
    }
}
