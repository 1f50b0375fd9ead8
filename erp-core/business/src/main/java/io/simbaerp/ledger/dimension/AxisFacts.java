package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.RuleViolation;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the lines of an entry are judged against: the axes and values they name, and what their accounts say of axes. */
public final class AxisFacts {

    /** Of entries whose lines name no axis and whose accounts ask for none. */
    public static final AxisFacts NONE = new AxisFacts();

    private static final String AXES = """
            select id, code, active_from, active_to from ledger.axis where company_id = :company""";

    private static final String VALUES = """
            select x.code, v.number, v.id, v.active_from, v.active_to
              from ledger.axis x
              join ledger.axis_value v on v.company_id = x.company_id and v.axis_id = x.id
             where x.company_id = :company and x.code = any(:axes) and v.number = any(:numbers)""";

    private static final String RULES = """
            select a.code as account, x.code as axis, r.rule, r.allowed
              from ledger.account a
              join ledger.account_axis r on r.company_id = a.company_id and r.account_id = a.id
              join ledger.axis x on x.company_id = r.company_id and x.id = r.axis_id
             where a.company_id = :company and a.code = any(:accounts)
             order by x.code""";

    private record Span(UUID id, LocalDate from, @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    private record Value(String axis, String number) {}

    private record Rule(String axis, AxisRule rule, Set<UUID> allowed) {}

    private final Map<String, Span> axes = new HashMap<>();
    private final Map<Value, Span> values = new HashMap<>();
    private final Map<String, Map<String, Rule>> rules = new HashMap<>();

    private AxisFacts() {}

    /** Reads what there is to know about these accounts and dimensions, numbers of values by the codes of axes. */
    public static AxisFacts read(
            JdbcClient jdbc,
            CompanyId company,
            Collection<String> accounts,
            Collection<Map<String, String>> dimensions) {
        AxisFacts facts = new AxisFacts();
        facts.readAxes(jdbc, company);
        facts.readValues(jdbc, company, dimensions);
        facts.readRules(jdbc, company, accounts);
        return facts;
    }

    private void readAxes(JdbcClient jdbc, CompanyId company) {
        jdbc.sql(AXES).param("company", company.value()).query(row -> {
            axes.put(row.getString("code"), span(row));
        });
    }

    private void readValues(JdbcClient jdbc, CompanyId company, Collection<Map<String, String>> dimensions) {
        Set<String> codes = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        dimensions.forEach(named -> {
            codes.addAll(named.keySet());
            numbers.addAll(named.values());
        });
        if (codes.isEmpty()) {
            return;
        }
        jdbc.sql(VALUES)
                .param("company", company.value())
                .param("axes", codes.toArray(String[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    values.put(new Value(row.getString("code"), row.getString("number")), span(row));
                });
    }

    private void readRules(JdbcClient jdbc, CompanyId company, Collection<String> accounts) {
        jdbc.sql(RULES)
                .param("company", company.value())
                .param("accounts", accounts.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    rules.computeIfAbsent(row.getString("account"), account -> new TreeMap<>())
                            .put(row.getString("axis"), rule(row));
                });
    }

    /**
     * The ids of a line's dimensions by the ids of their axes, or nothing if it names none.
     *
     * @throws RuleViolation of journal-entry: axis-unknown, axis-inactive, dimension-unknown, dimension-inactive,
     *     dimension-forbidden, dimension-not-allowed, dimension-missing
     */
    public @Nullable Map<UUID, UUID> judge(int line, String account, Map<String, String> named, LocalDate day) {
        Map<String, Rule> ofAccount = rules.getOrDefault(account, Map.of());
        Map<UUID, UUID> found = new TreeMap<>();
        named.forEach((axis, number) -> {
            Span value = value(line, axis, number, day);
            Rule rule = ofAccount.get(axis);
            if (rule != null && rule.rule() == AxisRule.FORBIDDEN) {
                throw broken(line, "journal-entry.dimension-forbidden", account, axis);
            }
            if (rule != null && !rule.allowed().isEmpty() && !rule.allowed().contains(value.id())) {
                throw broken(line, "journal-entry.dimension-not-allowed", account, axis, number);
            }
            found.put(axes.getOrDefault(axis, value).id(), value.id());
        });
        ofAccount.values().forEach(rule -> {
            Span axis = axes.get(rule.axis());
            if (rule.rule() == AxisRule.REQUIRED
                    && !named.containsKey(rule.axis())
                    && axis != null
                    && axis.holds(day)) {
                throw broken(line, "journal-entry.dimension-missing", account, rule.axis());
            }
        });
        return found.isEmpty() ? null : found;
    }

    /** Whether a line of this account may name the value on this day. */
    public boolean takes(String account, String code, String number, LocalDate day) {
        Span axis = axes.get(code);
        Span value = values.get(new Value(code, number));
        if (axis == null || value == null || !axis.holds(day) || !value.holds(day)) {
            return false;
        }
        Rule rule = rules.getOrDefault(account, Map.of()).get(code);
        return rule == null
                || (rule.rule() != AxisRule.FORBIDDEN
                        && (rule.allowed().isEmpty() || rule.allowed().contains(value.id())));
    }

    private Span value(int line, String code, String number, LocalDate day) {
        Span axis = axes.get(code);
        if (axis == null) {
            throw broken(line, "journal-entry.axis-unknown", code);
        }
        if (!axis.holds(day)) {
            throw broken(line, "journal-entry.axis-inactive", code, day);
        }
        Span value = values.get(new Value(code, number));
        if (value == null) {
            throw broken(line, "journal-entry.dimension-unknown", code, number);
        }
        if (!value.holds(day)) {
            throw broken(line, "journal-entry.dimension-inactive", code, number, day);
        }
        return value;
    }

    private static RuleViolation broken(int line, String rule, Object... about) {
        Object[] arguments = new Object[about.length + 1];
        arguments[0] = line;
        System.arraycopy(about, 0, arguments, 1, about.length);
        return RuleViolation.ofField("lines[" + (line - 1) + "]", rule, arguments);
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getObject("id", UUID.class),
                row.getObject("active_from", LocalDate.class),
                row.getObject("active_to", LocalDate.class));
    }

    private static Rule rule(ResultSet row) throws SQLException {
        Array allowed = row.getArray("allowed");
        return new Rule(row.getString("axis"), AxisRule.valueOf(row.getString("rule")), Set.copyOf(List.of((UUID[])
                allowed.getArray())));
    }
}
