package io.simbaerp.party;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The bank accounts of the company's partners. */
interface BankAccounts extends Repository<BankAccount, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from BankAccount a where a.id = :id")
    Optional<BankAccount> lockById(UUID id);

    Optional<BankAccount> findByPartyIdAndIbanAndWithdrawnByIsNull(UUID partyId, String iban);

    boolean existsByPartyIdAndConfirmedByIsNotNull(UUID partyId);

    BankAccount saveAndFlush(BankAccount account);

    void flush();
}
