/** The company's policy of expenses as data: categories, limits, accounts, and what speaks against a line, in words. */
@NamedInterface("policy")
@NullMarked
package io.simbaerp.expense.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
