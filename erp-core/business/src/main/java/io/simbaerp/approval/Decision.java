package io.simbaerp.approval;

/** What an approver may say: yes, back to whoever prepared it, or no. */
public enum Decision {
    APPROVE,
    RETURN,
    REJECT
}
