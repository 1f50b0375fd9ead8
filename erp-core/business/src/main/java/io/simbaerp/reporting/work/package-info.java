/** Reports about the work itself: how long tasks took and whether they were done in time. */
@NullMarked
package io.simbaerp.reporting.work;

import org.jspecify.annotations.NullMarked;
