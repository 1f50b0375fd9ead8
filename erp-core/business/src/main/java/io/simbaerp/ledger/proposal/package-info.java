/**
 * Entries made by hand above the company's limit: proposed by one person, approved by another, and posted exactly as they
 * were approved.
 *
 * <ol>
 *   <li>What is posted by hand above the limit has the stored approval of exactly this content, whoever posts it.
 *   <li>A proposal is never changed; another one is made instead.
 * </ol>
 */
@NamedInterface("proposal")
@NullMarked
package io.simbaerp.ledger.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
