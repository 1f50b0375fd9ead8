package io.simbaerp.controlled.text;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that looks the same throughout.
 *
 * @param href where it leads: an address of the web, of mail, or within this program; nothing for plain text
 */
public record Run(
        String text,
        boolean strong,
        boolean emphasis,
        boolean code,
        @Nullable String href) {}
