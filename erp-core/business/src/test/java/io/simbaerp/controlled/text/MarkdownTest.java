package io.simbaerp.controlled.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.controlled.text.Block.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text becomes blocks and runs of words, whatever it says; and what changed between two of them is told by line. */
class MarkdownTest {

    @Test
    void readsWhatPeopleWrite() {
        List<Block> blocks = Markdown.read("""
                # Trips

                Rates are **fixed** and *public*, see [the list](https://example.org/rates) and `RATE`.

                1. Ask
                2. Go
                   - by train

                | City | Rate |
                |------|-----:|
                | Gdynia | 45 |

                ---
                """);
        assertThat(blocks)
                .extracting(Block::kind)
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.NUMBERED, Kind.TABLE, Kind.LINE);
        assertThat(blocks.get(0).level()).isEqualTo(1);
        assertThat(blocks.get(1).runs())
                .contains(
                        new Run("fixed", true, false, false, null),
                        new Run("public", false, true, false, null),
                        new Run("the list", false, false, false, "https://example.org/rates"),
                        new Run("RATE", false, false, true, null));
        assertThat(blocks.get(2).blocks()).extracting(Block::kind).containsExactly(Kind.POINT, Kind.POINT);
        assertThat(blocks.get(2).blocks().get(1).blocks())
                .extracting(Block::kind)
                .contains(Kind.LIST);
        assertThat(blocks.get(3).blocks()).extracting(Block::kind).containsExactly(Kind.HEAD_ROW, Kind.ROW);
        assertThat(words(blocks.get(3).blocks().get(1))).containsExactly("Gdynia", "45");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](//evil.example)",
                "[x](/\\evil.example)",
                "[x](&#106;avascript:alert(1))",
                "[x](java&#x09;script:alert(1))",
                "<https://a.example/><javascript:alert(1)>"
            })
    void leadsNowhereButToTheWebToMailAndHere(String text) {
        assertThat(runs(Markdown.read(text)).map(Run::href).filter(java.util.Objects::nonNull))
                .allSatisfy(href -> assertThat(href).startsWith("https://a.example/"));
    }

    @Test
    void markupStaysWords() {
        String script = "<script>alert(1)</script>";
        assertThat(words(Markdown.read(script).get(0))).first().asString().contains("<script>");
        assertThat(runs(Markdown.read("before <b onclick=x>in</b>")).map(Run::text))
                .contains("<b onclick=x>");
        assertThat(Markdown.read("> ".repeat(400) + "deep")).hasSize(1);
        assertThat(Markdown.read("[/here](/controlled-documents) [mail](mailto:a@b.pl)"))
                .hasSize(1);
    }

    @Test
    void tellsTheLinesThatChanged() {
        String before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj";
        assertThat(TextChanges.between(before, before)).isEmpty();
        assertThat(TextChanges.between(before, "a\nb\nc\nd\ne\nf\ng\nH\ni\nj\nk"))
                .containsExactly(
                        change(TextChange.Kind.LEFT_OUT, "4"),
                        change(TextChange.Kind.SAME, "e"),
                        change(TextChange.Kind.SAME, "f"),
                        change(TextChange.Kind.SAME, "g"),
                        change(TextChange.Kind.REMOVED, "h"),
                        change(TextChange.Kind.ADDED, "H"),
                        change(TextChange.Kind.SAME, "i"),
                        change(TextChange.Kind.SAME, "j"),
                        change(TextChange.Kind.ADDED, "k"));
        assertThat(TextChanges.between("", "new")).containsExactly(change(TextChange.Kind.ADDED, "new"));
        assertThat(TextChanges.between("A\nb\nc\nd\ne\nf", "a\nb\nc\nd\ne\nf"))
                .endsWith(change(TextChange.Kind.LEFT_OUT, "2"));
    }

    private static TextChange change(TextChange.Kind kind, String line) {
        return new TextChange(kind, line);
    }

    private static List<String> words(Block block) {
        return runs(List.of(block)).map(Run::text).toList();
    }

    private static Stream<Run> runs(List<Block> blocks) {
        return blocks.stream().flatMap(block -> Stream.concat(block.runs().stream(), runs(block.blocks())));
    }
}
