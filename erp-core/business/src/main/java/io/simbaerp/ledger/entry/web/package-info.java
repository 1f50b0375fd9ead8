/** The posting desk: the grid in which an entry is typed, what it looks up while somebody types, and entries copied into it. */
@NullMarked
package io.simbaerp.ledger.entry.web;

import org.jspecify.annotations.NullMarked;
