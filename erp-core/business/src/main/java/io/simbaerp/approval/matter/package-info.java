/**
 * The approval round every kind of record can share: who is asked, in which order, about exactly which content.
 *
 * <ol>
 *   <li>A module says what a decision of its records is about ({@link io.simbaerp.approval.matter.ApprovalMatter}) and
 *       gets levels, binding to the content and separation of duties for it.
 *   <li>The shared process {@code ApprovalRound} asks level after level; processes call it.
 * </ol>
 */
@NamedInterface("matter")
@NullMarked
package io.simbaerp.approval.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
