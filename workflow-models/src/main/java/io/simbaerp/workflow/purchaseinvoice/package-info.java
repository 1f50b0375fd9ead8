/** The purchase invoice from receipt to the ledger: what starts its process and the steps it calls. */
@NullMarked
package io.simbaerp.workflow.purchaseinvoice;

import org.jspecify.annotations.NullMarked;
