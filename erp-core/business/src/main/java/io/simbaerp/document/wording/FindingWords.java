package io.simbaerp.document.wording;

import io.simbaerp.document.Finding;
import io.simbaerp.document.QuarantineReason;
import io.simbaerp.document.Severity;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts findings into the reader's language, with what to do about them. */
@Component
public class FindingWords {

    private static final String REMEDY = "finding.remedy.";

    private final RuleTexts texts;

    FindingWords(RuleTexts texts) {
        this.texts = texts;
    }

    /** Findings as REST tells them. */
    public List<FindingInWords> all(List<Finding> findings) {
        return findings.stream().map(this::one).toList();
    }

    /** Why a document is quarantined, told as a finding. */
    public FindingInWords refusal(QuarantineReason reason) {
        return new FindingInWords(
                reason.rule(),
                Severity.ERROR,
                null,
                texts.rule(reason.rule(), reason.args()),
                "rule." + reason.rule(),
                reason.args(),
                null,
                texts.message(REMEDY + "quarantine", List.of()));
    }

    /** The sentence of a rule of ours; of a finding kept before there were arguments, its own words. */
    public String text(Finding finding) {
        String sentence = sentence(finding);
        return sentence == null ? finding.text() : sentence;
    }

    private FindingInWords one(Finding finding) {
        String sentence = sentence(finding);
        return new FindingInWords(
                finding.rule(),
                finding.severity(),
                finding.location(),
                sentence == null ? finding.text() : sentence,
                sentence == null ? null : key(finding),
                finding.args(),
                FindingPlace.of(finding),
                remedy(finding));
    }

    private @Nullable String sentence(Finding finding) {
        String sentence = texts.message(key(finding), finding.args());
        boolean unfilled = finding.args().isEmpty() && sentence.contains("{0}");
        return unfilled || sentence.equals(key(finding)) ? null : sentence;
    }

    /** That of the rule, else that of its family, else what a finding of its weight asks for. */
    private String remedy(Finding finding) {
        String rule = finding.rule();
        String family = rule.contains(".") ? rule.substring(0, rule.indexOf('.')) : rule;
        return Stream.of(rule, family)
                .map(REMEDY::concat)
                .filter(key -> !texts.message(key, List.of()).equals(key))
                .findFirst()
                .map(key -> texts.message(key, List.of()))
                .orElseGet(() -> texts.message(REMEDY + finding.severity(), List.of()));
    }

    private static String key(Finding finding) {
        return "finding." + finding.rule();
    }
}
