package io.simbaerp.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;

class TiffPictureTest {

    @Test
    void showsItsPagesOneBelowTheOther() throws IOException {
        byte[] tiff = tiff("Deflate", page(200, 100, Color.RED), page(200, 100, Color.BLUE));
        BufferedImage shown = shown(tiff);

        assertThat(TiffPicture.extent(tiff)).isEqualTo(TiffPicture.Extent.WHOLE);
        assertThat(shown.getWidth()).isEqualTo(200);
        assertThat(shown.getHeight()).isEqualTo(200);
        assertThat(new Color(shown.getRGB(50, 50))).isEqualTo(Color.RED);
        assertThat(new Color(shown.getRGB(50, 150))).isEqualTo(Color.BLUE);
    }

    @Test
    void aFaxedPageIsMadeAsWideAsItIsRead() throws IOException {
        BufferedImage scan = new BufferedImage(2_480, 3_508, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D sheet = scan.createGraphics();
        sheet.setColor(Color.WHITE);
        sheet.fillRect(0, 0, 2_480, 1_754);
        sheet.dispose();

        BufferedImage shown = shown(tiff("CCITT T.6", scan));

        assertThat(shown.getWidth()).isEqualTo(TiffPicture.WIDEST);
        assertThat(shown.getHeight()).isEqualTo(1_980);
        assertThat(new Color(shown.getRGB(700, 400))).isEqualTo(Color.WHITE);
        assertThat(new Color(shown.getRGB(700, 1_500))).isEqualTo(Color.BLACK);
    }

    @Test
    void ofManyPagesTheFirstAreShownAndItIsSaid() throws IOException {
        byte[] tiff =
                tiff("Deflate", page(100, 7_000, Color.RED), page(100, 5_000, Color.BLUE), page(100, 1, Color.RED));

        assertThat(TiffPicture.extent(tiff)).isEqualTo(TiffPicture.Extent.BEGINNING);
        assertThat(shown(tiff).getHeight()).isEqualTo(12_000);
    }

    @Test
    void whatIsDamagedOrWouldFillTheMemoryIsNotShown() throws IOException {
        byte[] whole = tiff("Deflate", page(200, 100, Color.RED));

        for (byte[] file : List.of(
                "II*\u0000and then nothing".getBytes(StandardCharsets.UTF_8),
                tiff("Deflate", new BufferedImage(8_000, 5_001, BufferedImage.TYPE_BYTE_BINARY)),
                tiff("Deflate", new BufferedImage(1, 12_001, BufferedImage.TYPE_BYTE_BINARY)))) {
            assertThat(TiffPicture.png(file)).isEmpty();
            assertThat(TiffPicture.extent(file)).isEqualTo(TiffPicture.Extent.NOTHING);
        }
        assertThat(TiffPicture.png(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
    }

    @Test
    void aPageFinerThanItIsShownKeepsItsPicture() throws IOException {
        BufferedImage fine = page(4_200, 3_000, Color.RED);
        Graphics2D sheet = fine.createGraphics();
        sheet.setColor(Color.BLUE);
        sheet.fillRect(2_100, 0, 2_100, 3_000);
        sheet.dispose();

        BufferedImage shown = shown(tiff("Deflate", fine));

        assertThat(shown.getWidth()).isEqualTo(TiffPicture.WIDEST);
        assertThat(shown.getHeight()).isEqualTo(1_000);
        for (int row : List.of(0, 500, 999)) {
            assertThat(new Color(shown.getRGB(690, row))).isEqualTo(Color.RED);
            assertThat(new Color(shown.getRGB(710, row))).isEqualTo(Color.BLUE);
        }
    }

    static byte[] tiff(String compression, BufferedImage... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(compression);
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), how);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage page(int width, int height, Color colour) {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D sheet = page.createGraphics();
        sheet.setColor(colour);
        sheet.fillRect(0, 0, width, height);
        sheet.dispose();
        return page;
    }

    private static BufferedImage shown(byte[] tiff) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(TiffPicture.png(tiff).orElseThrow()));
    }
}
