/**
 * Answers of the White List of the Ministry of Finance, as somebody names them to prove that an account is a partner's.
 *
 * <ol>
 *   <li>An answer is about one tax payer, one account and one day; its identifier alone proves nothing. All of them are kept.
 *   <li>The list knows accounts in Poland of tax payers with a NIP. A partner without one, or another account, is not proven
 *       by it.
 *   <li>An identifier is of the day it was given on, and never used again on another.
 * </ol>
 */
@NamedInterface("white-list")
@NullMarked
package io.simbaerp.party.whitelist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
