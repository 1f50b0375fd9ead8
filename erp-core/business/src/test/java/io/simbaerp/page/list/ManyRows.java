package io.simbaerp.page.list;

import io.simbaerp.ledger.OpenItems;
import io.simbaerp.party.Parties;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** Fills a company's lists of parties, open items and payment runs with rows by the thousand, most of them tied. */
final class ManyRows {

    private static final String PARTIES = """
            insert into party.party (company_id, id, name, street, postal_code, city, country, supplier, customer)
            select simba.current_company(), gen_random_uuid(), 'Źródło ' || n %% 10, 'ul. Prosta ' || n, '81-300', 'Gdynia',
                   case n %% 3 when 0 then 'DE' else 'PL' end, n %% 4 > 0, n %% 4 = 0
              from generate_series(1, %d) n;
            insert into party.party_word (company_id, word, id, field)
            select p.company_id, w, p.id, 'record' from party.party p, unnest(simba.words(concat_ws(' ', name, city))) w
             where p.company_id = simba.current_company() and p.name like 'Źródło%%'
            """;

    /**
     * Twins of the one item that was posted, each of an entry of its own, with other amounts and days. They stand in another
     * journal: what is posted after them would follow their numbers, and leave a gap when they are taken out.
     */
    private static final String OPEN_ITEMS = """
            insert into ledger.journal_entry
            select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n,
                    'idempotency_key', 'twin ' || n, 'journal_id', (select j.id from ledger.journal j
                      where j.company_id = e.company_id and j.id <> e.journal_id order by j.code limit 1)))).*
              from ledger.journal_entry e
              join ledger.open_item i on i.company_id = e.company_id and i.entry_id = e.id, generate_series(2, %1$d) n
             where e.company_id = simba.current_company();
            insert into ledger.open_item (company_id, id, entry_id, line_number, posting_date, account_id, party_id, side,
                   currency, amount, remaining, base_amount, base_allocated, due_date)
            select i.company_id, gen_random_uuid(), e.id, 1000 + n, i.posting_date, i.account_id, i.party_id,
                   case n %% 5 when 0 then 'DEBIT' else 'CREDIT' end, i.currency, 1 + n %% 9,
                   case n %% 10 when 0 then 0 else 1 + n %% 9 end, 1 + n %% 9,
                   case n %% 10 when 0 then 1 + n %% 9 else 0 end, date '2026-11-01' + n %% 20
              from ledger.open_item i
              join generate_series(2, %1$d) n on true
              join ledger.journal_entry e on e.company_id = i.company_id and e.number = 1000 + n
             where i.company_id = simba.current_company();
            insert into ledger.open_item_card (company_id, item_id, party_id, party_name, document_number)
            select i.company_id, i.id, i.party_id, 'Źródło ' || i.line_number %% 10, 'FV/' || i.line_number
              from ledger.open_item i where i.company_id = simba.current_company() and i.line_number > 1000;
            insert into ledger.open_item_word (company_id, word, id, field)
            select c.company_id, w, c.item_id, 'party' from ledger.open_item_card c, unnest(simba.words(party_name)) w
             where c.company_id = simba.current_company() and c.document_number like 'FV/%%'
            """;

    private static final String RUNS = """
            insert into payment.payment_run (company_id, id, number, state, account_id, due_until, proposed_by, proposed_at,
                   cancel_reason)
            select a.company_id, gen_random_uuid(), 'PAY/2025/' || lpad(n::text, 6, '0'),
                   case n %% 4 when 0 then 'CANCELLED' else 'PROPOSED' end, a.id, date '2026-11-01' + n %% 20, 'system:test',
                   now(), case n %% 4 when 0 then 'x' end
              from company.bank_account a, generate_series(1, %d) n
             where a.company_id = simba.current_company()
            """;

    private static final Map<String, String> FILLING =
            Map.of(Parties.LIST, PARTIES, OpenItems.LIST, OPEN_ITEMS, PaymentRuns.LIST, RUNS);

    /** Books whose entries have no lines would be found wanting by whoever checks all books after this. */
    private static final String TAKE_OUT = """
            create temporary table twin on commit drop as
                select i.company_id, i.id, i.entry_id from ledger.open_item i
                  join ledger.journal_entry e on e.company_id = i.company_id and e.id = i.entry_id
                 where e.idempotency_key like 'twin %';
            delete from ledger.open_item_word w using twin t where w.company_id = t.company_id and w.id = t.id;
            delete from ledger.open_item_card c using twin t where c.company_id = t.company_id and c.item_id = t.id;
            delete from ledger.open_item i using twin t where i.company_id = t.company_id and i.id = t.id;
            delete from ledger.journal_entry e using twin t where e.company_id = t.company_id and e.id = t.entry_id
            """;

    private ManyRows() {}

    /** A company with an own account, and one debt to one supplier: what the other rows of its lists are made after. */
    static TestCompany company(Payables payables) {
        TestCompany company = payables.company();
        payables.ownAccount(company);
        payables.owed(company, payables.unconfirmed(company, "Alfa"), "1.00");
        return company;
    }

    /** Makes so many rows in all, past the rules of their tables, with the words to find them by. */
    static void fill(TestDatabase database, TestCompany company, String list, int count) throws SQLException {
        pastTheRules(
                database,
                "select set_config('simba.company', '" + company.id().value() + "', true)",
                FILLING.get(list).formatted(list.equals(Parties.LIST) ? count - 1 : count));
    }

    /** Takes out again what would be wrong in books. */
    static void takeOut(TestDatabase database) throws SQLException {
        pastTheRules(database, TAKE_OUT);
    }

    private static void pastTheRules(TestDatabase database, String... statements) throws SQLException {
        try (Connection superuser = database.connect("postgres");
                Statement sql = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            sql.execute("set local session_replication_role = replica");
            for (String statement : statements) {
                sql.execute(statement);
            }
            superuser.commit();
            superuser.setAutoCommit(true);
            sql.execute("analyze");
        }
    }
}
