/** Documents as what other records rest on: whoever names one as a source names one of the company's. */
@NullMarked
package io.simbaerp.document.evidence;

import org.jspecify.annotations.NullMarked;
