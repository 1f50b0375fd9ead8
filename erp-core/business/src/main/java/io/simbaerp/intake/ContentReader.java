package io.simbaerp.intake;

/** Recognises what was received by its content, never by its name, and reads it if it is an e-invoice. */
public interface ContentReader {

    /**
     * @param fileName only for what the reader says about the file; it decides nothing
     * @throws UnreadableContent if the content is malformed, hostile or beyond the limits
     */
    ReadContent read(byte[] content, String fileName);
}
