package io.simbaerp.expense.store;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.expense.ClaimView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Receipts that were handed in with claims: added, never changed. */
@Component
public class ReceiptRows {

    private static final String SELECT = """
            select r.name, r.sha256, r.size from expense.receipt r
             where r.company_id = :company and r.claim_id = :claim\s""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ReceiptRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** As it is kept: what is there already stays under its name. */
    public ClaimView.ReceiptView add(UUID claim, ClaimView.ReceiptView receipt) {
        jdbc.sql("""
                        insert into expense.receipt (company_id, id, claim_id, sha256, name, size, kept_by, kept_at)
                        values (:company, :id, :claim, :sha256, :name, :size, :by, :now)
                        on conflict on constraint receipt_is_kept_once do nothing""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("claim", claim)
                .param("sha256", receipt.sha256())
                .param("name", receipt.name())
                .param("size", receipt.size())
                .param("by", currentActor.actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(claim, receipt.sha256()).orElseThrow();
    }

    /** The one with this hash. */
    public Optional<ClaimView.ReceiptView> find(UUID claim, String sha256) {
        return jdbc.sql(SELECT + "and r.sha256 = :sha256")
                .param("company", currentActor.company().value())
                .param("claim", claim)
                .param("sha256", sha256)
                .query(ReceiptRows::view)
                .optional();
    }

    /** Those no line refers to, the first handed in first. */
    public List<ClaimView.ReceiptView> withoutLine(UUID claim) {
        return jdbc.sql(SELECT + """
                        and not exists (select from expense.line l
                                         where l.company_id = r.company_id and l.claim_id = r.claim_id
                                           and l.receipt_sha256 = r.sha256)
                        order by r.kept_at, r.id""")
                .param("company", currentActor.company().value())
                .param("claim", claim)
                .query(ReceiptRows::view)
                .list();
    }

    private static ClaimView.ReceiptView view(ResultSet row, int number) throws SQLException {
        return new ClaimView.ReceiptView(row.getString("name"), row.getString("sha256"), row.getLong("size"));
    }
}
