package io.simbaerp.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.StoryTest;
import io.simbaerp.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The engine's tables have no wall, so they may hold nothing that needs one: every text in them is read. */
@StoryTest
class EngineTextsStory {

    /** Ids, keys and constants: what a program writes for a program. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:;,/#$(){}@+=\\[\\]'!<>&|?\"-]*");

    /** Names and reasons programs give, with a space in them, and the days models wait for, as variables. */
    private static final Set<String> CONSTANTS = Set.of(
            "Simba ERP",
            "DATE: ${reviewOn}",
            "DATE: ${payableFrom}",
            "Cancel scope activity Activity(Event_SupplierChanged) executed.");

    /** What people and documents brought into the run, beside the marks of the companies. */
    private static final List<String> BUSINESS = List.of(
            "Wspólny",
            "Obcy Rachunek",
            "Towar",
            "Usługa",
            "Uwaga",
            "Szkic",
            "Osoba",
            "Składowa",
            "Bliźniacza",
            "TWIN/",
            "DOC/2026",
            "PAY/2026",
            "1230.00",
            "2460.00",
            "492.00",
            "1000.00",
            "2000.00",
            "9990077011",
            "9990088001",
            "9990088002",
            "61109010140000071219812874",
            "30109011020000000123456701",
            "a-accountant",
            "b-accountant");

    @Autowired
    ApplicationContext application;

    @Autowired
    TestDatabase database;

    @Test
    void everyTextOfTheEngineIsAnIdAKeyOrAConstant() throws SQLException {
        Office office = Office.of(application);
        List<String> forbidden = new ArrayList<>(BUSINESS);
        forbidden.add(office.ours().mark());
        forbidden.add(office.theirs().mark());
        try (Connection connection = database.connect(TestDatabase.APPLICATION)) {
            String models = models(connection);
            List<String> columns = columns(connection);
            Set<String> texts = new TreeSet<>();
            List<String> wrong = new ArrayList<>();
            for (String column : columns) {
                for (String text : texts(connection, column)) {
                    texts.add(text);
                    if (!KEY.matcher(text).matches() && !CONSTANTS.contains(text) && !models.contains(text)) {
                        wrong.add(column + " is no key: " + text);
                    }
                    forbidden.stream()
                            .filter(word -> text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
                            .forEach(word -> wrong.add(column + " holds " + word + ": " + text));
                }
            }
            System.out.println("Engine: " + columns.size() + " text columns, " + texts.size() + " different texts");
            wrong.stream().limit(40).forEach(System.out::println);
            assertThat(wrong).isEmpty();
            assertThat(texts)
                    .contains(
                            office.ours().id().toString(), office.theirs().id().toString());
        }
    }

    private static List<String> columns(Connection connection) throws SQLException {
        return Holdings.column(connection, """
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'camunda' and data_type in ('text', 'character varying', 'character', 'json', 'jsonb')
                 order by 1""");
    }

    private static List<String> texts(Connection connection, String column) throws SQLException {
        String table = column.substring(0, column.lastIndexOf('.'));
        String name = column.substring(column.lastIndexOf('.') + 1);
        return Holdings.column(
                connection, "select distinct " + name + "::text from " + table + " where " + name + " is not null");
    }

    /** The deployed models: their names and texts are constants. */
    private static String models(Connection connection) throws SQLException {
        StringBuilder models = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select bytes_ from camunda.act_ge_bytearray where deployment_id_ is not null")) {
            while (rows.next()) {
                models.append(new String(rows.getBytes(1), StandardCharsets.UTF_8));
            }
        }
        return models.toString();
    }
}
