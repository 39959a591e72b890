package org.immunoedit.figure;

import java.awt.Dimension;
import java.awt.RenderingHints;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Draws a figure as SVG: text stays text, ids are counted, and no date or version gets in. */
final class SvgWriter {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DECIMALS = 2;

    /** Characters that XML has no place for: a name in a scenario may hold them. Java 25 refuses to write them. */
    private static final Pattern NO_XML = Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Id that Batik gives to its shared definitions. */
    private static final String SHARED = "genericDefs";

    private final String prefix;

    /** A writer whose ids begin with a prefix. */
    SvgWriter(String prefix) {
        this.prefix = prefix;
    }

    /** The {@code svg} element. */
    String write(Figure figure) {
        SVGGraphics2D graphics = new SVGGraphics2D(context(), false);
        graphics.setSVGCanvasSize(new Dimension(1, 1));
        // JFreeChart sets hints back to what they were, and Batik refuses to take back none.
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_DEFAULT);
        new Sheet(figure, new Pen(graphics)).draw();
        Element root = graphics.getRoot();
        Size size = figure.size();
        root.setAttribute("width", number(size.width()) + "mm");
        root.setAttribute("height", number(size.height()) + "mm");
        root.setAttribute("viewBox", "0 0 " + number(size.pointsWide()) + " " + number(size.pointsHigh()));
        root.setAttribute("role", "img");
        if (!figure.title().isEmpty()) {
            root.setAttribute("aria-label", figure.title());
        }
        nameDefinitions(root);
        clean(root);
        String families = "'" + Pen.family() + "'";
        return text(root).replace(families, Pen.families()) + "\n";
    }

    /** Batik's shared definitions have one id, whatever the generator of ids says. */
    private void nameDefinitions(Element root) {
        NodeList definitions = root.getElementsByTagName("defs");
        for (int i = 0; i < definitions.getLength(); i++) {
            Element element = (Element) definitions.item(i);
            if (element.getAttribute("id").equals(SHARED)) {
                element.setAttribute("id", prefix + SHARED);
            }
        }
    }

    private SVGGeneratorContext context() {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(DECIMALS);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String kind) {
                return prefix + super.generateID(kind);
            }
        });
        return context;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("every Java platform makes XML documents", impossible);
        }
    }

    private static String text(Element root) {
        StringWriter text = new StringWriter();
        try {
            Transformer identity = TransformerFactory.newInstance().newTransformer();
            identity.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            identity.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            identity.transform(new DOMSource(root), new StreamResult(text));
        } catch (TransformerException impossible) {
            throw new IllegalStateException("writing to memory", impossible);
        }
        return text.toString();
    }

    /** Replaces what XML cannot hold in all texts and attributes. */
    private static void clean(Node node) {
        if (node.getNodeValue() != null) {
            node.setNodeValue(NO_XML.matcher(node.getNodeValue()).replaceAll("\uFFFD"));
        }
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            clean(attributes.item(i));
        }
        if (node.getNodeType() != Node.ATTRIBUTE_NODE) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                clean(child);
            }
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }
}
