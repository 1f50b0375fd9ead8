package io.simbaerp.controlled.text;

import io.simbaerp.controlled.text.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads CommonMark with tables into blocks. Markup inside a text stays what it is, words; an address that isn't of the web,
 * of mail or of a page here is no link.
 */
public final class Markdown {

    private static final Pattern LINK =
            Pattern.compile("(?i)(https?://[^\\s]+|mailto:[^\\s]+|/(?![/\\\\])[^\\s\\\\]*|#[^\\s]*)");

    /** Deeper than anybody writes, and shallow enough for a page. */
    private static final int DEEPEST = 12;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.NONE)
            .build();

    private Markdown() {}

    /** The text in blocks. */
    public static List<Block> read(String text) {
        return blocks(PARSER.parse(text), 0);
    }

    private static List<Block> blocks(Node parent, int depth) {
        List<Block> blocks = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, depth).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static Optional<Block> block(Node node, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (node instanceof Heading heading) {
            return Optional.of(new Block(Kind.HEADING, heading.getLevel(), runs(node), List.of()));
        }
        if (node instanceof TableBlock) {
            return Optional.of(Block.of(Kind.TABLE, List.of(), rows(node)));
        }
        Kind kind = kind(node);
        if (kind == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case PARAGRAPH -> Block.of(kind, runs(node), List.of());
                    case CODE -> Block.of(kind, List.of(plain(literal(node))), List.of());
                    case LINE -> Block.of(kind, List.of(), List.of());
                    default -> Block.of(kind, List.of(), blocks(node, depth + 1));
                });
    }

    private static @Nullable Kind kind(Node node) {
        if (node instanceof Paragraph || node instanceof HtmlBlock) {
            return node instanceof HtmlBlock ? Kind.CODE : Kind.PARAGRAPH;
        }
        if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            return Kind.CODE;
        }
        if (node instanceof BulletList) {
            return Kind.LIST;
        }
        if (node instanceof OrderedList) {
            return Kind.NUMBERED;
        }
        if (node instanceof ListItem) {
            return Kind.POINT;
        }
        if (node instanceof BlockQuote) {
            return Kind.QUOTE;
        }
        return node instanceof ThematicBreak ? Kind.LINE : null;
    }

    private static String literal(Node node) {
        if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        }
        if (node instanceof IndentedCodeBlock code) {
            return code.getLiteral();
        }
        return node instanceof HtmlBlock html ? html.getLiteral() : "";
    }

    private static List<Block> rows(Node table) {
        List<Block> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            Kind kind = part instanceof TableHead ? Kind.HEAD_ROW : Kind.ROW;
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(Block.of(kind, List.of(), cells(row)));
                }
            }
        }
        return rows;
    }

    private static List<Block> cells(Node row) {
        List<Block> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(Block.of(Kind.CELL, runs(cell), List.of()));
            }
        }
        return cells;
    }

    private static List<Run> runs(Node parent) {
        List<Run> runs = new ArrayList<>();
        gather(parent, new Run("", false, false, false, null), runs);
        return runs;
    }

    /** Goes down with what holds of everything below. */
    private static void gather(Node parent, Run style, List<Run> runs) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            String words = words(node);
            if (words != null) {
                boolean code = style.code() || node instanceof Code;
                runs.add(new Run(words, style.strong(), style.emphasis(), code, style.href()));
            } else {
                gather(node, within(node, style), runs);
            }
        }
    }

    private static Run within(Node node, Run style) {
        if (node instanceof StrongEmphasis) {
            return new Run("", true, style.emphasis(), false, style.href());
        }
        if (node instanceof Emphasis) {
            return new Run("", style.strong(), true, false, style.href());
        }
        return node instanceof Link link
                ? new Run("", style.strong(), style.emphasis(), false, safe(link.getDestination()))
                : style;
    }

    private static @Nullable String safe(String address) {
        String stripped = address.strip();
        return LINK.matcher(stripped).matches()
                        && !stripped.toLowerCase(Locale.ROOT).contains("javascript:")
                ? stripped
                : null;
    }

    private static @Nullable String words(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (node instanceof Code code) {
            return code.getLiteral();
        }
        if (node instanceof HtmlInline html) {
            return html.getLiteral();
        }
        if (node instanceof SoftLineBreak) {
            return " ";
        }
        return node instanceof HardLineBreak ? "\n" : null;
    }

    private static Run plain(String text) {
        return new Run(text, false, false, true, null);
    }
}
