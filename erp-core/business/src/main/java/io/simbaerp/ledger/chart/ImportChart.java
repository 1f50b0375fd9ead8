package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.AccountType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Adds the accounts of a chart from outside, all of them or none; what is there already stays as it is. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class ImportChart {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final LocalDate FOR_ALL_TIME = LocalDate.of(2000, 1, 1);

    private final ChartReading reading;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ImportChart(
            ChartReading reading,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.reading = reading;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** A row as the statement takes it. */
    private record Added(
            String code,
            String name_en,
            String name_pl,
            String type,
            String side,
            @Nullable String parent,
            @Nullable String control,
            boolean cost_centre,
            boolean postable,
            @Nullable String currency,
            @Nullable String category,
            @Nullable String marker,
            @Nullable String second,
            @Nullable String tax) {}

    /**
     * Imports the chart.
     *
     * @return how many accounts were added
     * @throws RuleViolation chart.refused if the preview found an error, and whatever reading refuses
     */
    public int importChart(byte[] file, @Nullable AccountType assumed) {
        ChartFile read = reading.read(file, assumed);
        ChartPreview.Preview judged = reading.judge(read);
        if (!judged.complete()) {
            throw RuleViolation.ofField(
                    "file",
                    "chart.refused",
                    judged.findings().stream().filter(ChartFinding::error).count());
        }
        List<ChartAccount> accounts = read.accounts();
        Map<String, Integer> levels = Levels.of(accounts);
        Map<Integer, List<Added>> byLevel = new TreeMap<>();
        for (ChartAccount account : accounts) {
            byLevel.computeIfAbsent(Objects.requireNonNull(levels.get(account.code())), none -> new ArrayList<>())
                    .add(added(account));
        }
        int count = byLevel.values().stream().mapToInt(this::insert).sum();
        events.publishEvent(new ChartImported(currentActor.company(), currentActor.actor(), clock.instant()));
        return count;
    }

    private static Added added(ChartAccount account) {
        AccountType type = Objects.requireNonNull(account.type());
        return new Added(
                account.code(),
                account.nameEn(),
                account.namePl(),
                type.name(),
                (account.side() == null ? Categories.side(type) : account.side()).name(),
                account.parent(),
                account.control(),
                account.costCentreRequired(),
                account.postable(),
                account.currency(),
                account.category(),
                account.markers().first(),
                account.markers().second(),
                account.markers().tax());
    }

    private int insert(List<Added> level) {
        return jdbc.sql("""
                        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, parent_id,
                                                    control, cost_centre_required, postable, currency, category,
                                                    jpk_marker, jpk_second_marker, jpk_tax_marker, active_from)
                        select :company, gen_random_uuid(), a.code, a.name_en, a.name_pl, a.type, a.side, p.id, a.control,
                               a.cost_centre, a.postable, a.currency, a.category, a.marker, a.second, a.tax, :from
                          from jsonb_to_recordset(:accounts::jsonb) as a (code text, name_en text, name_pl text, type text,
                               side text, parent text, control text, cost_centre boolean, postable boolean,
                               currency text, category text, marker text, second text, tax text)
                          left join ledger.account p on p.company_id = :company and p.code = a.parent
                        on conflict on constraint account_code_is_unique do nothing""")
                .param("company", currentActor.company().value())
                .param("from", FOR_ALL_TIME)
                .param("accounts", MAPPER.writeValueAsString(level))
                .update();
    }
}
