package io.simbaerp.ledger;

import io.simbaerp.architecture.CompanyId;

/** A sound entry of 5.00 as plain SQL, of which a test makes an unsound one. */
record EntryBySql(CompanyId company) {

    static final String ENTRY = "11111111-1111-7111-8111-111111111111";

    Head head() {
        return new Head(
                company.toString(),
                "insert into ledger.journal_entry (company_id, id, journal_id, fiscal_year_id, fiscal_period_id, number, kind,"
                        + " operation_date, document_date, posting_date, recorded_at, recorded_by, narration,"
                        + " idempotency_key, input_hash, line_count, total) select {company_id}, '" + ENTRY
                        + "', j.id, {fiscal_year_id}, {fiscal_period_id}, {number}, {kind}, date '2026-11-20',"
                        + " date '2026-11-20', {posting_date}::date, {recorded_at}::timestamptz, 'attacker', 'x',"
                        + " gen_random_uuid(), 'x', {line_count}, {total} from ledger.journal j, company.fiscal_period p"
                        + " where j.code = 'PK' and p.code = '2026-11'");
    }

    record Head(String company, String template) {

        Head with(String name, String value) {
            return new Head(company, template.replace("{" + name + "}", value));
        }

        String sql() {
            return with("company_id", "'" + company + "'")
                    .with("fiscal_year_id", "p.fiscal_year_id")
                    .with("fiscal_period_id", "p.id")
                    .with("number", "null")
                    .with("kind", "'ORDINARY'")
                    .with("posting_date", "'2026-11-20'")
                    .with("recorded_at", "'2030-01-01'")
                    .with("line_count", "2")
                    .with("total", "5")
                    .template;
        }
    }

    /** Lines as text: account, debit, credit. */
    String lines(String... lines) {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (String line : lines) {
            String[] parts = line.split(" ");
            rows.append(number == 0 ? "" : " union all ")
                    .append("select '" + company + "'::uuid, '" + ENTRY + "'::uuid, " + ++number + "::smallint,"
                            + " (select id from ledger.account where code = '" + parts[0] + "'), date '2026-11-20', "
                            + parts[1] + ", " + parts[2]);
        }
        return "insert into ledger.journal_line (company_id, entry_id, line_number, account_id, posting_date, debit,"
                + " credit) " + rows;
    }
}
