package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.walls.SourceTree.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A setting is a number, a time, a folder, a host. None is an address of Camel, an expression or the name of a class, so
 * whoever may set one can't make the program do something else.
 */
class SettingsTest {

    private static final Pattern VALUE = Pattern.compile("@Value\\(\"([^\"]*)\"\\)\\s+([\\w.<>]+)\\s");
    private static final Pattern KEY = Pattern.compile("\\$\\{([\\w.-]+).*");
    private static final Set<String> TYPES =
            Set.of("boolean", "int", "long", "Duration", "DataSize", "Path", "List<String>", "Set<String>");

    /** Texts, each a folder, a host, an address, one of a few words, or what one signs in to a server with. */
    private static final Set<String> TEXTS = Set.of(
            "simba.inbox",
            "simba.outbox",
            "simba.iso20022.schemas",
            "simba.jpk.schemas",
            "simba.scanner.clamav.host",
            "simba.metrics.address",
            "simba.address",
            "simba.mail.host",
            "simba.mail.encryption",
            "simba.mail.user",
            "simba.mail.password",
            "simba.mail.from");

    /** What turns a text into something that is done. */
    private static final Pattern TEXT_TO_DEED = Pattern.compile("Class\\.forName\\(|\\.loadClass\\(|\\btoD\\(|"
            + "\\brecipientList\\(|\\broutingSlip\\(|\\bdynamicRouter\\(|\\bpollEnrich\\(|\\benrich\\(|resolveLanguage\\(|"
            + "SpelExpressionParser|parseExpression\\(|ScriptEngineManager|ExpressionFactory|\\bsimple\\(|"
            + "ObjectInputStream|XMLDecoder");

    /** It takes classes by name that it found in the program's own package. */
    private static final String FINDS_OUR_OWN = "/database/Verification.java";

    private static final Pattern ENDPOINT =
            Pattern.compile("\\b(from|to)\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");

    private static final Pattern COLUMN = Pattern.compile(
            "(?m)^\\s+((?:\\w+_)?(?:uri|url|endpoint|expression|class_name|script|bean)(?:_\\w+)?)\\s+(?:text|varchar)");

    @Test
    void everySettingHasAType() {
        List<String> wrong = new ArrayList<>();
        Set<String> texts = new TreeSet<>();
        int settings = 0;
        for (SourceFile file : main()) {
            Matcher value = VALUE.matcher(file.text());
            while (value.find()) {
                settings++;
                Matcher key = KEY.matcher(value.group(1));
                if (value.group(1).contains("#{") || !key.matches()) {
                    wrong.add(file.name() + " computes " + value.group(1));
                } else if (value.group(2).equals("String")) {
                    texts.add(key.group(1));
                } else if (!TYPES.contains(value.group(2))) {
                    wrong.add(file.name() + " takes " + value.group(1) + " as " + value.group(2));
                }
            }
        }
        System.out.println("Settings: " + settings + " taken, " + texts.size() + " of them texts");
        assertThat(wrong).isEmpty();
        assertThat(texts).isEqualTo(new TreeSet<>(TEXTS));
        assertThat(settings).isGreaterThan(25);
    }

    @Test
    void noTextBecomesADeed() {
        List<String> deeds = new ArrayList<>();
        for (SourceFile file : main()) {
            Matcher deed = TEXT_TO_DEED.matcher(file.text());
            if (deed.find() && !file.name().endsWith(FINDS_OUR_OWN)) {
                deeds.add(file.name() + " says " + deed.group());
            }
        }
        assertThat(deeds).isEmpty();
    }

    /** Where routes begin and end is written there; of a setting it takes the folder alone, and encoded. */
    @Test
    void noEndpointComesFromASetting() {
        List<String> wrong = new ArrayList<>();
        int endpoints = 0;
        for (SourceFile file : main()) {
            if (!file.text().contains("extends RouteBuilder")) {
                continue;
            }
            Matcher endpoint = ENDPOINT.matcher(file.text());
            while (endpoint.find()) {
                endpoints++;
                String left = endpoint.group(2)
                        .replaceAll("\"[^\"]*\"", "")
                        .replaceAll("UriUtils\\.encodePath\\(folder, StandardCharsets\\.UTF_8\\)", "")
                        .replaceAll("\\b[A-Z_]+\\b|[+\\s]", "");
                if (!left.isEmpty()) {
                    wrong.add(file.name() + ": " + endpoint.group());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(endpoints).isGreaterThanOrEqualTo(4);
    }

    @Test
    void noTableKeepsAnAddressOfCamelAnExpressionOrAClass() {
        List<String> columns = new ArrayList<>();
        int files = 0;
        for (SourceFile file : SourceTree.files()) {
            if (file.name().contains("db/migration/") && file.extension().equals("sql")) {
                files++;
                Matcher column = COLUMN.matcher(file.text());
                while (column.find()) {
                    columns.add(file.name() + ": " + column.group(1));
                }
            }
        }
        assertThat(columns).isEmpty();
        assertThat(files).isGreaterThan(20);
    }

    private static List<SourceFile> main() {
        return SourceTree.java().filter(SourceFile::isMainJava).toList();
    }
}
