package org.immunoedit.figure;

import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A figure as a reader of SVG sees it; attributes are inherited as SVG has it. */
public record Svg(Document document) {
    /** Parses a figure, which must be XML without a document type. */
    public static Svg parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return new Svg(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(text, e);
        }
    }

    /** A text and the left end of its baseline. */
    public record Label(String text, double x, double y) {}

    /** A straight line. */
    public record Stroke(double x1, double y1, double x2, double y2, String width) {
        boolean isVertical() {
            return x1 == x2;
        }
    }

    /** A filled path or rectangle by its bounds. */
    public record Area(double left, double top, double right, double bottom, String fill) {}

    /** All texts in the order they were written. */
    public List<Label> labels() {
        return all("text", e -> Optional.of(new Label(e.getTextContent(), number(e, "x"), number(e, "y"))));
    }

    /** The words of all texts. */
    public List<String> words() {
        return labels().stream().map(Label::text).toList();
    }

    List<Stroke> strokes() {
        return all(
                "line",
                e -> Optional.of(new Stroke(
                        number(e, "x1"),
                        number(e, "y1"),
                        number(e, "x2"),
                        number(e, "y2"),
                        inherited(e, "stroke-width"))));
    }

    /** Filled rectangles. */
    public List<Area> boxes() {
        return all("rect", e -> {
            double x = number(e, "x");
            double y = number(e, "y");
            boolean filled = !inherited(e, "fill").equals("none");
            Area area = new Area(x, y, x + number(e, "width"), y + number(e, "height"), inherited(e, "fill"));
            return filled ? Optional.of(area) : Optional.empty();
        });
    }

    /** Paths of a color, filled or drawn. */
    public List<String> paths(String attribute, String color) {
        return all(
                "path",
                e -> inherited(e, attribute).equals(color) ? Optional.of(e.getAttribute("d")) : Optional.empty());
    }

    private <T> List<T> all(String tag, Function<Element, Optional<T>> as) {
        List<T> found = new ArrayList<>();
        var nodes = document.getElementsByTagNameNS("*", tag);
        IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(Element.class::cast)
                .forEach(e -> as.apply(e).ifPresent(found::add));
        return found;
    }

    private static double number(Element e, String attribute) {
        return Double.parseDouble(e.getAttribute(attribute));
    }

    private static String inherited(Element e, String attribute) {
        for (Node node = e; node instanceof Element here; node = node.getParentNode()) {
            if (here.hasAttribute(attribute)) {
                return here.getAttribute(attribute);
            }
        }
        return "";
    }
}
