package io.simbaerp.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The decisions of the company acted for. */
interface ApprovalDecisions extends Repository<ApprovalDecision, UUID> {

    @Query("select d from ApprovalDecision d where d.requestId = :request order by d.decidedAt, d.id")
    List<ApprovalDecision> of(UUID request);

    @Query("select d from ApprovalDecision d where d.requestId in (select r.id from ApprovalRequest r"
            + " where r.subjectKind = :kind and r.subjectId = :subject)"
            + " and not exists (select c.id from ApprovalDecision c where c.carriedFrom = d.id)"
            + " order by d.decidedAt, d.id")
    List<ApprovalDecision> about(String kind, UUID subject);

    /** The latest one that has lost its force. */
    @Query("select d from ApprovalDecision d where d.requestId in (select r.id from ApprovalRequest r"
            + " where r.subjectKind = :kind and r.subjectId = :subject and r.voidedAt is not null)"
            + " order by d.decidedAt desc, d.id desc limit 1")
    Optional<ApprovalDecision> latestVoid(String kind, UUID subject);
}
