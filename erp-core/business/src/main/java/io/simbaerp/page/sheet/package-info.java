/**
 * Spreadsheets people bring: read as a stream, within limits that hold for every file whatever it is brought for.
 *
 * <ol>
 *   <li>A file is read whole or refused whole; nothing beyond a limit is left out in silence.
 *   <li>Files are read on threads of their own ({@link io.simbaerp.page.sheet.FileReading}), within limits on time and memory.
 *   <li>What unpacking would cost is counted while it happens, never believed from the archive.
 * </ol>
 */
@NamedInterface("sheet")
@NullMarked
package io.simbaerp.page.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
