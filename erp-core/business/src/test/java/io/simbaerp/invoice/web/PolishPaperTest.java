package io.simbaerp.invoice.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.received.PolishSample;
import io.simbaerp.invoice.received.polish.Annotations.Margin;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.PolishTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolishPaperTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "pl"})
    void hasAWordForEveryCode(String language) {
        ResourceBundle words = ResourceBundle.getBundle("messages.invoice", Locale.forLanguageTag(language));
        List<String> keys = Stream.of(
                        Arrays.stream(PolishTerms.Kind.values()).map(kind -> "kind-" + kind),
                        keys("fact-role-", FurtherParty.Role.values())
                                .filter(key -> !List.of("fact-role-seller", "fact-role-buyer")
                                        .contains(key)),
                        keys("fact-margin-", Margin.values()),
                        keys("fact-effect-", Correction.Effect.values()),
                        Stream.of("cash", "card", "voucher", "cheque", "credit", "transfer", "mobile")
                                .map("fact-means-"::concat))
                .flatMap(each -> each)
                .toList();

        assertThat(keys).hasSize(36).allSatisfy(key -> assertThat(words.containsKey("invoice.paper." + key))
                .as(key)
                .isTrue());
    }

    @Test
    void saysNothingTwiceAndNothingEmpty() {
        List<PaperSection> sections = PolishPaper.sections(PolishSample.correction());

        assertThat(sections)
                .extracting(PaperSection::key)
                .containsExactly(
                        "annotations",
                        "correction",
                        "advances",
                        "order",
                        "settlement",
                        "payments",
                        "parties",
                        "seller",
                        "details");
        assertThat(sections).allSatisfy(section -> assertThat(section.facts()).isNotEmpty());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefix + PaperSection.key(code.name()));
    }
}
