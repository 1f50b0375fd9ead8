package io.simbaerp.payment.file;

/**
 * A payment file.
 *
 * @param format its name, such as {@code pain.001.001.09}
 * @param schemaChecked whether it was checked against the official schema
 */
public record PaymentFile(byte[] content, String format, boolean schemaChecked) {}
