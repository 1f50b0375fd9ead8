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
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
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
        return reading(tiff, reader -> {
                    int shown = sizes(reader).size();
                    if (shown == 0) {
                        return Extent.NOTHING;
                    }
                    return shown < reader.getNumImages(true) ? Extent.BEGINNING : Extent.WHOLE;
                })
                .orElse(Extent.NOTHING);
    }

    /** @return nothing if it is damaged, or too large to be decoded */
    static Optional<byte[]> png(byte[] tiff) {
        return reading(tiff, reader -> drawn(reader, sizes(reader)));
    }

    private interface Reading<T> {

        T of(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> reading(byte[] tiff, Reading<T> reading) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff))) {
            reader.setInput(input, false, true);
            return Optional.of(reading.of(reader));
        } catch (IOException | RuntimeException damaged) {
            // A decoder fed by strangers fails in many ways; all of them mean that there is nothing to show.
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    /** How large each page is shown, as far as there is room. */
    private static List<Dimension> sizes(ImageReader reader) throws IOException {
        List<Dimension> sizes = new ArrayList<>();
        long height = 0;
        for (int i = 0; i < reader.getNumImages(true); i++) {
            long dots = (long) reader.getWidth(i) * reader.getHeight(i);
            int width = Math.min(reader.getWidth(i), WIDEST);
            long shown = Math.max(1, (long) reader.getHeight(i) * width / reader.getWidth(i));
            height += shown;
            if (dots > MOST_DOTS || height > HIGHEST) {
                break;
            }
            sizes.add(new Dimension(width, Math.toIntExact(shown)));
        }
        return sizes;
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
            sheet.drawImage(reader.read(i), 0, top, size.width, size.height, null);
            top += size.height;
        }
        sheet.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(whole, "png", png);
        return png.toByteArray();
    }
}
