package io.simbaerp.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.web.TiffPicture.Extent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures made to fill the memory or to keep a processor busy, as bytes. */
class HostileTiffTest {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int PACK_BITS = 32_773;
    private static final int HEADER = 8;

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void aRingOfPagesIsNotFollowed(String order) {
        for (int second : new int[] {HEADER, 26}) {
            ByteBuffer ring = begun(44, order(order));
            page(ring, second, new int[][] {{256, LONG, 1, 1}});
            page(ring, HEADER, new int[][] {{256, LONG, 1, 1}});

            assertThat(extent(second == HEADER ? Arrays.copyOf(ring.array(), 26) : ring.array()))
                    .isEqualTo(Extent.NOTHING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void aPageBeyondTheFileOrCutOffIsDamage(String order) {
        for (int next : new int[] {26, 27, Integer.MAX_VALUE, -2}) {
            ByteBuffer file = begun(27, order(order));
            page(file, next, new int[][] {{256, LONG, 1, 1}});

            assertThat(extent(file.array())).isEqualTo(Extent.NOTHING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void ofManyPagesThatShareAStripAsManyAreDecodedAsOneCanWaitFor(String order) throws IOException {
        int pages = 12_000;
        int width = 40_000_000;
        int strip = width / 8 / 128 * 2 + 2;
        int[][] fields = bilevel(width, 1, strip);
        int length = 2 + 12 * fields.length + 4;
        ByteBuffer file = begun(HEADER + strip + pages * length, order(order));
        file.putInt(4, HEADER + strip);
        for (int i = 0; i < strip; i += 2) {
            file.put((byte) -127).put((byte) 0xff);
        }
        for (int i = 1; i <= pages; i++) {
            page(file, i == pages ? 0 : HEADER + strip + i * length, fields);
        }

        assertThat(extent(file.array())).isEqualTo(Extent.BEGINNING);
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                inTime(() -> TiffPicture.png(file.array()).orElseThrow())));
        assertThat(shown.getHeight()).isEqualTo(6);
        assertThat(shown.getRGB(700, 5)).isEqualTo(0xffffffff);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void moreThanFiftyPagesAreNotLookedFor(String order) {
        int[][] fields = bilevel(8, 8, 2);
        int length = 2 + 12 * fields.length + 4;
        for (int pages : new int[] {TiffPages.MOST, TiffPages.MOST + 1}) {
            ByteBuffer file = begun(HEADER + 8 + pages * length, order(order));
            file.putInt(4, HEADER + 8);
            file.position(HEADER + 8);
            for (int i = 1; i <= pages; i++) {
                page(file, i == pages ? 0 : HEADER + 8 + i * length, fields);
            }

            assertThat(extent(file.array())).isEqualTo(pages == TiffPages.MOST ? Extent.WHOLE : Extent.BEGINNING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void deepSamplesAreNotDecodedAndOthersInStripsAlone(String order) {
        assertThat(extent(colours(order, 32, 4, 1))).isEqualTo(Extent.NOTHING);
        assertThat(extent(colours(order, 30, 1, 1))).isEqualTo(Extent.NOTHING);
        assertThat(extent(colours(order, 16, 4, 5_000))).isEqualTo(Extent.NOTHING);
        assertThat(extent(colours(order, 8, 3, 5_000))).isEqualTo(Extent.NOTHING);
        assertThat(extent(colours(order, 8, 3, 100))).isEqualTo(Extent.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void aTileIsMeasuredByItsOwnSize(String order) {
        assertThat(extent(tiled(order, 256, 256))).isEqualTo(Extent.WHOLE);
        assertThat(extent(tiled(order, 30_000, 30_000))).isEqualTo(Extent.NOTHING);
        assertThat(extent(tiled(order, 10_000_000, 1))).isEqualTo(Extent.NOTHING);
        assertThat(extent(tiled(order, Integer.MIN_VALUE, Integer.MIN_VALUE))).isEqualTo(Extent.NOTHING);
    }

    /** A page of 40 million dots. */
    private static byte[] colours(String order, int bits, int samples, int rowsPerStrip) {
        int at = HEADER + 2 + 12 * 9 + 4;
        ByteBuffer file = begun(at + 2 * samples, order(order));
        page(file, 0, new int[][] {
            {256, LONG, 1, 8_000},
            {257, LONG, 1, 5_000},
            {258, SHORT, samples, samples > 2 ? at : bits},
            {259, SHORT, 1, PACK_BITS},
            {262, SHORT, 1, samples < 3 ? 1 : 2},
            {273, LONG, 1, HEADER},
            {277, SHORT, 1, samples},
            {278, LONG, 1, rowsPerStrip},
            {279, LONG, 1, 2},
        });
        for (int i = 0; i < samples; i++) {
            file.putShort((short) bits);
        }
        return file.array();
    }

    private static byte[] tiled(String order, int width, int height) {
        ByteBuffer file = begun(HEADER + 2 + 12 * 9 + 4, order(order));
        page(file, 0, new int[][] {
            {256, LONG, 1, 10},
            {257, LONG, 1, 10_000},
            {258, SHORT, 1, 8},
            {259, SHORT, 1, PACK_BITS},
            {262, SHORT, 1, 1},
            {322, LONG, 1, width},
            {323, LONG, 1, height},
            {324, LONG, 1, HEADER},
            {325, LONG, 1, 2},
        });
        return file.array();
    }

    private static int[][] bilevel(int width, int height, int stripBytes) {
        return new int[][] {
            {256, LONG, 1, width},
            {257, LONG, 1, height},
            {258, SHORT, 1, 1},
            {259, SHORT, 1, PACK_BITS},
            {262, SHORT, 1, 1},
            {273, LONG, 1, HEADER},
            {278, LONG, 1, height},
            {279, LONG, 1, stripBytes},
        };
    }

    private static ByteBuffer begun(int length, ByteOrder order) {
        ByteBuffer file = ByteBuffer.allocate(length).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        return file.put(mark).put(mark).putShort((short) 42).putInt(HEADER);
    }

    /** @param fields each its tag, type, count and value, or where its values stand */
    private static void page(ByteBuffer file, int next, int[][] fields) {
        file.putShort((short) fields.length);
        for (int[] field : fields) {
            file.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]);
            if (field[1] == SHORT && field[2] < 3) {
                file.putShort((short) field[3]).putShort((short) 0);
            } else {
                file.putInt(field[3]);
            }
        }
        file.putInt(next);
    }

    private static ByteOrder order(String name) {
        return name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private static Extent extent(byte[] file) {
        return inTime(() -> TiffPicture.extent(file));
    }

    private static <T> T inTime(Supplier<T> shown) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), shown::get);
    }
}
