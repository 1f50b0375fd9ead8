package io.simbaerp.workflow.controlled;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.testing.ModuleTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has to read a controlled document confirms it in their own name, is reminded, and gets the file that says it. */
@ModuleTest
class ControlledReadingModuleTest extends ControlledDesk {

    @Test
    void readersConfirmInTheirOwnNameAndAreReminded() {
        VersionView published = published("To be read", "one");
        assertThat(asReader(() -> readings.mine())).singleElement().satisfies(waiting -> {
            assertThat(waiting.readBy()).isEqualTo(TODAY.plusDays(7));
            assertThat(waiting.late()).isFalse();
        });
        assertThat(company.as(() -> readings.progress(published.id()))).isEqualTo(new Readings.Progress(0, 1));
        refused(
                "controlled.not-asked-to-read",
                () -> company.asPerson(reviewer, REVIEWER, () -> {
                    acknowledge.acknowledge(published.id());
                    return true;
                }));
        Acting inTheirName = new Acting(Actor.person(reviewer), company.id(), READER).onBehalfOf(reader);
        refused("controlled.read-yourself", () -> company.currentActor()
                .run(inTheirName, () -> acknowledge.acknowledge(published.id())));
        assertThat(company.as(() -> remindLate.remindLate())).isZero();
        assertThat(asWriter(() -> remind.remind(published.documentId()))).isEqualTo(1);
        assertThat(asWriter(() -> remind.remind(published.documentId())))
                .as("at once again")
                .isZero();
        clock.advance(Duration.ofDays(8));
        assertThat(company.as(() -> remindLate.remindLate())).isEqualTo(1);
        assertThat(asReader(() -> readings.mine())).singleElement().satisfies(waiting -> {
            assertThat(waiting.late()).isTrue();
            assertThat(waiting.remindedAt()).isEqualTo(clock.instant());
        });
        asReader(() -> {
            acknowledge.acknowledge(published.id());
            acknowledge.acknowledge(published.id());
            return true;
        });
        assertThat(asReader(() -> readings.count())).isZero();
        assertThat(company.as(() -> readings.progress(published.id()))).isEqualTo(new Readings.Progress(1, 1));
        assertThat(asWriter(() -> remind.remind(published.documentId()))).isZero();
        revision(published.documentId(), "two");
        decide(reviewer, REVIEWER, "approve", null);
        assertThat(asReader(() -> readings.count()))
                .as("the next version is read anew")
                .isEqualTo(1);
    }

    @Test
    void aFileSaysItAsWell() {
        byte[] content = "%PDF-1.7 policy".getBytes(StandardCharsets.UTF_8);
        VersionView draft = write(new ControlledDraft(
                "File",
                ControlledKind.KNOWLEDGE,
                null,
                new ControlledDraft.File("C:\\docs\\policy.pdf", content),
                null,
                List.of(),
                7,
                12,
                null));
        send(draft);
        decide(reviewer, REVIEWER, "approve", null);
        OpenControlledFile.Opened opened = asReader(() -> openFile.open(draft.id()));
        assertThat(opened.name()).isEqualTo("policy.pdf");
        assertThat(opened.content()).isEqualTo(content);
        asWriter(() -> {
            withdraw.withdraw(draft.documentId(), "Old");
            return true;
        });
        aYearLater();
        assertThat(open()).as("nobody looks at what is out of use").isEmpty();
    }
}
