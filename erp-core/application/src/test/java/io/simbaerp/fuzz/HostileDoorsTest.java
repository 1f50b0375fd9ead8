package io.simbaerp.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.fuzz.HostileRequests.Answered;
import io.simbaerp.isolation.Holdings;
import io.simbaerp.isolation.Office;
import io.simbaerp.packaged.HostileFiles;
import io.simbaerp.story.PageUser;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors;
import io.simbaerp.walls.Doors.Door;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Hostile files at every door that takes a file, as a part of a form or as the whole body, by somebody who may do everything
 * in a company of its own. The doors come from the handler mappings: one added later is in here without anybody adding it.
 *
 * <p>Each door sees one file of each family, another one than the door before it, so that each file comes to some door;
 * {@code ./simba prove hostile-doors} sends every file to every door.
 */
@StoryTest
class HostileDoorsTest {

    private static final boolean WHOLE = Boolean.getBoolean("simba.hostile.whole");
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int ANSWERED_WHILE_SENT = 5_000;
    private static final String TAX_ID = "9990088008";
    private static final String PROGRAM = "program.exe";

    /** A receipt stays with the claim though the line around it is refused, and is offered anew; no program does. */
    private static final Set<String> KEPT_ASIDE = Set.of(
            "POST /api/v1/expense-claims/{id}/lines", "POST /expenses/{id}/lines", "POST /expenses/{id}/lines/{line}");

    private static final Set<String> SIGNING_IN = Set.of("identity.access_token", "identity.token_use");

    @Autowired
    ApplicationContext application;

    @Autowired
    Simba simba;

    private final Map<String, Map<String, byte[]>> families = HostileFiles.families();
    private final Map<String, byte[]> every = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private Duration slowest = Duration.ZERO;

    @Test
    void noDoorForFilesHangsOrFailsOrKeepsWhatItRefuses() throws SQLException {
        families.values().forEach(every::putAll);
        if (WHOLE) {
            HostileFiles.ofCorpus().forEach(every::putIfAbsent);
        }
        Office.Filled company = Office.anotherFilled(application, "h", TAX_ID);
        List<Door> doors = Doors.of(application).all().stream()
                .filter(HostileRequests::takesAFile)
                .sorted(Comparator.comparing(HostileDoorsTest::isReadLater))
                .toList();
        PageUser session = company.everybody();
        try (HostileRequests requests =
                new HostileRequests(RestUser.signIn(simba.url(), "h-everybody", "h-everybody"), session)) {
            Kept kept = Kept.of(company.holdings());
            for (int number = 0; number < doors.size(); number++) {
                Door door = doors.get(number);
                Map<String, byte[]> files = filesFor(door, number);
                List<Answered> answers = requests.ask(door, files);
                answers.forEach(answer -> judge(door, answer));
                Kept after = Kept.of(company.holdings());
                leftNothing(door, files, answers, kept, after);
                kept = after;
            }
        }
        System.out.println("Hostile files: " + seen.size() + " at " + doors.size() + " doors; by status " + byStatus
                + "; slowest " + slowest.toMillis() + " ms; refused " + refused);
        wrong.stream().limit(40).forEach(System.out::println);
        assertThat(wrong).isEmpty();
        assertThat(seen).as("files that came to some door").containsAll(every.keySet());
        assertThat(doors).hasSizeGreaterThan(25);
        assertThat(refused.size()).as("doors that refuse some").isGreaterThan(doors.size() * 2 / 3);
        assertThat(session.get("/tasks").status()).as("it still answers").isEqualTo(200);
    }

    /** What these take in is read afterwards: they come last, so that it shows in nothing another door is asked for. */
    private static boolean isReadLater(Door door) {
        return door.pattern().startsWith("/api/v1/documents") || door.pattern().startsWith("/intake");
    }

    private Map<String, byte[]> filesFor(Door door, int number) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (WHOLE) {
            files.putAll(every);
        } else {
            families.values().forEach(family -> {
                List<String> names = List.copyOf(family.keySet());
                String name = names.get(number % names.size());
                files.put(name, family.get(name));
            });
        }
        if (isKeptAside(door)) {
            files.put(PROGRAM, every.get(PROGRAM));
        }
        seen.addAll(files.keySet());
        if (HostileRequests.isStream(door)) {
            files.values().removeIf(content -> lines(content) > ANSWERED_WHILE_SENT);
        }
        return files;
    }

    private static boolean isKeptAside(Door door) {
        return KEPT_ASIDE.contains(door.toString());
    }

    private static long lines(byte[] file) {
        long lines = 0;
        for (byte letter : file) {
            lines += letter == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void judge(Door door, Answered answer) {
        slowest = answer.took().compareTo(slowest) > 0 ? answer.took() : slowest;
        byStatus.merge(answer.status(), 1, Integer::sum);
        String what = door + " " + answer.file() + " (" + answer.took().toMillis() + " ms, " + answer.status() + ")";
        String start = answer.text().substring(0, Math.min(300, answer.text().length()));
        if (answer.took().compareTo(LONGEST) > 0 || answer.status() >= 500) {
            wrong.add(what + ": " + start);
        } else if (answer.isRefused() && !answer.saysWhy()) {
            wrong.add(what + " without a reason: " + start);
        }
        if (answer.isRefused()) {
            refused.merge(door.toString(), 1, Integer::sum);
        }
    }

    /** Rows table by table, and the hashes of the originals. */
    private record Kept(Map<String, String> rows, Set<String> originals) {

        static Kept of(Holdings holdings) throws SQLException {
            return new Kept(holdings.digest(), Set.copyOf(holdings.ids("select sha256 from archive.original")));
        }
    }

    /** Where a door refused all, no row differs but in the trail; where it took some, it kept the bytes of those alone. */
    private void leftNothing(Door door, Map<String, byte[]> files, List<Answered> answers, Kept before, Kept after) {
        if (answers.stream().allMatch(Answered::isRefused) && !isKeptAside(door)) {
            Map<String, String> differences = Office.differences(before.rows(), after.rows());
            differences.keySet().removeAll(SIGNING_IN);
            differences.forEach((table, what) -> wrong.add(door + " refused all and left " + table + ": " + what));
        }
        for (Answered answer : answers) {
            String hash = sha256(files.get(answer.file()));
            boolean mayStay = isKeptAside(door) && !answer.file().equals(PROGRAM);
            if (answer.isRefused()
                    && !mayStay
                    && after.originals().contains(hash)
                    && !before.originals().contains(hash)) {
                wrong.add(door + " refused " + answer.file() + " and kept it");
            }
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
