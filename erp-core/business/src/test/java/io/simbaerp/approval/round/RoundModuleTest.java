package io.simbaerp.approval.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** When a round is decided: in Java, and whether PostgreSQL says the same of every way votes can fall. */
@ModuleTest
class RoundModuleTest {

    @Autowired
    TestDatabase database;

    @Test
    void eachKindDecidesInItsOwnWay() {
        assertThat(states(all(3), "yy-", "yyy", "n--")).containsExactly("OPEN", "GRANTED", "REFUSED");
        assertThat(states(first(3), "---", "-y-", "--n")).containsExactly("OPEN", "GRANTED", "REFUSED");
        assertThat(states(quorum(2, 3), "y--", "yn-", "yny", "nn-"))
                .containsExactly("OPEN", "OPEN", "GRANTED", "REFUSED");
        assertThat(states(committee(4), "-yyy", "yyy-", "yynn", "nnyy", "ynn-", "ynnn"))
                .as("the first seat is the chair's")
                .containsExactly("OPEN", "GRANTED", "GRANTED", "REFUSED", "OPEN", "REFUSED");
    }

    @Test
    void aRoundThatCouldNeverBeDecidedIsNoRound() {
        assertThatThrownBy(() -> quorum(4, 3)).isInstanceOf(RuleViolation.class).hasMessageContaining("quorum");
        assertThatThrownBy(() -> quorum(0, 3)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new Round(RoundKind.ALL, 0, null, List.of())).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> new Round(RoundKind.COMMITTEE, 0, null, seats(3)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("chair");
    }

    @Test
    void oneSeatIsTheSameRoundInEveryKind() {
        assertThat(rounds(1)).containsOnly(Round.of(Duty.APPROVE_INVOICE));
    }

    @Test
    void aSeatIsLastAtWhateverPlace() {
        Standing standing = new Standing(List.of(Round.of(Duty.APPROVE_INVOICE_ABOVE_LIMIT), all(3)), Map.of(), false);
        assertThat(standing.isLast(seats(3).get(2))).isTrue();
        assertThat(standing.isLast(new Seat(Duty.APPROVE_INVOICE, null, 9))).isTrue();
        assertThat(standing.isLast(Seat.of(Duty.APPROVE_INVOICE_ABOVE_LIMIT))).isFalse();
    }

    @Test
    void javaAndPostgresSayTheSameOfEveryWayVotesCanFall() throws SQLException {
        int compared = 0;
        try (Connection connection = database.connect(TestDatabase.APPLICATION);
                PreparedStatement judge = connection.prepareStatement(
                        "select approval.round_state(cast(? as jsonb) -> 0, cast(? as jsonb))")) {
            for (int n = 1; n <= 4; n++) {
                for (Round round : rounds(n)) {
                    for (String votes : ways(n)) {
                        assertThat(RoundText.read(RoundText.write(List.of(round))))
                                .containsExactly(round);
                        judge.setString(1, RoundText.write(List.of(round)));
                        judge.setString(2, json(votes));
                        try (ResultSet row = judge.executeQuery()) {
                            row.next();
                            assertThat(row.getString(1))
                                    .as(round + " with " + votes)
                                    .isEqualTo(round.state(votes(votes)).name());
                            compared++;
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static List<Round> rounds(int n) {
        List<Round> rounds = new ArrayList<>(List.of(all(n), first(n), committee(n)));
        IntStream.rangeClosed(1, n).forEach(k -> rounds.add(quorum(k, n)));
        return rounds;
    }

    private static List<String> ways(int n) {
        List<String> ways = List.of("");
        for (int seat = 0; seat < n; seat++) {
            ways = ways.stream()
                    .flatMap(way -> List.of(way + "-", way + "y", way + "n").stream())
                    .toList();
        }
        return ways;
    }

    private static List<String> states(Round round, String... votes) {
        return List.of(votes).stream()
                .map(each -> round.state(votes(each)).name())
                .toList();
    }

    private static Map<String, Boolean> votes(String text) {
        Map<String, Boolean> votes = new LinkedHashMap<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '-') {
                votes.put(seats(text.length()).get(i).key(), text.charAt(i) == 'y');
            }
        }
        return votes;
    }

    private static String json(String votes) {
        Map<String, String> decisions = new LinkedHashMap<>();
        votes(votes).forEach((seat, yes) -> decisions.put(seat, yes ? "APPROVE" : "REJECT"));
        return JsonMapper.shared().writeValueAsString(decisions);
    }

    private static Round all(int n) {
        return new Round(RoundKind.ALL, 0, null, seats(n));
    }

    private static Round first(int n) {
        return new Round(RoundKind.FIRST, 0, null, seats(n));
    }

    private static Round quorum(int k, int n) {
        return new Round(RoundKind.K_OF_N, k, null, seats(n));
    }

    private static Round committee(int n) {
        return new Round(RoundKind.COMMITTEE, 0, seats(n).get(0), seats(n));
    }

    private static List<Seat> seats(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(place -> new Seat(Duty.APPROVE_INVOICE, null, place))
                .toList();
    }
}
