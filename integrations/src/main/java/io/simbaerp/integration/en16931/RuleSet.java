package io.simbaerp.integration.en16931;

/**
 * One official set of rules, as its publisher compiled it.
 *
 * @param name what people call it
 * @param resource its place on the class path, in one of the jars of {@code phive-rules}
 */
public record RuleSet(String name, String resource) {

    /** The release of EN 16931's own rules. */
    public static final String RELEASE = "1.3.16";

    private static final String FOLDER = "external/schematron/";

    public static final RuleSet UBL =
            new RuleSet("EN 16931 UBL", FOLDER + RELEASE + "/ubl/EN16931-UBL-validation.xslt");
    public static final RuleSet CII =
            new RuleSet("EN 16931 CII", FOLDER + RELEASE + "/cii/EN16931-CII-validation.xslt");

    static final RuleSet PEPPOL = peppol("Peppol BIS Billing", "PEPPOL-EN16931-UBL");
    static final RuleSet PEPPOL_SELF_BILLING = peppol("Peppol BIS Self-Billing", "PEPPOL-EN16931-UBL-SB");

    static final RuleSet FACTUR_X_MINIMUM = facturX("MINIMUM");
    static final RuleSet FACTUR_X_BASIC_WL = facturX("BASIC-WL");
    static final RuleSet FACTUR_X_BASIC = facturX("BASIC");
    static final RuleSet FACTUR_X_EXTENDED = facturX("EXTENDED");

    /** @param file the publisher's name of the file, such as {@code XRechnung-CII-validation} */
    static RuleSet xRechnung(String release, String file) {
        return new RuleSet("XRechnung " + release, FOLDER + release + "/" + file + ".xslt");
    }

    private static RuleSet peppol(String name, String file) {
        return new RuleSet(name, FOLDER + "openpeppol/2026.5/xslt/" + file + ".xslt");
    }

    private static RuleSet facturX(String profile) {
        return new RuleSet("Factur-X " + profile, FOLDER + "2.4/FACTUR-X_" + profile + ".xslt");
    }
}
