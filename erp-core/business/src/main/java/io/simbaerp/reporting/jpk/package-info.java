/**
 * The books of a period as the tax office wants them (JPK_KR_PD): what is handed in, whether it can be, and the port to the
 * form it is handed in. Sums that are counted while writing are compared with the ledger's own.
 */
@NamedInterface("jpk")
@NullMarked
package io.simbaerp.reporting.jpk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
