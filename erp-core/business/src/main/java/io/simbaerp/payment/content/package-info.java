/** What an approval of a run binds to, and who may not give it. */
@NullMarked
package io.simbaerp.payment.content;

import org.jspecify.annotations.NullMarked;
