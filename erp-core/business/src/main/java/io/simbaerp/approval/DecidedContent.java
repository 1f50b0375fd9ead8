package io.simbaerp.approval;

/**
 * What somebody decided on, as it was at that moment.
 *
 * @param content the text whose hash the decision is bound to
 */
public record DecidedContent(ApprovalDecisionView decision, String content) {}
