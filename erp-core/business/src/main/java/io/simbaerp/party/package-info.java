/**
 * Business partners: who supplies us and whom we supply, with structured addresses, tax ids and bank accounts.
 *
 * <ol>
 *   <li>A tax id leads to at most one party of a company.
 *   <li>A bank account has a source, the document, the answer of the White List or the person it came from, and counts only once
 *       a second person has approved exactly what it is. Whoever proposed it can't: refused by the rule and again by the
 *       database. Another account than a confirmed one needs a document or the White List.
 *   <li>An IBAN is stored only if its check digits (ISO 13616, modulo 97) are right; an account once proposed is never
 *       changed to another number. Once withdrawn it is never paid to, nor taken up again.
 * </ol>
 *
 * <p>Called by pages, REST and the modules that deal with partners. Publishes what happens to parties and accounts.
 */
@ApplicationModule(
        displayName = "Parties",
        allowedDependencies = {"architecture", "money", "page", "page :: list", "company", "identity", "audit"})
@NullMarked
package io.simbaerp.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
