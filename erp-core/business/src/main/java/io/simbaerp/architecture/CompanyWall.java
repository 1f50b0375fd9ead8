package io.simbaerp.architecture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells PostgreSQL, as the first statement of every transaction, for which company it is, which
 * confidential documents are seen, and, where it may write, who acts from where. Row-level security and the triggers of
 * the audit trail do the rest; a transaction without a company sees no business row at all.
 *
 * <p>What writes reads single records by their keys, so its statements are planned once a connection: with the policies in
 * them, planning took longer than doing. What only reads, such as lists and reports, is planned for what it asks.
 *
 * <p>This guards against our own mistakes. It doesn't guard against somebody who can run SQL of his own as the
 * application's role, since that role may set the company itself.
 */
@Component
public class CompanyWall implements TransactionExecutionListener {

    private static final String BIND =
            "select set_config('simba.company', ?, true), set_config('simba.acting', ?, true),"
                    + " set_config('simba.sees', ?, true), set_config('plan_cache_mode', ?, true)";
    private static final String WIDEN = "select set_config('simba.sees', '*', true)";

    /** Unit separator: stands in no id, key or address. */
    private static final String BETWEEN = "\u001f";

    private final DataSource dataSource;
    private final CurrentActor currentActor;
    private final Clock clock;

    CompanyWall(DataSource dataSource, CurrentActor currentActor, Clock clock) {
        this.dataSource = dataSource;
        this.currentActor = currentActor;
        this.clock = clock;
        currentActor.onWiderSight(this::widen);
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        Acting acting = currentActor.find().orElse(null);
        String company = acting == null ? "" : acting.company().toString();
        String who = acting == null || transaction.isReadOnly() ? "" : who(acting);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(BIND)) {
            statement.setString(1, company);
            statement.setString(2, who);
            statement.setString(3, acting == null ? "" : acting.sees());
            statement.setString(4, transaction.isReadOnly() ? "auto" : "force_generic_plan");
            statement.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("The transaction could not be bound to its company", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /**
     * A process that acts within a person's transaction sees what its work needs. What it changed is written when the
     * transaction ends, so the sight stays as wide until then.
     */
    private void widen() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(WIDEN)) {
            statement.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("The sight of the transaction could not be widened", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Actor, channel, address, session, work, moment and for whom, as {@code audit.acting} takes them apart. */
    private String who(Acting acting) {
        Actor actor = acting.actor();
        UUID principal = acting.onBehalfOf();
        Origin origin = Origin.of(actor);
        return String.join(
                BETWEEN,
                actor.toString(),
                origin.channel().name(),
                origin.address() == null ? "" : origin.address(),
                origin.session() == null ? "" : origin.session(),
                NewId.at(clock).toString(),
                clock.instant().toString(),
                principal == null ? "" : Actor.person(principal).toString());
    }
}
