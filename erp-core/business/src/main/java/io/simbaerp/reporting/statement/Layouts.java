package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.ledger.Side;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The layouts of statements a company works with: those of the program, or its own in their place. */
@Component
class Layouts {

    private final Map<String, Layout> ours = Map.of("pl", Layout.read("pl"), "ifrs", Layout.read("ifrs"));
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Layouts(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    private record Kept(String layout, Position position) {

        static Kept of(ResultSet row, int n) throws SQLException {
            return new Kept(
                    row.getString("name"),
                    new Position(
                            Part.valueOf(row.getString("part")),
                            row.getString("code"),
                            Side.valueOf(row.getString("side")),
                            row.getString("name_pl"),
                            row.getString("name_en"),
                            row.getString("rule")));
        }
    }

    /** All by name, in the order of {@link Layout#NAMES}. */
    Map<String, Layout> all() {
        Map<String, List<Position>> own = new LinkedHashMap<>();
        jdbc.sql("""
                        select l.name, p.part, p.code, p.side, p.name_pl, p.name_en, p.rule
                          from reporting.statement_layout l
                          join reporting.statement_position p on p.company_id = l.company_id and p.layout_id = l.id
                         where l.company_id = :company order by l.name, p.place""")
                .param("company", currentActor.company().value())
                .query(Kept::of)
                .list()
                .forEach(kept -> own.computeIfAbsent(kept.layout(), name -> new ArrayList<>())
                        .add(kept.position()));
        Map<String, Layout> all = new LinkedHashMap<>();
        for (String name : Layout.NAMES) {
            List<Position> positions = own.get(name);
            all.put(name, positions == null ? template(name) : new Layout(name, positions));
        }
        return all;
    }

    /** The one that comes with the program. */
    Layout template(String name) {
        return Objects.requireNonNull(ours.get(name), name);
    }
}
