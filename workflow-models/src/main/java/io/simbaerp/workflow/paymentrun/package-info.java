/** The payment run from being sent to approval to the file: what starts and ends its process, and the steps it calls. */
@NullMarked
package io.simbaerp.workflow.paymentrun;

import org.jspecify.annotations.NullMarked;
