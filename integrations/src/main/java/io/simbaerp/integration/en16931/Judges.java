package io.simbaerp.integration.en16931;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rules judge an invoice: those of the specification it claims to follow (BT-24), EN 16931's own where it claims
 * nothing we know.
 *
 * @param rules in the order their findings are told
 * @param extends16931 whether the specification allows more than EN 16931, so that breaking that is no error
 */
record Judges(List<RuleSet> rules, boolean extends16931) {

    private static final Pattern PEPPOL = Pattern.compile("urn:fdc:peppol\\.eu:2017:poacc:(billing|selfbilling):3\\.0");
    private static final Pattern XRECHNUNG = Pattern.compile("(extension:)?xrechnung_(\\d\\.\\d)");

    /** Profiles of Factur-X and ZUGFeRD 2 below and beyond EN 16931; their rules contain those of EN 16931 that hold. */
    private static final Pattern FACTUR_X =
            Pattern.compile("(?:factur-x\\.eu:1p0|zugferd\\.de:2p0):(minimum|basicwl|basic|extended)");

    private static final Map<String, RuleSet> FACTUR_X_PROFILES = Map.of(
            "minimum", RuleSet.FACTUR_X_MINIMUM,
            "basicwl", RuleSet.FACTUR_X_BASIC_WL,
            "basic", RuleSet.FACTUR_X_BASIC,
            "extended", RuleSet.FACTUR_X_EXTENDED);

    /** The last release of the rules of each version. */
    private static final Map<String, String> XRECHNUNG_RELEASES =
            Map.of("1.2", "1.2.2", "2.0", "2.0.1", "2.1", "2.1.1", "2.2", "2.2.0", "2.3", "2.3.1", "3.0", "3.0.2");

    /**
     * @param binding EN 16931's rules for the invoice's syntax
     * @param creditNote whether its root element is UBL's credit note
     * @param specification BT-24
     */
    static Judges of(RuleSet binding, boolean creditNote, @Nullable String specification) {
        if (specification == null) {
            return standard(binding);
        }
        Matcher peppol = PEPPOL.matcher(specification);
        if (peppol.find() && binding.equals(RuleSet.UBL)) {
            return new Judges(
                    List.of(binding, peppol.group(1).equals("billing") ? RuleSet.PEPPOL : RuleSet.PEPPOL_SELF_BILLING),
                    false);
        }
        Matcher xRechnung = XRECHNUNG.matcher(specification);
        String release = xRechnung.find() ? XRECHNUNG_RELEASES.get(xRechnung.group(2)) : null;
        if (release != null) {
            return new Judges(List.of(binding, xRechnung(binding, creditNote, release)), xRechnung.group(1) != null);
        }
        Matcher facturX = FACTUR_X.matcher(specification);
        if (facturX.find() && binding.equals(RuleSet.CII)) {
            return new Judges(List.of(FACTUR_X_PROFILES.get(facturX.group(1))), false);
        }
        return standard(binding);
    }

    private static Judges standard(RuleSet binding) {
        return new Judges(List.of(binding), false);
    }

    /** Up to 2.2 invoice and credit note had a file each. */
    private static RuleSet xRechnung(RuleSet binding, boolean creditNote, String release) {
        if (binding.equals(RuleSet.CII)) {
            return RuleSet.xRechnung(release, "XRechnung-CII-validation");
        }
        boolean together = release.compareTo("2.3") > 0;
        String kind = together ? "" : creditNote ? "-CreditNote" : "-Invoice";
        return RuleSet.xRechnung(release, "XRechnung-UBL-validation" + kind);
    }
}
