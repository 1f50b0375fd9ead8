/**
 * Papers: a template of {@code document-templates} filled with a record of plain texts becomes a PDF/A-2b.
 *
 * <ol>
 *   <li>A template sees the record it is given and messages, nothing else; it reaches neither network nor disk.
 *   <li>Every font is embedded, colours are sRGB: the file looks the same in twenty years.
 * </ol>
 */
@ApplicationModule(
        displayName = "Rendering",
        allowedDependencies = {"architecture", "page", "company"})
@NullMarked
package io.simbaerp.rendering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
