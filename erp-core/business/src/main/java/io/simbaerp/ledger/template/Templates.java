package io.simbaerp.ledger.template;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Templates of entries, and the entries they make of an amount. */
@Query(Duty.VIEW_LEDGER)
public class Templates {

    private static final TypeReference<Map<String, String>> NUMBERS = new TypeReference<>() {};

    private static final String SELECT = """
            select t.id, t.version, t.code, t.name, t.narration, t.active, j.code as journal
              from ledger.entry_template t
              join ledger.journal j on j.company_id = t.company_id and j.id = t.journal_id
             where t.company_id = :company and (:code::text is null or t.code = :code) order by t.code""";

    private static final String LINES = """
            select a.code as account, l.side, l.amount, l.percent, l.cost_centre, l.dimensions, l.party_id, l.text
              from ledger.entry_template_line l
              join ledger.account a on a.company_id = l.company_id and a.id = l.account_id
             where l.company_id = :company and l.template_id = :template order by l.line""";

    /** What a template needs to make an entry. */
    @Component
    record Making(CurrentCompany company, NamedPeriods periods, Distributions distributions, JsonMapper json) {}

    /** A template, and the version it was read in. */
    public record Template(UUID id, int version, TemplateDraft draft) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Making making;

    Templates(JdbcClient jdbc, CurrentActor currentActor, Making making) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.making = making;
    }

    /** All templates by code. */
    public List<Template> all() {
        return read(null);
    }

    public Optional<Template> find(String code) {
        return read(code).stream().findFirst();
    }

    private List<Template> read(@Nullable String code) {
        return jdbc.sql(SELECT)
                .param("company", currentActor.company().value())
                .param("code", code, java.sql.Types.VARCHAR)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Template(
                            id,
                            row.getInt("version"),
                            new TemplateDraft(
                                    row.getString("code"),
                                    row.getString("name"),
                                    row.getString("journal"),
                                    row.getString("narration"),
                                    row.getBoolean("active"),
                                    lines(id)));
                })
                .list();
    }

    private List<TemplateDraft.Line> lines(UUID template) {
        return jdbc.sql(LINES)
                .param("company", currentActor.company().value())
                .param("template", template)
                .query(this::line)
                .list();
    }

    private TemplateDraft.Line line(ResultSet row, int n) throws SQLException {
        String dimensions = row.getString("dimensions");
        BigDecimal amount = row.getBigDecimal("amount");
        BigDecimal percent = row.getBigDecimal("percent");
        return new TemplateDraft.Line(
                row.getString("account"),
                Side.valueOf(row.getString("side")),
                amount == null ? null : amount(amount).rounded(),
                percent == null ? null : percent.stripTrailingZeros(),
                row.getString("cost_centre"),
                dimensions == null ? Map.of() : making.json().readValue(dimensions, NUMBERS),
                row.getObject("party_id", UUID.class),
                row.getString("text"));
    }

    /**
     * The entry the template makes of an amount on a day.
     *
     * @param narration what it is about, or nothing for what the template says
     * @throws RuleViolation of entry-template: unknown, inactive, rest-of-other-side; and of distribution keys
     */
    public JournalEntryDraft entry(String code, Money amount, LocalDate day, String narration, String key) {
        TemplateDraft template = find(code)
                .orElseThrow(() -> RuleViolation.ofField("template", "entry-template.unknown", code))
                .draft();
        if (!template.active()) {
            throw RuleViolation.ofField("template", "entry-template.inactive", code);
        }
        List<LineDraft> lines = making.distributions().split(lines(template, amount), day);
        return new JournalEntryDraft(
                template.journal(),
                day,
                day,
                day,
                making.periods().of("", day),
                EntryKind.ORDINARY,
                narration.isBlank() ? template.narration() : narration.strip(),
                null,
                null,
                null,
                key,
                lines);
    }

    /** The company's currency, which templates are in. */
    public CurrencyCode currency() {
        return making.company().get().baseCurrency();
    }

    /** In the company's currency. */
    public Money amount(BigDecimal number) {
        return new Money(number, making.company().get().baseCurrency());
    }

    private static List<LineDraft> lines(TemplateDraft template, Money amount) {
        CurrencyCode currency = amount.currency();
        Money difference = Money.zero(currency);
        List<LineDraft> lines = new ArrayList<>();
        for (TemplateDraft.Line line : template.lines()) {
            Money share = line.takesTheRest() ? Money.zero(currency) : share(line, amount);
            difference = line.side() == Side.DEBIT ? difference.plus(share) : difference.minus(share);
            lines.add(line(line, share));
        }
        for (int at = 0; at < lines.size(); at++) {
            TemplateDraft.Line line = template.lines().get(at);
            if (line.takesTheRest()) {
                Money rest = line.side() == Side.CREDIT ? difference : difference.negated();
                if (rest.isNegative() || rest.isZero()) {
                    throw RuleViolation.ofField("amount", "entry-template.rest-of-other-side", at + 1, rest);
                }
                lines.set(at, line(line, rest));
            }
        }
        return lines;
    }

    private static Money share(TemplateDraft.Line line, Money whole) {
        Money fixed = line.amount();
        BigDecimal exact = fixed != null
                ? fixed.amount()
                : whole.amount()
                        .multiply(Objects.requireNonNull(line.percent()))
                        .movePointLeft(2);
        return new Money(Rounding.toCurrency(exact, whole.currency()), whole.currency());
    }

    private static LineDraft line(TemplateDraft.Line line, Money share) {
        return new LineDraft(
                line.account(),
                line.side(),
                share,
                null,
                null,
                line.partyId(),
                null,
                null,
                line.costCentre(),
                line.text(),
                false,
                false,
                line.dimensions());
    }
}
