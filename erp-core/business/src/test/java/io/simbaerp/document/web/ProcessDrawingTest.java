package io.simbaerp.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.DrawnProcess;
import io.simbaerp.document.DrawnProcess.Flow;
import io.simbaerp.document.DrawnProcess.Form;
import io.simbaerp.document.DrawnProcess.Point;
import io.simbaerp.document.DrawnProcess.Progress;
import io.simbaerp.document.DrawnProcess.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessDrawingTest {

    private final ProcessDrawing drawing = ProcessDrawing.of(new DrawnProcess(
            "PurchaseInvoiceApproval",
            "Approval",
            100,
            50,
            600,
            200,
            List.of(
                    new Shape("Start", Form.START, "Received", 100, 60, 36, 36, Progress.DONE, null),
                    new Shape("Gate", Form.GATEWAY, "", 200, 60, 50, 50, Progress.DONE, null),
                    new Shape(
                            "Code",
                            Form.USER_TASK,
                            "Code the invoice line by line",
                            300,
                            50,
                            100,
                            80,
                            Progress.CURRENT,
                            null),
                    new Shape("Post", Form.STEP, "Post", 450, 50, 100, 80, Progress.PLANNED, null)),
            List.of(
                    new Flow("a", null, List.of(new Point(136, 78), new Point(200, 78)), true),
                    new Flow(
                            "b",
                            "above",
                            List.of(new Point(225, 110), new Point(225, 200), new Point(300, 200)),
                            false))));

    @Test
    void showsTheWholePlaneWithAMargin() {
        assertThat(drawing.viewBox()).isEqualTo("88 38 624 224");
    }

    @Test
    void saysWhereItIs() {
        assertThat(drawing.current()).isEqualTo("Code the invoice line by line");
        assertThat(drawing.steps())
                .extracting(ProcessDrawing.Step::name, ProcessDrawing.Step::progress)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Received", "done"),
                        org.assertj.core.groups.Tuple.tuple("Code the invoice line by line", "now"),
                        org.assertj.core.groups.Tuple.tuple("Post", ""));
    }

    @Test
    void breaksLongNamesSoThatTheyFitIntoTheirBox() {
        assertThat(drawing.boxes().get(2).words())
                .extracting(ProcessDrawing.Word::text)
                .containsExactly("Code the", "invoice line", "by line");
        assertThat(drawing.boxes().get(2).words())
                .extracting(ProcessDrawing.Word::x)
                .containsOnly(350);
    }

    @Test
    void drawsDiamondsCirclesAndLines() {
        assertThat(drawing.boxes().get(1).diamond()).isEqualTo("M225 60L250 85L225 110L200 85Z");
        assertThat(drawing.boxes().get(0).radius()).isEqualTo(18);
        assertThat(drawing.lines().get(0).path()).isEqualTo("M225 110L225 200L300 200");
    }

    @Test
    void pointsArrowsAlongTheirLine() {
        assertThat(drawing.lines().get(1).arrow()).isEqualTo("M200 78L192.0 82.0L192.0 74.0Z");
    }

    @Test
    void drawsWhatWasTakenOverWhatWasNotAndNamesALineWhereItIsLevel() {
        assertThat(drawing.lines()).extracting(ProcessDrawing.Line::taken).containsExactly(false, true);
        assertThat(drawing.lines().get(0).name()).isEqualTo(new ProcessDrawing.Word(262, 194, "above"));
    }
}
