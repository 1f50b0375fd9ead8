package io.simbaerp.expense.store;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.expense.ClaimState;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.policy.Finding;
import io.simbaerp.expense.policy.Findings;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims as they are read, whole: with their lines and what speaks against these, in as many statements for one as for many. */
@Component
public class ClaimViews {

    private static final String SELECT = """
            select c.*, u.display_name from expense.claim c
              join identity.user_account u on u.id = c.claimant
             where c.company_id = :company and c.id = any (:ids)""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final LineRows lines;
    private final Findings findings;
    private final ClaimNumbering numbering;

    ClaimViews(
            JdbcClient jdbc, CurrentActor currentActor, LineRows lines, Findings findings, ClaimNumbering numbering) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.lines = lines;
        this.findings = findings;
        this.numbering = numbering;
    }

    /**
     * Whose a claim is.
     *
     * @param sent whether others than its claimant are to see it
     */
    public record Glance(UUID claimant, boolean sent) {}

    /** @throws NotFound if there is none */
    public ClaimView byId(UUID claim) {
        return byIds(List.of(claim)).stream().findFirst().orElseThrow(() -> new NotFound("expense-claim", claim));
    }

    /** In the order asked for; without those there aren't. */
    public List<ClaimView> byIds(List<UUID> ids) {
        Parts parts = new Parts(
                lines.of(ids), findings.of(ids, numbering.businessDay().today()), numbering.base());
        Map<UUID, ClaimView> found = jdbc
                .sql(SELECT)
                .param("company", currentActor.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> view(row, parts))
                .list()
                .stream()
                .collect(Collectors.toMap(ClaimView::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * Without reading it whole.
     *
     * @throws NotFound if there is none
     */
    public Glance glance(UUID claim) {
        return jdbc.sql(
                        "select claimant, sent_at is not null as sent from expense.claim where company_id = ? and id = ?")
                .params(currentActor.company().value(), claim)
                .query((row, n) -> new Glance(row.getObject("claimant", UUID.class), row.getBoolean("sent")))
                .optional()
                .orElseThrow(() -> new NotFound("expense-claim", claim));
    }

    /** What was read for all of them. */
    private record Parts(
            Map<UUID, List<ClaimView.LineView>> lines, Map<UUID, List<Finding>> findings, CurrencyCode base) {}

    private static ClaimView view(ResultSet row, Parts parts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<ClaimView.LineView> its = parts.lines.getOrDefault(id, List.of());
        ClaimState state = ClaimState.valueOf(row.getString("state"));
        return new ClaimView(
                id,
                row.getString("number"),
                row.getObject("claimant", UUID.class),
                row.getString("display_name"),
                row.getString("purpose"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("cost_centre"),
                state,
                row.getInt("edition"),
                row.getString("content_hash"),
                row.getString("note"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "posted_at"),
                row.getObject("posting_date", LocalDate.class),
                row.getObject("entry_id", UUID.class),
                sum(its, parts.base),
                sum(its.stream().filter(ClaimView.LineView::laidOut).toList(), parts.base),
                its,
                state.isEnd() ? List.of() : parts.findings.getOrDefault(id, List.of()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Money sum(Collection<ClaimView.LineView> lines, CurrencyCode base) {
        return lines.stream().map(ClaimView.LineView::base).reduce(Money.zero(base), Money::plus);
    }
}
