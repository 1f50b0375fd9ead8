/** What an approved claim is in the books: coded by an accountant, posted as it was approved, owed to the employee. */
@NamedInterface("booking")
@NullMarked
package io.simbaerp.expense.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
