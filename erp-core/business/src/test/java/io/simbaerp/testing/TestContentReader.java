package io.simbaerp.testing;

import io.simbaerp.intake.ContentReader;
import io.simbaerp.intake.ReadContent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Reads what a test has said a text stands for; everything else is plain. */
public class TestContentReader implements ContentReader {

    private final Map<String, Supplier<ReadContent>> known = new ConcurrentHashMap<>();

    /** From now on this text is read so; the supplier may also throw or take its time. */
    public void when(String text, Supplier<ReadContent> reading) {
        known.put(text, reading);
    }

    @Override
    public ReadContent read(byte[] content, String fileName) {
        return known.getOrDefault(
                        new String(content, StandardCharsets.UTF_8), () -> new ReadContent.Plain("text/plain"))
                .get();
    }
}
