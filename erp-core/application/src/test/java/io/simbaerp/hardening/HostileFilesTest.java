package io.simbaerp.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files that would run something in a reader's browser are handed out as files, whatever address they are asked at. */
@StoryTest
class HostileFilesTest {

    private static final String MARK = "steal(document.cookie)";
    private static final Map<String, String> FILES = Map.of(
            "page.html", "<!doctype html><html><body><script>" + MARK + "</script></body></html>",
            "picture.svg",
                    "<svg xmlns='http://www.w3.org/2000/svg' onload='" + MARK + "'><script>" + MARK + "</script></svg>",
            "page.xhtml",
                    "<html xmlns='http://www.w3.org/1999/xhtml'><head><script>" + MARK + "</script></head></html>",
            "sheet.xml",
                    "<?xml-stylesheet href='javascript:" + MARK + "' type='text/xsl'?><a><script>" + MARK
                            + "</script></a>",
            "words.txt", "plain words, then <script>" + MARK + "</script>",
            "\"><script>x.xml", "<a>" + MARK + "</a>");

    @Autowired
    ApplicationContext application;

    @Autowired
    Simba simba;

    @Test
    void noDoorRendersWhatAUserHandedIn() {
        Stranger person = new Stranger(simba.url());
        person.signIn("accountant", "accountant");
        List<Door> doors = Doors.of(application).pages().stream()
                .filter(Door::reads)
                .filter(door -> door.pattern().startsWith("/documents/"))
                .toList();
        List<String> handedOut = new ArrayList<>();
        FILES.forEach((name, content) -> {
            RestUser.Answer kept = simba.as("accountant")
                    .upload(content.getBytes(StandardCharsets.UTF_8), name.replace("\"", "%22"), "");
            assertThat(kept.status()).as(name + kept.text()).isIn(200, 201);
            for (Door door : doors) {
                Stranger.Answer answer = person.get(Stranger.address(door, kept.get("id")));
                if (answer.status() == 200 && answer.text().contains(content)) {
                    assertHandedOut(name + " at " + door, answer);
                    handedOut.add(door.toString());
                } else {
                    assertThat(answer.text()).as(name + " at " + door).doesNotContain("<script>" + MARK);
                }
            }
        });
        System.out.println("Hostile files: " + FILES.size() + " files at " + doors.size() + " doors, handed out "
                + handedOut.size() + " times, rendered never");
        assertThat(handedOut).hasSizeGreaterThanOrEqualTo(FILES.size());
    }

    private static void assertHandedOut(String what, Stranger.Answer answer) {
        assertThat(answer.header("Content-Disposition")).as(what).startsWith("attachment");
        assertThat(answer.header("Content-Security-Policy")).as(what).isEqualTo("default-src 'none'; sandbox");
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
    }
}
