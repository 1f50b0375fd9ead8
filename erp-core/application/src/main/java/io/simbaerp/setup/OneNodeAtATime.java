package io.simbaerp.setup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Lets nodes that start together on one database do a piece of setting up one after the other. */
@Component
public class OneNodeAtATime {

    private final DataSource dataSource;

    OneNodeAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits until no other node is at this work. A node that dies lets the next one in. */
    public void run(String work, Runnable piece) {
        try (Connection connection = dataSource.getConnection()) {
            call(connection, "select pg_advisory_lock(hashtextextended(?, 0))", work);
            try {
                piece.run();
            } finally {
                call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", work);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The nodes could not agree who does: " + work, e);
        }
    }

    private static void call(Connection connection, String sql, String work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, work);
            statement.execute();
        }
    }
}
