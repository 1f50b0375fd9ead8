/** Claims and their lines as they are kept. Only use cases of this module write them. */
@NullMarked
package io.simbaerp.expense.store;

import org.jspecify.annotations.NullMarked;
