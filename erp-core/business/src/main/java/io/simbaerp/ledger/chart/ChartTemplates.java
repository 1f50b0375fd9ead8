package io.simbaerp.ledger.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Charts of our own to begin with: one for Poland and a generic one in the order of IFRS statements. */
@Component
public class ChartTemplates {

    /** What templates there are, by the words of their resource. */
    public static final List<String> NAMES = List.of("pl", "ifrs");

    /** A template as a file of our own export's form; nothing for a name there is none of. */
    public byte[] read(String name) {
        String resource = "/ledger/chart-of-accounts-" + NAMES.get(Math.max(0, NAMES.indexOf(name))) + ".csv";
        try (InputStream stream =
                Objects.requireNonNull(ChartTemplates.class.getResourceAsStream(resource), resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
