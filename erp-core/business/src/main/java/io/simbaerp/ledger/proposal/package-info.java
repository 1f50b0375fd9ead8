/**
 * Entries made by hand above the company's limit: proposed by one person, approved by another, and posted exactly as they
 * were approved.
 *
 * <ol>
 *   <li>What is posted by hand above the limit has the stored approval of exactly this content, whoever posts it.
 *   <li>What was proposed stays in the records. An approver returns it, or the books refuse it though it was approved: then
 *       whoever proposed it corrects it, which asks for approval anew, sends it on as it is, or withdraws it.
 *   <li>Nobody approves an entry they proposed or corrected, and only who did withdraws it: by the rule and by the database.
 * </ol>
 */
@NamedInterface("proposal")
@NullMarked
package io.simbaerp.ledger.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
