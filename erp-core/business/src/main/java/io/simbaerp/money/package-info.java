/**
 * Amounts with their currency, exact and explicitly rounded. Never floating point, never a bare number across a
 * module's border.
 *
 * <ol>
 *   <li>Amounts of different currencies are never added or compared.
 *   <li>An amount carries at most the currency's decimals (ISO 4217) once it is rounded; rounding is always said.
 *   <li>An account number is an IBAN whose check digits are right, in one form, without spaces.
 * </ol>
 */
@ApplicationModule(
        displayName = "Money",
        allowedDependencies = {"architecture"},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package io.simbaerp.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
