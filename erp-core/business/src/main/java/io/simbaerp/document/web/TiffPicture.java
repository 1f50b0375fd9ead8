package io.simbaerp.document.web;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A scan in TIFF, which no browser shows, as a PNG: its pages one below the other, no wider than a page is read at. The
 * original stays what it is; this is only how it looks.
 */
final class TiffPicture {

    static final String MEDIA_TYPE = "image/tiff";
    static final int WIDEST = 1_400;

    /** A page of A4 scanned at 600 dots to the inch has 35 million dots; more is not decoded at all. */
    private static final long MOST_DOTS = 40_000_000;

    /** Six such pages together, in dots and in bytes: what follows would take too long. */
    private static final long MOST_TOGETHER = 240_000_000;

    /** Bytes of a strip or tile, which is decoded at once; a page of one strip is one. */
    private static final long MOST_AT_ONCE = 64_000_000;

    /** Dots; what decoding a tile costs however small it is. */
    private static final long LEAST_OF_A_TILE = 256;

    /** Six pages of A4; more would fill the memory. */
    private static final int HIGHEST = 12_000;

    private TiffPicture() {}

    /** What of it is shown; told by the sizes it states, without decoding a dot. */
    enum Extent {
        WHOLE,
        BEGINNING,
        /** Damaged, or too large to be decoded. */
        NOTHING
    }

    /** How much of it {@link #png} shows. */
    static Extent extent(byte[] tiff) {
        return reading(tiff, (reader, pages) -> {
                    int shown = sizes(reader, pages).size();
                    if (shown == 0) {
                        return Extent.NOTHING;
                    }
                    return shown < pages.count() || pages.more() ? Extent.BEGINNING : Extent.WHOLE;
                })
                .orElse(Extent.NOTHING);
    }

    /** @return nothing if it is damaged, or too large to be decoded */
    static Optional<byte[]> png(byte[] tiff) {
        return reading(tiff, (reader, pages) -> drawn(reader, sizes(reader, pages)));
    }

    private interface Reading<T> {

        T of(ImageReader reader, TiffPages pages) throws IOException;
    }

    private static <T> Optional<T> reading(byte[] tiff, Reading<T> reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream input = new KnownLength(tiff)) {
            TiffPages pages = TiffPages.of(tiff);
            reader.setInput(input, false, true);
            return Optional.of(reading.of(reader, pages));
        } catch (IOException | RuntimeException damaged) {
            // A decoder fed by strangers fails in many ways; all of them mean that there is nothing to show.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** The decoder compares what a file states with its length only where the length is known. */
    private static final class KnownLength extends MemoryCacheImageInputStream {

        private final int length;

        KnownLength(byte[] content) {
            super(new ByteArrayInputStream(content));
            this.length = content.length;
        }

        @Override
        public long length() {
            return length;
        }
    }

    /** How large each page is shown, as far as there is room. */
    private static List<Dimension> sizes(ImageReader reader, TiffPages pages) throws IOException {
        List<Dimension> sizes = new ArrayList<>();
        long height = 0;
        long work = 0;
        for (int i = 0; i < pages.count(); i++) {
            long dots = (long) reader.getWidth(i) * reader.getHeight(i);
            int width = Math.min(reader.getWidth(i), WIDEST);
            long shown = Math.max(1, (long) reader.getHeight(i) * width / reader.getWidth(i));
            height += shown;
            if (dots > MOST_DOTS || height > HIGHEST) {
                break;
            }
            work += work(reader, i);
            if (work > MOST_TOGETHER) {
                break;
            }
            sizes.add(new Dimension(width, Math.toIntExact(shown)));
        }
        return sizes;
    }

    /** Dots or bytes, whichever are more, that are decoded for a page; more than fit in if too many are at once. */
    private static long work(ImageReader reader, int page) throws IOException {
        long width = reader.getWidth(page);
        long height = reader.getHeight(page);
        boolean tiled = reader.isImageTiled(page);
        // A tile is decoded whole also where it reaches beyond its page; a strip ends with its page.
        long across = reader.getTileWidth(page);
        long down = tiled ? reader.getTileHeight(page) : Math.min(reader.getTileHeight(page), height);
        long bits = IntStream.of(
                        reader.getImageTypes(page).next().getSampleModel().getSampleSize())
                .sum();
        long atOnce = Math.multiplyExact(across, down);
        if (across < 1 || down < 1 || Math.multiplyExact(atOnce, bits) / Byte.SIZE > MOST_AT_ONCE) {
            return MOST_TOGETHER + 1;
        }
        long tiles = ((width + across - 1) / across) * ((height + down - 1) / down);
        long dots = tiled ? tiles * Math.max(LEAST_OF_A_TILE, atOnce) : width * height;
        return Math.max(dots, dots * bits / Byte.SIZE);
    }

    private static byte[] drawn(ImageReader reader, List<Dimension> sizes) throws IOException {
        int width = sizes.stream().mapToInt(size -> size.width).max().orElseThrow();
        int height = sizes.stream().mapToInt(size -> size.height).sum();
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D sheet = whole.createGraphics();
        sheet.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        sheet.setColor(Color.WHITE);
        sheet.fillRect(0, 0, width, height);
        int top = 0;
        for (int i = 0; i < sizes.size(); i++) {
            Dimension size = sizes.get(i);
            sheet.drawImage(reader.read(i, scaled(reader, i)), 0, top, size.width, size.height, null);
            top += size.height;
        }
        sheet.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(whole, "png", png);
        return png.toByteArray();
    }

    /** Leaves out dots that would not be seen, which then take no memory either. */
    private static ImageReadParam scaled(ImageReader reader, int page) throws IOException {
        ImageReadParam how = reader.getDefaultReadParam();
        int step = Math.max(1, reader.getWidth(page) / WIDEST);
        how.setSourceSubsampling(step, Math.min(step, reader.getHeight(page)), 0, 0);
        return how;
    }
}
