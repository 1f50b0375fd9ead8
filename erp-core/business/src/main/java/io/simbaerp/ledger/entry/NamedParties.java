package io.simbaerp.ledger.entry;

import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The partner a table names: by a tax id, or by a name only one partner has. */
@Component
public class NamedParties {

    private static final int SHORTEST_TAX_ID = 5;
    private static final int CLEAR_TAX_ID = 8;
    private static final int ONLY = 2;

    private final Parties parties;

    NamedParties(Parties parties) {
        this.parties = parties;
    }

    /** The one with this tax id or called just so, or nothing for none and for several. A part of a name names nobody. */
    public Optional<UUID> of(String text) {
        return exactly(text).map(party -> party.id().value());
    }

    /** As {@link #of} for each of them, all at once: those that name somebody, and whom. */
    public Map<String, UUID> ofAll(Collection<String> texts) {
        Map<String, Optional<String>> names = new HashMap<>();
        texts.forEach(text -> names.put(text, mayBeTaxId(text) ? Optional.of(text) : Optional.empty()));
        return parties.named(names);
    }

    /** Also by a part of the name or the figures of a tax id, where somebody looks at who was found before it counts. */
    public Optional<UUID> ofPart(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return exactly(text)
                .or(() -> digits.length() < CLEAR_TAX_ID ? Optional.empty() : parties.byTaxId(digits))
                .or(() -> partly(text))
                .map(party -> party.id().value());
    }

    private Optional<PartyView> exactly(String text) {
        return (mayBeTaxId(text) ? parties.byTaxId(text) : Optional.<PartyView>empty()).or(() -> parties.called(text));
    }

    /** Letters no tax id is written with would fall away from it, and leave the figures in a name. */
    private static boolean mayBeTaxId(String text) {
        return text.chars().noneMatch(letter -> letter > '~' && Character.isLetter(letter))
                && text.chars().filter(letter -> letter >= '0' && letter <= '9').count() >= SHORTEST_TAX_ID;
    }

    private Optional<PartyView> partly(String text) {
        List<PartyView> found = parties.search(text, null, ONLY);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
