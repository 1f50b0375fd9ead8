package io.simbaerp.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How a database is reached: its address, the role that owns and migrates it, and the role the application works as. The
 * address never names a user, because the driver would prefer that one over the role given here.
 */
record DatabaseAccess(String url, Login owner, Login application) {

    /** A role and its password. */
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    Connection connectAsOwner() throws SQLException {
        return connect(owner);
    }

    Connection connectAsApplication() throws SQLException {
        return connect(application);
    }

    private Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }
}
