package io.simbaerp.integration.content;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Collects where a file breaks its schema, one finding for each place, as many as a person would read. */
final class SchemaFindings implements ErrorHandler {

    static final String RULE = "XSD";

    private static final int MOST = 50;
    private static final Pattern ERROR_CODE = Pattern.compile("^[a-z]+(?:-[a-zA-Z]+)*(?:\\.[0-9a-z]+)*: ");
    private static final Pattern NAMESPACE = Pattern.compile("\"?(?:urn:|http://)[^\\s\":}]*(?::[^\\s\":}]+)*\"?:");

    private final List<Finding> findings = new ArrayList<>();
    private int lastLine;
    private int lastColumn;

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void warning(SAXParseException exception) {
        // The schema processor warns about itself, never about the file.
    }

    @Override
    public void error(SAXParseException exception) {
        boolean samePlace = exception.getLineNumber() == lastLine && exception.getColumnNumber() == lastColumn;
        if (samePlace || findings.size() == MOST) {
            return;
        }
        lastLine = exception.getLineNumber();
        lastColumn = exception.getColumnNumber();
        String place = "line " + lastLine + ", column " + lastColumn;
        findings.add(new Finding(
                RULE, Severity.ERROR, place, plain(Objects.requireNonNullElse(exception.getMessage(), ""))));
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXParseException {
        throw exception;
    }

    /** The processor's sentence without its code and without the namespaces, which tell a person nothing. */
    static String plain(String message) {
        String text =
                NAMESPACE.matcher(ERROR_CODE.matcher(message).replaceFirst("")).replaceAll("");
        return text.length() <= 400 ? text : text.substring(0, 400) + "...";
    }
}
