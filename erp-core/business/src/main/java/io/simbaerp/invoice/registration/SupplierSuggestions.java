package io.simbaerp.invoice.registration;

import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.Iban;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which of our parties an unknown supplier might be, and why; only a person can say so. */
@Component
public class SupplierSuggestions {

    private static final int SEARCHED = 50;
    private static final int MOST = 5;

    /** What speaks for a party, though not enough. */
    public enum Reason {
        /** It has been added since the invoice came. */
        TAX_ID,
        /** The account the invoice wants to be paid on is one of its own. */
        IBAN,
        /** It is called alike. */
        NAME
    }

    /** One of our parties. */
    public record Suggestion(PartyView party, List<Reason> reasons) {

        public Suggestion {
            reasons = List.copyOf(reasons);
        }

        public UUID partyId() {
            return party.id().value();
        }
    }

    private final Parties parties;
    private final LookingUp lookingUp;

    SupplierSuggestions(Parties parties, LookingUp lookingUp) {
        this.parties = parties;
        this.lookingUp = lookingUp;
    }

    /** The likeliest first. */
    public List<Suggestion> of(ReceivedInvoice invoice, @Nullable String account) {
        return lookingUp.in(() -> {
            Map<UUID, PartyView> found = new LinkedHashMap<>();
            Map<UUID, List<Reason>> reasons = new LinkedHashMap<>();
            SupplierKey.taxId(invoice.seller())
                    .flatMap(parties::byTaxId)
                    .ifPresent(party -> note(party, Reason.TAX_ID, found, reasons));
            byAccount(account).ifPresent(party -> note(party, Reason.IBAN, found, reasons));
            called(Objects.requireNonNullElse(invoice.seller().name(), ""))
                    .forEach(party -> note(party, Reason.NAME, found, reasons));
            return found.values().stream()
                    .limit(MOST)
                    .map(party -> new Suggestion(
                            party, reasons.getOrDefault(party.id().value(), List.of())))
                    .toList();
        });
    }

    private static void note(
            PartyView party, Reason reason, Map<UUID, PartyView> found, Map<UUID, List<Reason>> reasons) {
        UUID id = party.id().value();
        found.putIfAbsent(id, party);
        reasons.computeIfAbsent(id, any -> new ArrayList<>()).add(reason);
    }

    private Optional<PartyView> byAccount(@Nullable String account) {
        return account == null || Iban.parse(account).isEmpty() ? Optional.empty() : parties.byIban(account);
    }

    private List<PartyView> called(String name) {
        return PartyName.mark(name).map(word -> parties.search(word, null, SEARCHED)).orElse(List.of()).stream()
                .filter(party -> PartyName.isAlike(party.name(), name))
                .toList();
    }
}
