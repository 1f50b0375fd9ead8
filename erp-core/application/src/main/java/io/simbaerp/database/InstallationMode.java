package io.simbaerp.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the data were made for. Decided once, when they are made, and kept in the database itself. */
enum InstallationMode {
    /** A demo company with guessable passwords, for this machine only. */
    DEMO,
    /** Real work, beginning with a first administrator. */
    ORDINARY;

    /**
     * The mode of the data; for data not yet made, the mode they are going to have.
     *
     * @param empty whether this start asks for real work
     * @throws DatabaseUnusable if the data are a demo and real work is asked for
     */
    static InstallationMode of(DatabaseAccess access, boolean empty) {
        try (Connection connection = access.connectAsOwner();
                Statement statement = connection.createStatement()) {
            if (!isMade(statement)) {
                return empty ? ORDINARY : DEMO;
            }
            InstallationMode made = kept(statement);
            if (made == DEMO && empty) {
                throw new DatabaseUnusable(
                        "These data were made as a demo and stay a demo for ever; --empty needs data of its own.",
                        "Name another folder: ./simba run --empty --data DIR");
            }
            return made;
        } catch (SQLException e) {
            throw new DatabaseUnusable(
                    "The database can't be read: " + e.getMessage(), "Read docs/operating/incidents.md.", e);
        }
    }

    /** The word under which it is kept. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean isMade(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery("select to_regclass('simba.installation')")) {
            return table.next() && table.getString(1) != null;
        }
    }

    private static InstallationMode kept(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select mode from simba.installation")) {
            row.next();
            return valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT));
        }
    }
}
