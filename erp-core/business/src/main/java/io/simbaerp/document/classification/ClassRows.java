package io.simbaerp.document.classification;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Document classes as rows. */
@Component
class ClassRows {

    private static final String SELECT =
            "select c.id, c.code, c.name_en, c.name_pl, c.duties, c.kinds from document.document_class c";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ClassRows(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    List<DocumentClass> all() {
        return jdbc.sql(SELECT + " where c.company_id = :company order by c.code")
                .param("company", company())
                .query((row, n) -> of(row))
                .list();
    }

    Optional<DocumentClass> byCode(String code) {
        return jdbc.sql(SELECT + " where c.company_id = :company and c.code = :code")
                .param("company", company())
                .param("code", code)
                .query((row, n) -> of(row))
                .optional();
    }

    Optional<DocumentClass> ofDocument(DocumentId document) {
        return jdbc.sql(SELECT + """
                         join document.document d on d.company_id = c.company_id and d.class = c.code
                        where c.company_id = :company and d.id = :document""")
                .param("company", company())
                .param("document", document.value())
                .query((row, n) -> of(row))
                .optional();
    }

    /** Whether the document was there to be locked. */
    boolean lock(DocumentId document) {
        return jdbc.sql("select id from document.document where company_id = :company and id = :id for update")
                .param("company", company())
                .param("id", document.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void classify(DocumentId document, @Nullable String code) {
        jdbc.sql("update document.document set class = :code where company_id = :company and id = :id")
                .param("code", code)
                .param("company", company())
                .param("id", document.value())
                .update();
    }

    /** Adds the class, or changes names and duties of the one with this code. */
    UUID save(UUID id, DocumentClassDraft draft) {
        return jdbc.sql("""
                        insert into document.document_class (company_id, id, code, name_en, name_pl, duties, kinds)
                        values (:company, :id, :code, :nameEn, :namePl, :duties, :kinds)
                        on conflict (company_id, code) do update
                           set name_en = excluded.name_en, name_pl = excluded.name_pl, duties = excluded.duties, kinds = excluded.kinds
                        returning id""")
                .param("company", company())
                .param("id", id)
                .param("code", draft.code())
                .param("nameEn", draft.nameEn())
                .param("namePl", draft.namePl())
                .param(
                        "duties",
                        draft.duties().stream().map(Duty::name).sorted().toArray(String[]::new))
                .param("kinds", draft.kinds().stream().sorted().toArray(String[]::new))
                .query(UUID.class)
                .single();
    }

    private UUID company() {
        return currentActor.company().value();
    }

    private static DocumentClass of(ResultSet row) throws SQLException {
        Set<Duty> duties = Arrays.stream((String[]) row.getArray("duties").getArray())
                .map(Duty::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new DocumentClass(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                duties,
                Set.of((String[]) row.getArray("kinds").getArray()));
    }
}
