package io.simbaerp.page.list;

import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills a company's list of documents with rows by the thousand, past the use cases. */
final class ManyDocuments {

    private ManyDocuments() {}

    /**
     * Documents 1 to count: every fourth without an amount, a hundred suppliers, due dates over a year, all of their
     * words in the index as the triggers write them.
     */
    static void fill(TestDatabase database, TestCompany company, int count) throws SQLException {
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + company.id().value() + "', true)");
            sql.execute("""
                    insert into archive.original (company_id, id, sha256, size, stored_at)
                    select simba.current_company(), gen_random_uuid(),
                           encode(sha256((simba.current_company() || '/' || n)::bytea), 'hex'), 1, now()
                      from generate_series(1, %d) n""".formatted(count));
            // Without figures about the new rows an older server looks through all of them for every reference.
            sql.execute("analyze archive.original");
            sql.execute("alter table document.document disable trigger user");
            sql.execute("""
                    insert into document.document (company_id, id, number, kind, state, title, file_name, media_type, sha256,
                           size, channel, received_at, received_on, received_by, supplier_name, supplier_tax_id,
                           supplier_number, due_on, amount, currency)
                    select simba.current_company(), gen_random_uuid(), 'DOC/2026/' || lpad(n::text, 6, '0'),
                           case n %% 3 when 0 then 'plain' else 'purchase-invoice' end,
                           case n %% 5 when 0 then 'POSTED' else 'IN_PROCESS' end,
                           'Firma Źródło ' || n %% 100 || ', FV/' || n || '/11/2026', 'f' || n || '.xml', 'application/xml',
                           encode(sha256((simba.current_company() || '/' || n)::bytea), 'hex'), 1, 'upload', now(),
                           date '2026-11-20', 'system:test', 'Firma Źródło ' || n %% 100, '99900112' || lpad((n %% 100)::text, 2, '0'),
                           'FV/' || n || '/11/2026', date '2026-01-01' + n %% 365,
                           case when n %% 4 > 0 then n %% 1000 + 0.5 end, case when n %% 4 > 0 then 'PLN' end
                      from generate_series(1, %d) n""".formatted(count));
            sql.execute("""
                    insert into document.document_word (company_id, word, id, field)
                    select d.company_id, w, d.id, 'record' from document.document d,
                           unnest(simba.words(concat_ws(' ', number, title, file_name, supplier_number, supplier_tax_id))) w
                    union all
                    select d.company_id, w, d.id, 'supplier' from document.document d,
                           unnest(simba.words(concat_ws(' ', supplier_name, supplier_tax_id))) w""");
            sql.execute("alter table document.document enable trigger user");
            owner.commit();
            sql.execute("analyze document.document");
            sql.execute("analyze document.document_word");
            owner.commit();
        }
    }
}
