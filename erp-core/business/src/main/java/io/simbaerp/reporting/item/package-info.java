/** What parties owe and are owed on a day, by how late it is. */
@NullMarked
package io.simbaerp.reporting.item;

import org.jspecify.annotations.NullMarked;
