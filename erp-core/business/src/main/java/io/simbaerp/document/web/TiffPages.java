package io.simbaerp.document.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * The chain of a TIFF's pages, walked before it is given to a decoder, which would follow a ring of them until the memory
 * is full.
 *
 * @param count how many there are, {@link #MOST} at most
 * @param more whether others follow
 */
record TiffPages(int count, boolean more) {

    static final int MOST = 50;

    private static final int VERSION = 42;
    private static final int HEADER = 8;
    private static final int FIELD = 12;

    /** Bytes of one value of each type of field TIFF 6.0 knows, beginning with type 1. */
    private static final int[] SIZES = {1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private static final int SHORT = 3;
    private static final int BITS_PER_SAMPLE = 258;

    /** Of what is scanned; the decoder keeps a table of every value a deeper sample could have. */
    private static final int MOST_BITS = 16;

    /** @throws IOException if it is not a TIFF, or its pages are damaged or laid out to do harm */
    static TiffPages of(byte[] tiff) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(tiff);
        if (tiff.length < HEADER) {
            throw new IOException("too short");
        }
        file.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (file.getShort(2) != VERSION) {
            throw new IOException("not a classic TIFF");
        }
        Set<Long> pages = new HashSet<>();
        long page = Integer.toUnsignedLong(file.getInt(4));
        while (page != 0 && pages.size() < MOST) {
            if (page + 2 > tiff.length || !pages.add(page)) {
                throw new IOException("a page begins beyond the file, or where another does: " + page);
            }
            page = next(file, (int) page);
        }
        return new TiffPages(pages.size(), page != 0);
    }

    private static long next(ByteBuffer file, int page) throws IOException {
        int fields = Short.toUnsignedInt(file.getShort(page));
        long end = page + 2L + (long) fields * FIELD;
        if (end + 4 > file.limit()) {
            throw new IOException("a page ends beyond the file");
        }
        long bytes = 0;
        for (int field = page + 2; field < end; field += FIELD) {
            bytes += size(file, field);
            if (bytes > file.limit()) {
                throw new IOException("the fields of a page hold more than the file");
            }
        }
        return Integer.toUnsignedLong(file.getInt((int) end));
    }

    private static long size(ByteBuffer file, int field) throws IOException {
        int type = Short.toUnsignedInt(file.getShort(field + 2));
        if (type < 1 || type > SIZES.length) {
            throw new IOException("a field of an unknown type");
        }
        long count = Integer.toUnsignedLong(file.getInt(field + 4));
        long size = count * SIZES[type - 1];
        if (size > file.limit()) {
            throw new IOException("a field larger than the file");
        }
        if (type == SHORT && Short.toUnsignedInt(file.getShort(field)) == BITS_PER_SAMPLE) {
            int values = size > 4 ? file.getInt(field + 8) : field + 8;
            for (int i = 0; i < count; i++) {
                if (Short.toUnsignedInt(file.getShort(values + 2 * i)) > MOST_BITS) {
                    throw new IOException("samples too deep for a scan");
                }
            }
        }
        return size;
    }
}
