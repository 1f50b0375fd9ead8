package io.simbaerp.integration.container;

import io.simbaerp.document.part.PartDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail message.
 *
 * @param subject what it says it is about
 * @param attachments the files it brings; not its text, and not the pictures in its text
 */
public record Message(@Nullable String subject, List<PartDraft> attachments) {}
