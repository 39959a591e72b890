package org.immunoedit.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a figure as pixels on white. */
final class PngWriter {
    private static final double POINTS_PER_INCH = 72;
    private static final double MM_PER_INCH = 25.4;
    private static final String METADATA = "javax_imageio_1.0";

    private PngWriter() {}

    /** Writes the figure; its resolution stands in the file, so that it prints at its size. */
    static void write(Figure figure, int dpi, OutputStream out) throws IOException {
        BufferedImage image = image(figure, dpi);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // in memory first: this writer would not say why a disk or a pipe refuses
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata(writer, image, dpi)), null);
        } finally {
            writer.dispose();
        }
        bytes.writeTo(out);
    }

    private static BufferedImage image(Figure figure, int dpi) {
        double scale = dpi / POINTS_PER_INCH;
        int width = (int) Math.round(figure.size().pointsWide() * scale);
        int height = (int) Math.round(figure.size().pointsHigh() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(scale, scale);
        new Sheet(figure, new Pen(graphics)).draw();
        graphics.dispose();
        return image;
    }

    private static IIOMetadata metadata(ImageWriter writer, BufferedImage image, int dpi) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
        for (String direction : new String[] {"HorizontalPixelSize", "VerticalPixelSize"}) {
            IIOMetadataNode size = new IIOMetadataNode(direction);
            size.setAttribute("value", String.format(Locale.ROOT, "%.6f", MM_PER_INCH / dpi));
            dimension.appendChild(size);
        }
        IIOMetadataNode root = new IIOMetadataNode(METADATA);
        root.appendChild(dimension);
        metadata.mergeTree(METADATA, root);
        return metadata;
    }
}
