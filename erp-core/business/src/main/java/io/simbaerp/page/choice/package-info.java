/**
 * What people choose for their lists: views under a name, for themselves, for everybody who sees the list or for the
 * holders of a duty, the columns, and the view a list opens with. A view belongs to who saved it; others use and copy it,
 * nobody else changes or removes it.
 */
@NullMarked
package io.simbaerp.page.choice;

import org.jspecify.annotations.NullMarked;
