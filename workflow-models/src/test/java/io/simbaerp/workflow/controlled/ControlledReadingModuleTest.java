package io.simbaerp.workflow.controlled;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.page.list.Lists;
import io.simbaerp.testing.ModuleTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** Who has to read a controlled document confirms it in their own name, is reminded, and gets the file that says it. */
@ModuleTest
class ControlledReadingModuleTest extends ControlledDesk {

    @Autowired
    Lists lists;

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
        VersionView current =
                asReader(() -> documents.byId(published.documentId())).shown();
        asReader(() -> {
            acknowledge.acknowledge(current.id());
            return true;
        });
        assertThat(listedToRead()).isEmpty();
        UUID coming = asWriter(() -> revise.open(published.documentId()));
        asWriter(() -> change.change(coming, 0, draft("Changed", "three", TODAY.plusDays(90))));
        send(asWriter(() -> documents.version(coming)));
        decide(reviewer, REVIEWER, "approve", null);
        assertThat(listedToRead()).as("also before it is in force").containsExactly(published.documentId());
        asWriter(() -> withdraw.withdraw(published.documentId(), "Old"));
        assertThat(listedToRead()).isEmpty();
    }

    private List<UUID> listedToRead() {
        return asReader(() -> lists.ids(
                        "controlled-documents", new LinkedMultiValueMap<>(Map.of("work", List.of("to-read"))), 50)
                .items());
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
                Arrays.asList(null, " "),
                7,
                12,
                null));
        assertThat(draft.readers()).as("empty places of a form").isEmpty();
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
