package io.simbaerp.ledger.template.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.dimension.EnteredDimensions;
import io.simbaerp.ledger.template.TemplateDraft;
import io.simbaerp.ledger.template.Templates;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A template as somebody typed it, line by line; a share ends with a percent sign, an empty one takes the rest. */
record TemplateForm(
        String code,
        String name,
        String journal,
        String narration,
        boolean active,
        @Nullable Integer version,
        List<Line> lines) {

    private static final int EMPTY_LINES = 3;

    /** A line. */
    record Line(
            String account, String side, String share, String costCentre, String text, Map<String, String> dimensions) {

        static final Line EMPTY = new Line("", "DEBIT", "", "", "", Map.of());
    }

    static TemplateForm empty() {
        return new TemplateForm("", "", "PK", "", true, null, List.of()).roomy();
    }

    static TemplateForm of(Templates.Template template) {
        TemplateDraft draft = template.draft();
        return new TemplateForm(
                        draft.code(),
                        draft.name(),
                        draft.journal(),
                        draft.narration(),
                        draft.active(),
                        template.version(),
                        draft.lines().stream().map(TemplateForm::line).toList())
                .roomy();
    }

    static TemplateForm of(MultiValueMap<String, String> sent) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sent.getOrDefault("account", List.of()).size(); i++) {
            String account = EnteredDimensions.code(at(sent, "account", i));
            if (!account.isEmpty()) {
                lines.add(new Line(
                        account,
                        at(sent, "side", i),
                        at(sent, "share", i),
                        at(sent, "costCentre", i),
                        at(sent, "text", i),
                        EnteredDimensions.of(sent, i)));
            }
        }
        String version = at(sent, "version", 0);
        return new TemplateForm(
                at(sent, "code", 0),
                at(sent, "name", 0),
                at(sent, "journal", 0),
                at(sent, "narration", 0),
                !"false".equals(at(sent, "active", 0)),
                version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null,
                lines);
    }

    TemplateForm roomy() {
        List<Line> more = new ArrayList<>(lines);
        for (int i = 0; i < EMPTY_LINES; i++) {
            more.add(Line.EMPTY);
        }
        return new TemplateForm(code, name, journal, narration, active, version, more);
    }

    /** @throws RuleViolation entry-template.line-wrong */
    TemplateDraft draft(CurrencyCode currency) {
        List<TemplateDraft.Line> drafts = new ArrayList<>();
        for (Line line : lines) {
            drafts.add(draft(drafts.size(), line, currency));
        }
        return new TemplateDraft(code, name, journal, narration, active, drafts);
    }

    private static TemplateDraft.Line draft(int index, Line line, CurrencyCode currency) {
        String share = line.share().strip();
        boolean percent = share.endsWith("%");
        String plain = EnteredNumber.plain(
                percent ? share.substring(0, share.length() - 1).strip() : share);
        BigDecimal number = null;
        if (plain != null && !plain.isBlank()) {
            if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
                throw RuleViolation.ofField("lines[" + index + "]", "entry-template.line-wrong", index + 1);
            }
            number = new BigDecimal(plain);
        }
        return new TemplateDraft.Line(
                line.account(),
                "CREDIT".equals(line.side()) ? Side.CREDIT : Side.DEBIT,
                percent || number == null ? null : new Money(number, currency),
                percent ? number : null,
                line.costCentre().isBlank() ? null : line.costCentre(),
                line.dimensions(),
                null,
                line.text().isBlank() ? null : line.text());
    }

    private static Line line(TemplateDraft.Line line) {
        Money amount = line.amount();
        BigDecimal percent = line.percent();
        return new Line(
                line.account(),
                line.side().name(),
                amount != null ? amount.amount().toPlainString() : percent != null ? percent.toPlainString() + "%" : "",
                line.costCentre() == null ? "" : line.costCentre(),
                line.text() == null ? "" : line.text(),
                line.dimensions());
    }

    private static String at(MultiValueMap<String, String> sent, String name, int index) {
        List<String> values = sent.getOrDefault(name, List.of());
        return index < values.size() && values.get(index) != null
                ? values.get(index).strip()
                : "";
    }
}
