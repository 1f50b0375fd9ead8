package io.simbaerp.integration.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgesTest {

    private static final String STANDARD = "urn:cen.eu:en16931:2017";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UBL|urn:cen.eu:en16931:2017|EN 16931 UBL",
                "CII|urn:cen.eu:en16931:2017#compliant#urn:example.org:unknown|EN 16931 CII",
                "UBL|urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0|EN 16931 UBL, Peppol BIS Billing",
                "UBL|urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0|EN 16931 UBL, Peppol BIS Self-Billing",
                "CII|urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0|EN 16931 CII",
                "CII|urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0|EN 16931 CII, XRechnung 3.0.2",
                "UBL|urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_2.1|EN 16931 UBL, XRechnung 2.1.1",
                "UBL|urn:cen.eu:en16931:2017#compliant#urn:xoev-de:kosit:standard:xrechnung_9.9|EN 16931 UBL",
                "CII|urn:factur-x.eu:1p0:minimum|Factur-X MINIMUM",
                "CII|urn:zugferd.de:2p0:basicwl|Factur-X BASIC-WL",
                "CII|urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended|Factur-X EXTENDED",
                "UBL|urn:factur-x.eu:1p0:minimum|EN 16931 UBL"
            })
    void areThoseOfTheSpecificationClaimed(String syntax, String specification, String names) {
        RuleSet binding = syntax.equals("UBL") ? RuleSet.UBL : RuleSet.CII;

        assertThat(Judges.of(binding, false, specification).rules().stream()
                        .map(RuleSet::name)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(names);
    }

    @Test
    void areThoseOfTheStandardWhenNothingIsClaimed() {
        assertThat(Judges.of(RuleSet.CII, false, null).rules()).containsExactly(RuleSet.CII);
    }

    @Test
    void takeTheFileOfTheDocumentsKindWhereEachHasOne() {
        String old = STANDARD + "#compliant#urn:xoev-de:kosit:standard:xrechnung_2.0";

        assertThat(Judges.of(RuleSet.UBL, true, old).rules().get(1).resource()).endsWith("-CreditNote.xslt");
        assertThat(Judges.of(RuleSet.UBL, false, old).rules().get(1).resource()).endsWith("-Invoice.xslt");
        assertThat(Judges.of(RuleSet.UBL, true, old.replace("2.0", "3.0"))
                        .rules()
                        .get(1)
                        .resource())
                .endsWith("3.0.2/XRechnung-UBL-validation.xslt");
    }

    @Test
    void knowWhichSpecificationAllowsMoreThanTheStandard() {
        String extension = STANDARD + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0";

        assertThat(Judges.of(RuleSet.UBL, false, extension).extends16931()).isTrue();
        assertThat(Judges.of(RuleSet.UBL, false, STANDARD).extends16931()).isFalse();
    }
}
