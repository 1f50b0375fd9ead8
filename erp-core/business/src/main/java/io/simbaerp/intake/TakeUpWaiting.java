package io.simbaerp.intake;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.document.DocumentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes up what was kept but not read, such as after a power failure, through all companies. */
@Component
public class TakeUpWaiting {

    private static final Logger LOG = LoggerFactory.getLogger(TakeUpWaiting.class);

    private final CompanyDirectory companies;
    private final WaitingList waitingList;
    private final Reception reception;
    private final IntakeScope scope;

    TakeUpWaiting(CompanyDirectory companies, WaitingList waitingList, Reception reception, IntakeScope scope) {
        this.companies = companies;
        this.waitingList = waitingList;
        this.reception = reception;
        this.scope = scope;
    }

    /**
     * Reads whatever waits with nobody working on it.
     *
     * @return how many documents were registered or quarantined
     */
    public int run() {
        int taken = 0;
        for (CompanyId company : companies.all()) {
            for (DocumentId id : scope.in(company, waitingList::next)) {
                taken += takeUp(company, id);
            }
        }
        return taken;
    }

    private int takeUp(CompanyId company, DocumentId id) {
        try {
            return reception
                            .read(company, id, TakeUpDocument.Claim.IF_FREE, null)
                            .isPresent()
                    ? 1
                    : 0;
        } catch (RuntimeException e) {
            LOG.warn("Document {} could be neither read nor quarantined; the next run tries again", id, e);
            return 0;
        }
    }
}
