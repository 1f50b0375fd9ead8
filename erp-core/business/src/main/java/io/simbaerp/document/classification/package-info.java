/**
 * Document classes: which documents are confidential, and whose duties open them.
 *
 * <ol>
 *   <li>A class that names duties is confidential. Its documents, and whatever speaks of them, exist for the holders of
 *       one of these duties alone; for everybody else they are as if they had never been received.
 *   <li>PostgreSQL keeps this wall like the one between companies, on every table that shows such a document. Processes,
 *       routes and jobs see everything.
 *   <li>A document gets its class when it is handed in, by choice or by the folder it lies in; what came inside a
 *       document is confidential with it. Changing it takes a duty and a reason.
 *   <li>The books stay whole for everybody: entries and open items of confidential documents count, without saying from
 *       which document they come.
 * </ol>
 */
@NamedInterface("classification")
@NullMarked
package io.simbaerp.document.classification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
