package io.simbaerp.ledger.entry.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.template.TemplateDraft;
import io.simbaerp.ledger.template.Templates;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.page.Formats;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills lines of the form from a template: with their amounts if it is used for one, else those that are fixed. */
@Component
class TemplateFill {

    private final Templates templates;
    private final Parties parties;
    private final Permission permission;
    private final BusinessDay businessDay;
    private final Formats formats;

    TemplateFill(
            Templates templates, Parties parties, Permission permission, BusinessDay businessDay, Formats formats) {
        this.templates = templates;
        this.parties = parties;
        this.permission = permission;
        this.businessDay = businessDay;
        this.formats = formats;
    }

    List<EntryView.Choice> choices() {
        return templates.all().stream()
                .map(Templates.Template::draft)
                .filter(TemplateDraft::active)
                .map(template -> new EntryView.Choice(template.code(), template.name(), null))
                .toList();
    }

    /**
     * The form with the template's lines below its own; journal and text are the template's unless lines or a text stand
     * there already.
     *
     * @throws RuleViolation journal-entry.template-amount-unreadable, and of entry-template: unknown, inactive,
     *     rest-of-other-side
     */
    ManualEntryForm into(ManualEntryForm form, String code, String amount) {
        TemplateDraft template = templates
                .find(code.strip())
                .map(Templates.Template::draft)
                .filter(TemplateDraft::active)
                .orElseThrow(() -> RuleViolation.ofField("template", "entry-template.unknown", code));
        List<ManualEntryForm.Line> lines = new ArrayList<>(form.filledLines());
        boolean fresh = lines.isEmpty();
        if (amount.isBlank()) {
            template.lines().forEach(line -> lines.add(line(line)));
        } else {
            LocalDate day = ManualEntryForm.day(form.postingDate());
            templates
                    .entry(
                            template.code(),
                            money(amount),
                            Objects.requireNonNullElse(day, businessDay.today()),
                            "",
                            form.key())
                    .lines()
                    .forEach(line -> lines.add(line(line)));
        }
        return form.headed(
                        fresh ? template.journal() : form.journal(),
                        form.narration().isBlank() ? template.narration() : form.narration())
                .withLines(lines);
    }

    private Money money(String amount) {
        String plain = String.valueOf(EnteredNumber.plain(amount));
        if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw RuleViolation.ofField("templateAmount", "journal-entry.template-amount-unreadable", amount);
        }
        return templates.amount(new BigDecimal(plain));
    }

    private ManualEntryForm.Line line(TemplateDraft.Line line) {
        Money fixed = line.amount();
        return line(
                line.account(),
                line.side(),
                fixed == null ? "" : formats.number(fixed),
                line.partyId(),
                line.costCentre(),
                line.text(),
                line.dimensions());
    }

    private ManualEntryForm.Line line(LineDraft line) {
        return line(
                line.account(),
                line.side(),
                formats.number(line.amount()),
                line.partyId(),
                line.costCentre(),
                line.text(),
                line.dimensions());
    }

    private ManualEntryForm.Line line(
            String account,
            Side side,
            String amount,
            @Nullable UUID party,
            @Nullable String costCentre,
            @Nullable String text,
            Map<String, String> dimensions) {
        String name = party == null || !permission.has(Duty.VIEW_PARTY)
                ? ""
                : parties.byId(new PartyId(party)).map(PartyView::name).orElse("");
        return new ManualEntryForm.Line(
                account,
                side == Side.DEBIT ? amount : "",
                side == Side.CREDIT ? amount : "",
                name,
                name.isEmpty() ? "" : String.valueOf(party),
                "",
                Objects.requireNonNullElse(costCentre, ""),
                "",
                Objects.requireNonNullElse(text, ""),
                false,
                dimensions);
    }
}
