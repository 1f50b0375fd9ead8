package io.simbaerp.audit.integrity;

import java.util.List;
import org.springframework.stereotype.Component;

/** The trail itself in the log, and the company's settings, whose module stands below this one. */
@Component
class TrailLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("trail-line", """
                        select x.id, to_jsonb(x) || jsonb_build_object('subjects', (
                                   select jsonb_agg(jsonb_build_array(s.subject_kind, s.subject_id)
                                                    order by s.subject_kind, s.subject_id)
                                     from audit.event_subject s
                                    where s.company_id = x.company_id and s.event_id = x.id)) as record
                          from audit.business_event x where x.company_id = :company""", true),
                LeafKind.added("personal-value", """
                        select x.event_id as id, to_jsonb(x) as record
                          from audit.personal_value x where x.company_id = :company""", false),
                LeafKind.settings("company.company", "id", "id"),
                LeafKind.settings("company.fiscal_year", "id", "id"),
                LeafKind.settings("company.fiscal_period", "id", "id"),
                LeafKind.settings("company.bank_account", "id", "id"),
                LeafKind.settings("company.working_week", "company_id", "company_id"),
                LeafKind.settings("company.special_day", "company_id", "company_id", "day"),
                LeafKind.added("period-exception", """
                        select x.id, to_jsonb(x) - '{revoked_by, revoked_at}'::text[] as record
                          from company.period_exception x where x.company_id = :company""", false),
                LeafKind.added("period-exception-revoked", """
                        select x.id, jsonb_build_object('id', x.id, 'revoked_by', x.revoked_by, 'revoked_at',
                                                        x.revoked_at) as record
                          from company.period_exception x
                         where x.company_id = :company and x.revoked_at is not null""", false),
                LeafKind.added("exchange-rate", "company.exchange_rate"));
    }
}
