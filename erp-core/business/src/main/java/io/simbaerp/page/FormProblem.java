package io.simbaerp.page;

import org.jspecify.annotations.Nullable;

/**
 * Why a form was not taken, shown above it and at its field. A controller catches the {@code RuleViolation}, puts
 * {@code ruleTexts.problem(violation)} into the model as "problem" together with what was entered, answers 422 and shows
 * the page again.
 *
 * @param field the wrong field, named as in the form, or null
 * @param text one sentence in the reader's language
 */
public record FormProblem(String rule, @Nullable String field, String text) implements java.io.Serializable {}
