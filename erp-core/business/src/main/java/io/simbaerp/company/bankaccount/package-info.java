/**
 * The company's own bank accounts: where its money lies and how each bank wants to be told to move it.
 *
 * <ol>
 *   <li>An account is an IBAN with right check digits, once per company. Number and currency never change; an account
 *       nobody pays from any more is switched off.
 *   <li>What differs from bank to bank is data of the account, its {@link io.simbaerp.company.bankaccount.BankProfile}.
 * </ol>
 */
@NamedInterface("bank-accounts")
@NullMarked
package io.simbaerp.company.bankaccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
