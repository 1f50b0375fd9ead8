package io.simbaerp.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** After every story: in every company, balances, numbers and open items are what the lines say. */
public final class BooksAgree implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext context) throws Exception {
        if (context.hasApplicationContext()) {
            assertThat(differences(context.getApplicationContext().getBean(TestDatabase.class)))
                    .as("what is kept beside the lines differs from them")
                    .isEmpty();
        }
    }

    /** Differences in all companies, as {@code ledger.differences} tells them. */
    public static List<String> differences(TestDatabase database) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (Connection connection = database.connect(TestDatabase.APPLICATION)) {
            connection.setAutoCommit(false);
            for (String company : companies(connection)) {
                differences.addAll(ofCompany(connection, company));
            }
            connection.rollback();
        }
        return differences;
    }

    private static List<String> companies(Connection connection) throws SQLException {
        List<String> companies = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select company_id::text from company.directory")) {
            while (rows.next()) {
                companies.add(rows.getString(1));
            }
        }
        return companies;
    }

    private static List<String> ofCompany(Connection connection, String company) throws SQLException {
        List<String> differences = new ArrayList<>();
        try (PreparedStatement scope = connection.prepareStatement("select set_config('simba.company', ?, true)");
                Statement statement = connection.createStatement()) {
            scope.setString(1, company);
            scope.execute();
            try (ResultSet rows = statement.executeQuery(
                    "select * from ledger.differences() union all select * from ledger.turnover_differences()")) {
                while (rows.next()) {
                    differences.add("%s %s of %s: kept %s, counted %s"
                            .formatted(
                                    rows.getString("what"),
                                    rows.getString("about"),
                                    company,
                                    rows.getString("kept"),
                                    rows.getString("counted")));
                }
            }
        }
        return differences;
    }
}
