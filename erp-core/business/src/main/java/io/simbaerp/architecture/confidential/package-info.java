/** How statements leave out what whoever acts may not see. */
@NullMarked
package io.simbaerp.architecture.confidential;

import org.jspecify.annotations.NullMarked;
