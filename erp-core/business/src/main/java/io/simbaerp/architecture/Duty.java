package io.simbaerp.architecture;

import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody may be entrusted with. Roles bundle duties per company; every use case and every query asks for exactly
 * one. A duty says what is done, never who does it.
 */
public enum Duty {
    /** Read what every member of the company may know: the company itself, its calendar, the own tasks. */
    BELONG_TO_COMPANY,

    /** Hand in documents, by upload, REST or a watched folder. */
    RECEIVE_DOCUMENT,
    /** See documents, their originals and their history. */
    VIEW_DOCUMENT,
    /** Take quarantined documents up again or reject them. */
    DECIDE_QUARANTINE,
    /** Put a document into another document class. */
    CLASSIFY_DOCUMENT,
    /** See the documents of payroll, where their class names this duty. */
    SEE_PAYROLL_DOCUMENT,
    /** See personnel files, where their class names this duty. */
    SEE_PERSONNEL_DOCUMENT,
    /** See legal matters, where their class names this duty. */
    SEE_LEGAL_DOCUMENT,
    /** See what belongs to the board, where its class names this duty. */
    SEE_BOARD_DOCUMENT,

    /** Put accounts, cost centres and VAT codes to the lines of an invoice and answer questions about it. */
    CODE_INVOICE,
    /** Approve invoices on the first level. */
    APPROVE_INVOICE,
    /** Approve invoices above the limit of the first level. */
    APPROVE_INVOICE_ABOVE_LIMIT,
    /** Carry an approved invoice into the ledger; held by the process, not by people. */
    POST_INVOICE,

    /** Post journal entries. */
    POST_JOURNAL_ENTRY,
    /** Approve entries made by hand above the company's limit. */
    APPROVE_JOURNAL_ENTRY,
    /** See accounts, entries, open items and reports. */
    VIEW_LEDGER,
    /** Change the chart of accounts, journals and VAT codes. */
    MAINTAIN_LEDGER,
    /** Post into periods that are soft-closed. */
    POST_INTO_SOFT_CLOSED_PERIOD,
    /** Let somebody post into a locked period for a while. */
    GRANT_PERIOD_EXCEPTION,

    /** See business partners. */
    VIEW_PARTY,
    /** Add and change business partners and propose their bank accounts. */
    MAINTAIN_PARTY,
    /** Confirm a bank account somebody else proposed. */
    CONFIRM_BANK_ACCOUNT,
    /** Approve new suppliers others proposed. */
    APPROVE_SUPPLIER,
    /** Let an account be paid to before its cool-off ends. */
    WAIVE_COOL_OFF,

    /** Add and change the company's own bank accounts. */
    MAINTAIN_OWN_ACCOUNT,

    /** See due items and payment runs. */
    VIEW_PAYMENT,
    /** Put payment runs together, send them to approval and cancel them. */
    PROPOSE_PAYMENT,
    /** Approve payment runs others put together. */
    APPROVE_PAYMENT,
    /** Release approved payment runs; held by the process, not by people. */
    RELEASE_PAYMENT,

    /** See exchange rates. */
    VIEW_EXCHANGE_RATE,
    /** Add and import exchange rates. */
    MAINTAIN_EXCHANGE_RATE,

    /** Write policies and pages of the knowledge base, send them to review, and look at them again in time. */
    WRITE_CONTROLLED_DOCUMENT,
    /** Review what others wrote there. */
    REVIEW_CONTROLLED_DOCUMENT,
    /** Publish what was approved; held by the process, not by people. */
    PUBLISH_CONTROLLED_DOCUMENT,

    /** Claim one's own expenses. */
    CLAIM_EXPENSE,
    /** Approve claims of others on the first level. */
    APPROVE_EXPENSE,
    /** Approve claims of others above the limit of the first level. */
    APPROVE_EXPENSE_ABOVE_LIMIT,
    /** Code approved claims and keep categories and limits of expenses. */
    CODE_EXPENSE,

    /** Work on tasks of the task desk; what a task itself asks for is checked besides. */
    WORK_ON_TASK,
    /** Put tasks on the desk and take them off; held by processes. */
    RUN_PROCESS,

    /** See the models of processes and decision tables, and their versions. */
    VIEW_MODEL,
    /** Propose another version of a model. */
    PROPOSE_MODEL,
    /** Approve and deploy the version of a model somebody else proposed. */
    DEPLOY_MODEL,

    /** See and repair connectors. */
    OPERATE_CONNECTOR,
    /** Read the audit trail: who did what, from where, with old and new values. */
    VIEW_AUDIT,
    /** Add users, roles and settings. */
    ADMINISTER,
    /** See who holds which roles and duties, and which of them conflict. */
    VIEW_DUTIES,
    /** Approve that one person holds conflicting duties nevertheless, until a day. */
    APPROVE_DUTY_EXCEPTION;

    /** The duties a confidential document class may name: they open documents and nothing else. */
    public static Set<Duty> ofSight() {
        return EnumSet.of(SEE_PAYROLL_DOCUMENT, SEE_PERSONNEL_DOCUMENT, SEE_LEGAL_DOCUMENT, SEE_BOARD_DOCUMENT);
    }
}
