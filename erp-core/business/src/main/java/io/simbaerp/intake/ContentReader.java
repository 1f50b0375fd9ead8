package io.simbaerp.intake;

/** Recognises what was received by its content, never by its name, and reads it if it is an e-invoice. */
public interface ContentReader {

    /**
     * @param fileName only for what the reader says about the file; it decides nothing
     * @throws UnreadableContent if the content is malformed, hostile or beyond the limits
     */
    ReadContent read(byte[] content, String fileName);

    /**
     * Readers ask in every loop whether they may go on: a thread can't be stopped from outside.
     *
     * @throws UnreadableContent content.too-slow
     */
    static void goOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableContent("content.too-slow", 0);
        }
    }
}
