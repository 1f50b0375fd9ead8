package io.simbaerp.identity;

import static io.simbaerp.architecture.Duty.*;

import io.simbaerp.architecture.Duty;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The roles a new company starts with. They are ordinary rows afterwards. */
public final class StandardRoles {

    private static final Set<Duty> VIEWING =
            EnumSet.of(VIEW_DOCUMENT, VIEW_LEDGER, VIEW_PARTY, VIEW_EXCHANGE_RATE, VIEW_PAYMENT, WORK_ON_TASK);

    private StandardRoles() {}

    public static List<Role> all() {
        return List.of(
                new Role(
                        "accountant",
                        "Accountant",
                        "Księgowy",
                        viewingAnd(
                                RECEIVE_DOCUMENT,
                                DECIDE_QUARANTINE,
                                CODE_INVOICE,
                                POST_JOURNAL_ENTRY,
                                MAINTAIN_PARTY,
                                MAINTAIN_EXCHANGE_RATE)),
                new Role("manager", "Manager", "Kierownik", viewingAnd(APPROVE_INVOICE, APPROVE_PAYMENT)),
                new Role("director", "Director", "Dyrektor", viewingAnd(
                                APPROVE_INVOICE_ABOVE_LIMIT,
                                APPROVE_PAYMENT,
                                VIEW_DUTIES,
                                APPROVE_DUTY_EXCEPTION)),
                new Role(
                        "treasurer",
                        "Treasurer",
                        "Skarbnik",
                        viewingAnd(CONFIRM_BANK_ACCOUNT, PROPOSE_PAYMENT, MAINTAIN_OWN_ACCOUNT)),
                new Role(
                        "admin",
                        "Administrator",
                        "Administrator",
                        viewingAnd(ADMINISTER, MAINTAIN_LEDGER, OPERATE_CONNECTOR, MAINTAIN_EXCHANGE_RATE, VIEW_AUDIT, VIEW_DUTIES)),
                new Role("auditor", "Auditor", "Audytor", readingAll()));
    }

    /** Sees everything there is and changes nothing. */
    private static Set<Duty> readingAll() {
        Set<Duty> duties = viewingAnd(VIEW_AUDIT, VIEW_DUTIES);
        duties.remove(WORK_ON_TASK);
        return duties;
    }

    private static Set<Duty> viewingAnd(Duty... further) {
        Set<Duty> duties = EnumSet.copyOf(VIEWING);
        duties.addAll(List.of(further));
        return duties;
    }
}
