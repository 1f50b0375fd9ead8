package io.simbaerp.integration.jpk;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.reporting.jpk.LedgerFileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * JPK_KR_PD, checked by the ministry's schemas. These may not be part of this program: they lie in a folder of the
 * installation, found by their names at any depth. Nothing is fetched from a network.
 */
@Component
class KrPdFormat implements LedgerFileFormat {

    private static final String KR_PD = "JPK_KR_PD(1).xsd";
    private static final int DEPTH = 6;

    private final String folder;

    KrPdFormat(@Value("${simba.jpk.schemas:}") String folder) {
        this.folder = folder;
    }

    @Override
    public Writing open(OutputStream out) {
        return new KrPdWriter(out);
    }

    @Override
    public boolean checks() {
        return find(KR_PD).isPresent();
    }

    @Override
    public void check(Path file) {
        Path schema = find(KR_PD).orElseThrow(() -> new IllegalStateException("No schema"));
        try (InputStream stream = Files.newInputStream(file)) {
            Validator validator = schema(schema).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.validate(new StreamSource(stream));
        } catch (SAXParseException e) {
            throw new RuleViolation(
                    "jpk.invalid", e.getLineNumber() + ":" + e.getColumnNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException e) {
            throw new RuleViolation("jpk.invalid", schema.getFileName(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schema schema(Path file) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setResourceResolver(
                (type, namespace, publicId, systemId, base) -> systemId == null ? null : input(systemId));
        return factory.newSchema(new StreamSource(file.toFile()));
    }

    private LSInput input(String address) {
        String name = address.substring(address.lastIndexOf('/') + 1);
        Path file = find(name).orElseThrow(() -> new RuleViolation("jpk.schema-missing", name, folder));
        try {
            return new SchemaInput(address, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> find(String name) {
        if (folder.isBlank() || !Files.isDirectory(Path.of(folder))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(
                Path.of(folder),
                DEPTH,
                (path, facts) -> path.getFileName() != null
                        && path.getFileName().toString().equals(name))) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable String folder() {
        return folder.isBlank() ? null : folder;
    }
}
