package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a company a chart of accounts after the usual Polish groups 0 to 8, the journals ZK, SP, BK and PK, and a few
 * cost centres. What is there already stays as it is.
 */
@UseCase(Duty.MAINTAIN_LEDGER)
public class InstallChartOfAccounts {

    private static final LocalDate FOR_ALL_TIME = LocalDate.of(2000, 1, 1);
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    InstallChartOfAccounts(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @return how many accounts were added */
    public int install() {
        List<CSVRecord> accounts = rows("/ledger/chart-of-accounts-pl.csv");
        int added = 0;
        for (CSVRecord account : accounts) {
            added += addAccount(account, accounts);
        }
        rows("/ledger/journals-pl.csv").forEach(this::addJournal);
        rows("/ledger/cost-centres-pl.csv").forEach(this::addCostCentre);
        events.publishEvent(
                new ChartOfAccountsInstalled(currentActor.company(), currentActor.actor(), clock.instant()));
        return added;
    }

    private int addAccount(CSVRecord account, List<CSVRecord> all) {
        String code = account.get("code");
        boolean hasOthersBelow = all.stream().anyMatch(other -> code.equals(parentOf(other.get("code"))));
        return jdbc.sql("""
                        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, parent_id,
                                                    control, cost_centre_required, postable, active_from)
                        values (:company, :id, :code, :en, :pl, :type, :side,
                                (select id from ledger.account where company_id = :company and code = :parent),
                                :control, :costCentre, :postable, :from)
                        on conflict on constraint account_code_is_unique do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("code", code)
                .param("en", account.get("name_en"))
                .param("pl", account.get("name_pl"))
                .param("type", account.get("type"))
                .param("side", account.get("side"))
                .param("parent", parentOf(code), java.sql.Types.VARCHAR)
                .param(
                        "control",
                        account.get("control").isEmpty() ? null : account.get("control"),
                        java.sql.Types.VARCHAR)
                .param("costCentre", "yes".equals(account.get("cost_centre")))
                .param("postable", !hasOthersBelow)
                .param("from", FOR_ALL_TIME)
                .update();
    }

    private void addJournal(CSVRecord journal) {
        jdbc.sql("""
                        insert into ledger.journal (company_id, id, code, name_en, name_pl, kind)
                        values (:company, :id, :code, :en, :pl, :kind)
                        on conflict on constraint journal_code_is_unique do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("code", journal.get("code"))
                .param("en", journal.get("name_en"))
                .param("pl", journal.get("name_pl"))
                .param("kind", journal.get("kind"))
                .update();
    }

    private void addCostCentre(CSVRecord costCentre) {
        jdbc.sql("""
                        insert into ledger.cost_centre (company_id, id, code, name_en, name_pl, active_from)
                        values (:company, :id, :code, :en, :pl, :from)
                        on conflict on constraint cost_centre_code_is_unique do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("code", costCentre.get("code"))
                .param("en", costCentre.get("name_en"))
                .param("pl", costCentre.get("name_pl"))
                .param("from", FOR_ALL_TIME)
                .update();
    }

    /** {@code 402-03} lies below {@code 402}. */
    private static @Nullable String parentOf(String code) {
        int dash = code.lastIndexOf('-');
        return dash < 0 ? null : code.substring(0, dash);
    }

    private static List<CSVRecord> rows(String resource) {
        try (InputStream stream =
                        Objects.requireNonNull(InstallChartOfAccounts.class.getResourceAsStream(resource), resource);
                InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
