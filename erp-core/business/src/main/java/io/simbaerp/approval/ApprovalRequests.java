package io.simbaerp.approval;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The requests for approval of the company acted for. */
interface ApprovalRequests extends JpaRepository<ApprovalRequest, UUID> {

    @Query(
            "select r from ApprovalRequest r where r.subjectKind = :kind and r.subjectId = :subject and r.voidedAt is null")
    Optional<ApprovalRequest> live(String kind, UUID subject);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select r from ApprovalRequest r where r.subjectKind = :kind and r.subjectId = :subject and r.voidedAt is null")
    Optional<ApprovalRequest> lockLive(String kind, UUID subject);
}
