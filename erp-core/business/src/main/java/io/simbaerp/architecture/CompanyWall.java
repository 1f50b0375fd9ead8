package io.simbaerp.architecture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells PostgreSQL, as the first statement of every transaction, for which company it is. Row-level security does the
 * rest; a transaction without a company sees no business row at all.
 *
 * <p>This guards against our own mistakes. It doesn't guard against somebody who can run SQL of his own as the
 * application's role, since that role may set the company itself.
 */
@Component
public class CompanyWall implements TransactionExecutionListener {

    private final DataSource dataSource;
    private final CurrentActor currentActor;

    CompanyWall(DataSource dataSource, CurrentActor currentActor) {
        this.dataSource = dataSource;
        this.currentActor = currentActor;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null) {
            return;
        }
        String company =
                currentActor.find().map(acting -> acting.company().toString()).orElse("");
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement("select set_config('simba.company', ?, true)")) {
            statement.setString(1, company);
            statement.execute();
        } catch (SQLException e) {
            throw new TransactionSystemException("The transaction could not be bound to its company", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
