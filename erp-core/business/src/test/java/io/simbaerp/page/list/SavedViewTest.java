package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SavedViewTest {

    @Test
    void asksWhatTheAddressOfTheListAsked() {
        assertThat(asked("text=Ga%C5%BAnica+S.A.&state=OPEN&state=LATE&sort=-due"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "text", List.of("Gaźnica S.A."), "state", List.of("OPEN", "LATE"), "sort", List.of("-due")));
    }

    @Test
    void takesWhateverWasSavedSoThatTheListStillOpens() {
        assertThat(asked("upload")).containsOnly(Map.entry("upload", List.of("")));
        assertThat(asked("text=100%")).containsOnly(Map.entry("text", List.of("100%")));
        assertThat(asked("&&=x")).containsOnly(Map.entry("", List.of("x")));
        assertThat(asked("")).isEmpty();
    }

    private static Map<String, List<String>> asked(String query) {
        return new SavedView(UUID.randomUUID(), "Mine", query, UUID.randomUUID(), true, false, null).parameters();
    }
}
