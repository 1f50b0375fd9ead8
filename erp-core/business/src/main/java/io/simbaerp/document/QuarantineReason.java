package io.simbaerp.document;

import java.util.List;

/**
 * Why a document couldn't be processed.
 *
 * @param rule the key of its sentence in the message files, under {@code rule.}
 * @param args what fills the sentence
 */
public record QuarantineReason(String rule, List<String> args) {}
