/** Findings in the reader's language: sentence, field and remedy. */
@NamedInterface("wording")
@NullMarked
package io.simbaerp.document.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
