package io.simbaerp.integration.pdf;

import io.simbaerp.intake.ContentReader;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The bytes of a PDF, which stop coming when reading it has taken too long. */
final class EndableBytes extends RandomAccessReadBuffer {

    EndableBytes(byte[] content) {
        super(content);
    }

    @Override
    public int read() throws IOException {
        ContentReader.goOn();
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        ContentReader.goOn();
        return super.read(into, offset, length);
    }
}
