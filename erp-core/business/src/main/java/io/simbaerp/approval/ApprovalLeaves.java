package io.simbaerp.approval;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * In the integrity log: what was asked, what was decided, which requests became void when, and how much may be approved. The content itself isn't
 * repeated there: its hash is. A forged value of another shape is a finding and never an error of the recount.
 */
@Component
class ApprovalLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("approval-request", """
                        select x.id, to_jsonb(x) - 'voided_at' - 'content' || jsonb_build_object('lines',
                            case when jsonb_typeof(x.lines) <> 'object' then x.lines
                                 else (select jsonb_object_agg(l.key,
                                                case when jsonb_typeof(l.value) = 'object' then l.value - 'content'
                                                     else l.value end)
                                         from jsonb_each(x.lines) l) end) as record
                          from approval.approval_request x where x.company_id = :company
                        """, true),
                LeafKind.added("approval-decision", "approval.approval_decision"),
                LeafKind.settings("approval.rolling_limit", "id", "id"),
                LeafKind.added(
                        "approval-asked-above",
                        "select x.decision_id as id, to_jsonb(x) as record from approval.asked_above x"
                                + " where x.company_id = :company",
                        false),
                LeafKind.added(
                        "approval-void",
                        "select x.id, jsonb_build_object('id', x.id, 'voided_at', x.voided_at) as record"
                                + " from approval.approval_request x"
                                + " where x.company_id = :company and x.voided_at is not null",
                        false));
    }
}
