package io.simbaerp.approval;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The decisions of the company acted for. */
interface ApprovalDecisions extends JpaRepository<ApprovalDecision, UUID> {

    @Query("select d from ApprovalDecision d where d.requestId = :request order by d.decidedAt, d.id")
    List<ApprovalDecision> of(UUID request);

    @Query("select d from ApprovalDecision d where d.requestId in (select r.id from ApprovalRequest r"
            + " where r.subjectKind = :kind and r.subjectId = :subject) order by d.decidedAt, d.id")
    List<ApprovalDecision> about(String kind, UUID subject);
}
