package io.entrasync.convention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A route file as the conventions look at it. */
record RouteXml(Path file, String text, Document document) {

    static List<RouteXml> all() {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.xml"))
                    .sorted()
                    .map(RouteXml::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteXml read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new RouteXml(
                    file, Files.readString(file), factory.newDocumentBuilder().parse(file.toFile()));
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    String stem() {
        return file.getFileName().toString().replace(".camel.xml", "");
    }

    List<Element> routes() {
        return elements("route");
    }

    /** All elements of a name, at any depth. */
    List<Element> elements(String name) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < document.getElementsByTagNameNS("*", name).getLength(); i++) {
            found.add((Element) document.getElementsByTagNameNS("*", name).item(i));
        }
        return found;
    }

    /** The text of a route, from its first to its last line. */
    String source(Element route) {
        int start = text.indexOf("<route id=\"" + route.getAttribute("id") + "\"");
        return text.substring(start, text.indexOf("</route>", start));
    }

    /** The comment directly above; empty if something else stands there. */
    static String commentAbove(Element element) {
        Node node = element.getPreviousSibling();
        while (node != null
                && node.getNodeType() == Node.TEXT_NODE
                && node.getTextContent().isBlank()) {
            node = node.getPreviousSibling();
        }
        return node instanceof Comment comment ? comment.getData() : "";
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    @Override
    public String toString() {
        return stem();
    }
}
