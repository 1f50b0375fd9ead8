/**
 * Documents that came inside another one: the files of a ZIP, the attachments of a message.
 *
 * <ol>
 *   <li>Each is a document of its own and goes its own way; the one it came in keeps its original as it was received.
 *   <li>A part whose content is there already is not kept twice, only named.
 *   <li>Containers stand in each other to a limited depth and bring a limited number of documents in all.
 * </ol>
 */
@NamedInterface("part")
@NullMarked
package io.simbaerp.document.part;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
