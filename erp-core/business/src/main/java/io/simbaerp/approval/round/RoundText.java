package io.simbaerp.approval.round;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rounds as they are stored with a request, and as {@code approval.round_state} reads them. */
public final class RoundText {

    private RoundText() {}

    public static String write(List<Round> rounds) {
        return JsonMapper.shared()
                .writeValueAsString(rounds.stream().map(RoundText::fields).toList());
    }

    public static List<Round> read(String text) {
        List<Round> rounds = new ArrayList<>();
        for (JsonNode round : JsonMapper.shared().readTree(text)) {
            List<Seat> seats = new ArrayList<>();
            round.path("seats").forEach(seat -> seats.add(Seat.parse(seat.asString())));
            JsonNode chair = round.path("chair");
            JsonNode name = round.path("name");
            rounds.add(new Round(
                    RoundKind.valueOf(round.path("kind").asString()),
                    round.path("quorum").asInt(),
                    chair.isString() ? Seat.parse(chair.asString()) : null,
                    seats,
                    name.isString() ? name.asString() : null));
        }
        return rounds;
    }

    private static Map<String, @Nullable Object> fields(Round round) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Seat chair = round.chair();
        fields.put("kind", round.kind().name());
        fields.put("quorum", round.quorum());
        fields.put("chair", chair == null ? null : chair.key());
        fields.put("seats", round.seats().stream().map(Seat::key).toList());
        fields.put("name", round.name());
        return fields;
    }
}
