package io.simbaerp.intake.reading;

import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.page.sheet.FileReading;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/**
 * Reads what strangers sent where every file is read, within limits on time and memory. Reading that takes too long is ended
 * and its document quarantined with that reason; whoever asked never waits longer.
 */
@Component
public class BoundedReading {

    private final ContentReader reader;
    private final FileReading files;
    private final Duration longest;

    BoundedReading(
            ContentReader reader, FileReading files, @Value("${simba.intake.longest-reading:20s}") Duration longest) {
        this.reader = reader;
        this.files = files;
        this.longest = longest;
    }

    /**
     * Reads the content as the reader does.
     *
     * @throws UnreadableContent content.too-slow, content.too-much-memory, and what the reader throws
     * @throws TransientDataAccessResourceException if no place became free: nothing is wrong with the content
     */
    public ReadContent read(byte[] content, String fileName) {
        return read(content, fileName, longest);
    }

    /** As {@link #read(byte[], String)}, for somebody who waits for the answer. */
    public ReadContent read(byte[] content, String fileName, Duration atMost) {
        Duration limit = atMost.compareTo(longest) < 0 ? atMost : longest;
        try {
            return files.read(content.length, limit, () -> reader.read(content, fileName));
        } catch (FileReading.Ended ended) {
            throw new UnreadableContent(ended.rule(), ended.args());
        }
    }
}
