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
                accountant(), manager(), director(), treasurer(), administrator(), auditor(), personnel(), employee());
    }

    private static Role accountant() {
        return new Role(
                "accountant",
                "Accountant",
                "Księgowy",
                viewingAnd(
                        RECEIVE_DOCUMENT,
                        DECIDE_QUARANTINE,
                        CODE_INVOICE,
                        POST_JOURNAL_ENTRY,
                        MAINTAIN_PARTY,
                        MAINTAIN_EXCHANGE_RATE,
                        CLASSIFY_DOCUMENT,
                        CODE_EXPENSE,
                        CLAIM_EXPENSE));
    }

    private static Role manager() {
        return new Role(
                "manager",
                "Manager",
                "Kierownik",
                viewingAnd(
                        APPROVE_INVOICE,
                        APPROVE_PAYMENT,
                        APPROVE_JOURNAL_ENTRY,
                        WRITE_CONTROLLED_DOCUMENT,
                        REVIEW_CONTROLLED_DOCUMENT,
                        APPROVE_EXPENSE,
                        CLAIM_EXPENSE));
    }

    private static Role director() {
        return new Role(
                "director",
                "Director",
                "Dyrektor",
                viewingAnd(
                        APPROVE_INVOICE_ABOVE_LIMIT,
                        APPROVE_PAYMENT,
                        WAIVE_COOL_OFF,
                        APPROVE_SUPPLIER,
                        APPROVE_JOURNAL_ENTRY,
                        VIEW_DUTIES,
                        APPROVE_DUTY_EXCEPTION,
                        GRANT_PERIOD_EXCEPTION,
                        REVIEW_CONTROLLED_DOCUMENT,
                        VIEW_MODEL,
                        DEPLOY_MODEL,
                        CLASSIFY_DOCUMENT,
                        SEE_LEGAL_DOCUMENT,
                        SEE_BOARD_DOCUMENT,
                        APPROVE_EXPENSE_ABOVE_LIMIT,
                        CLAIM_EXPENSE));
    }

    private static Role treasurer() {
        return new Role(
                "treasurer",
                "Treasurer",
                "Skarbnik",
                viewingAnd(
                        CONFIRM_BANK_ACCOUNT, APPROVE_SUPPLIER, PROPOSE_PAYMENT, MAINTAIN_OWN_ACCOUNT, CLAIM_EXPENSE));
    }

    private static Role administrator() {
        return new Role(
                "admin",
                "Administrator",
                "Administrator",
                viewingAnd(
                        ADMINISTER,
                        VIEW_DUTIES,
                        MAINTAIN_LEDGER,
                        POST_INTO_SOFT_CLOSED_PERIOD,
                        OPERATE_CONNECTOR,
                        MAINTAIN_EXCHANGE_RATE,
                        VIEW_AUDIT,
                        VIEW_MODEL,
                        PROPOSE_MODEL));
    }

    private static Role auditor() {
        return new Role("auditor", "Auditor", "Audytor", readingAll());
    }

    /** Payroll and personnel: sees what nobody else sees of them, and keeps it so. */
    private static Role personnel() {
        return new Role(
                "personnel",
                "Personnel and payroll",
                "Kadry i płace",
                EnumSet.of(
                        VIEW_DOCUMENT,
                        WORK_ON_TASK,
                        RECEIVE_DOCUMENT,
                        CLASSIFY_DOCUMENT,
                        WRITE_CONTROLLED_DOCUMENT,
                        SEE_PAYROLL_DOCUMENT,
                        SEE_PERSONNEL_DOCUMENT,
                        CLAIM_EXPENSE));
    }

    /** Anybody who works here: claims expenses, reads what is to be read. */
    private static Role employee() {
        return new Role("employee", "Employee", "Pracownik", EnumSet.of(WORK_ON_TASK, CLAIM_EXPENSE));
    }

    /** Sees everything there is and changes nothing; what is confidential takes a duty of its own. */
    private static Set<Duty> readingAll() {
        Set<Duty> duties = viewingAnd(VIEW_AUDIT, VIEW_DUTIES, VIEW_MODEL);
        duties.remove(WORK_ON_TASK);
        return duties;
    }

    private static Set<Duty> viewingAnd(Duty... further) {
        Set<Duty> duties = EnumSet.copyOf(VIEWING);
        duties.addAll(List.of(further));
        return duties;
    }
}
