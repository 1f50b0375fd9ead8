package io.simbaerp.party.creation;

import java.util.Map;
import java.util.regex.Pattern;

/** How VAT identification numbers of the European Union, Northern Ireland, the United Kingdom, Switzerland and Norway are written. */
final class VatId {

    private static final int PREFIX = 2;

    /** Behind the prefix, as the European Commission's VIES describes them. */
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"),
            form("BE", "[01]\\d{9}"),
            form("BG", "\\d{9,10}"),
            form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"),
            form("DE", "\\d{9}"),
            form("DK", "\\d{8}"),
            form("EE", "\\d{9}"),
            form("EL", "\\d{9}"),
            form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            form("FI", "\\d{8}"),
            form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
            form("HR", "\\d{11}"),
            form("HU", "\\d{8}"),
            form("IE", "\\d[A-Z0-9+*]\\d{5}[A-Z]{1,2}"),
            form("IT", "\\d{11}"),
            form("LT", "(\\d{9}|\\d{12})"),
            form("LU", "\\d{8}"),
            form("LV", "\\d{11}"),
            form("MT", "\\d{8}"),
            form("NL", "[A-Z0-9]{9}B\\d{2}"),
            form("PL", "\\d{10}"),
            form("PT", "\\d{9}"),
            form("RO", "\\d{2,10}"),
            form("SE", "\\d{10}01"),
            form("SI", "\\d{8}"),
            form("SK", "\\d{10}"),
            form("XI", "(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})"),
            form("GB", "(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})"),
            form("CHE", "\\d{9}(MWST|TVA|IVA)?"),
            form("NO", "\\d{9}(MVA)?"));

    private VatId() {}

    /** Whether a number begins with letters that stand for a country we know the form of. */
    static boolean isPrefixed(String number) {
        return FORMS.containsKey(prefix(number));
    }

    /** Whether it is written as its country does. */
    static boolean isWellFormed(String number) {
        Pattern form = FORMS.get(prefix(number));
        return form != null
                && form.matcher(number.substring(prefix(number).length())).matches();
    }

    /** The country by ISO 3166-1 whose tax payers have such numbers. */
    static String country(String number) {
        return switch (prefix(number)) {
            case "EL" -> "GR";
            case "XI" -> "GB";
            case "CHE" -> "CH";
            default -> prefix(number);
        };
    }

    private static String prefix(String number) {
        if (number.startsWith("CHE")) {
            return "CHE";
        }
        return number.length() < PREFIX ? "" : number.substring(0, PREFIX);
    }

    private static Map.Entry<String, Pattern> form(String prefix, String rest) {
        return Map.entry(prefix, Pattern.compile(rest));
    }
}
