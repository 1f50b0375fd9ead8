/**
 * Folders that connectors read and write.
 *
 * <ol>
 *   <li>The operator sets the root; nothing above it is read or written, whatever a name says.
 *   <li>Links are not followed: they could lead anywhere.
 * </ol>
 */
@NullMarked
package io.simbaerp.integration.folder;

import org.jspecify.annotations.NullMarked;
