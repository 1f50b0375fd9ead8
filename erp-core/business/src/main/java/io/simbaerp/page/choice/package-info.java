/**
 * What people choose for their lists: views under a name, for themselves or for everybody of the company, the columns,
 * and the view a list opens with. A view belongs to who saved it; nobody else changes or removes it.
 */
@NullMarked
package io.simbaerp.page.choice;

import org.jspecify.annotations.NullMarked;
