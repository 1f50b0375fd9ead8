package io.simbaerp.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.web.OriginalView.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlLinesTest {

    @Test
    void anElementWithPartsStandsAboveThemAndTheyAreSetIn() {
        assertThat(
                        XmlLines.of(
                                "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a:Invoice x=\"1\"><cbc:ID>FV/1</cbc:ID><n/></a:Invoice>"))
                .containsExactly(
                        new Line(0, "<a:Invoice x=\"1\">", null, ""),
                        new Line(1, "<cbc:ID>", "FV/1", "</cbc:ID>"),
                        new Line(1, "<n>", null, "</n>"),
                        new Line(0, "", null, "</a:Invoice>"));
    }

    @Test
    void textBetweenPartsAndCommentsAreKept() {
        assertThat(XmlLines.of("<p>before<b>bold</b>after<!-- why --></p>"))
                .containsExactly(
                        new Line(0, "<p>", null, ""),
                        new Line(1, "", "before", ""),
                        new Line(1, "<b>", "bold", "</b>"),
                        new Line(1, "", "after", ""),
                        new Line(1, "<!--why-->", null, ""),
                        new Line(0, "", null, "</p>"));
    }

    @Test
    void whatIsBrokenIsLeftToBeShownAsTheTextItIs() {
        assertThat(XmlLines.of("<a><b>1</b><c>")).isEmpty();
        assertThat(XmlLines.of("%PDF-1.7")).isEmpty();
    }

    @Test
    void nothingIsFetchedOrExpanded() {
        List<Line> lines = XmlLines.of(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY y \"yyyy\">]><a><b>1</b>&x;&y;</a>");
        assertThat(lines).noneMatch(line -> line.text() != null && !line.text().equals("1"));
    }

    @Test
    void anAttachmentIsCutAndDepthEnds() {
        assertThat(XmlLines.of("<a>" + "A".repeat(100_000) + "</a>").get(0).text())
                .hasSize(401);
        assertThat(XmlLines.of("<a>".repeat(500) + "</a>".repeat(500))).allMatch(line -> line.depth() <= 12);
    }
}
