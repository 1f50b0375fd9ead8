package io.simbaerp.audit.integrity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind in the integrity log, and how they are read from their table.
 *
 * @param name stands in every leaf, so it never changes
 * @param recipes how the records are read, a query for each recipe, oldest first, with the columns {@code id} and
 *     {@code record} (a JSON object) and the parameter {@code :company}. A column added later is nullable, which leaves
 *     older hashes true, or comes with a recipe of its own
 * @param order whether an id tells when its record was made
 * @param told for settings, as which kind of record the trail tells their changes
 */
public record LeafKind(
        String name,
        List<String> recipes,
        Order order,
        @Nullable String told) {

    /** Whether only the newest ids have to be looked through for records that are no leaf yet. */
    public enum Order {
        BY_TIME,
        NONE
    }

    public LeafKind {
        recipes = List.copyOf(recipes);
    }

    /** Records that are only ever added, each with an id that grows with time. */
    public static LeafKind added(String name, String table) {
        return added(
                name, "select x.id, to_jsonb(x) as record from " + table + " x where x.company_id = :company", true);
    }

    /** Records that are only ever added and are known by other columns. */
    public static LeafKind addedWithKey(String name, String table, String... key) {
        return added(
                name,
                "select " + id(key) + " as id, to_jsonb(x) as record from " + table
                        + " x where x.company_id = :company",
                false);
    }

    /** Records that are only ever added, read by a query. */
    public static LeafKind added(String name, String query, boolean byTime) {
        return new LeafKind(name, List.of(query), byTime ? Order.BY_TIME : Order.NONE, null);
    }

    /**
     * Settings: rows that may change, each change told by the trail.
     *
     * @param subject the column by which the trail knows the row
     * @param key the columns by which the table does
     */
    public static LeafKind settings(String table, String subject, String... key) {
        String query = "select " + id(key) + " as id, x." + subject + " as subject, to_jsonb(x) as record from " + table
                + " x where x.company_id = :company";
        String told = table.replace('_', '-');
        return new LeafKind(told.replace('.', '-'), List.of(query), Order.NONE, told);
    }

    private static String id(String... key) {
        if (key.length == 1) {
            return "x." + key[0];
        }
        return Stream.of(key)
                .map(column -> "x." + column + "::text")
                .collect(Collectors.joining(", ", "md5(concat_ws('/', ", "))::uuid"));
    }

    int recipe() {
        return recipes.size();
    }

    /** The records with the hash of their leaf, as the newest recipe makes it. */
    String hashed() {
        return hashed(recipe());
    }

    /**
     * The same by an older recipe. A leaf is SHA-256 over a zero byte (RFC 6962, 2.1) and the record's JSON as PostgreSQL
     * writes jsonb, with what is null left out.
     */
    String hashed(int recipe) {
        String subject = told == null ? "" : "r.subject, ";
        return "select r.id, " + subject + "sha256('\\x00'::bytea || convert_to(" + text() + ", 'UTF8')) as hash from ("
                + recipes.get(recipe - 1) + ") r";
    }

    /** The canonical text of a record {@code r}. */
    String text() {
        return "jsonb_strip_nulls(jsonb_build_object('company', :company::text, 'kind', '" + name
                + "', 'record', r.record))::text";
    }
}
