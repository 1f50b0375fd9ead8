package io.simbaerp.ledger.foreign;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Adds the partners of foreign books that we don't know, all of them or none, so that entries may name them; of very many
 * the first, and the next when asked again. Who is known stays as he is. Their bank accounts aren't taken: they need proof and four eyes.
 */
@UseCase(Duty.MAINTAIN_PARTY)
public class TakeOverPartners {

    /** As many as are added while somebody waits. */
    private static final int AT_ONCE = 300;

    private final UnknownMasters unknown;
    private final RegisterParty register;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TakeOverPartners(
            UnknownMasters unknown,
            RegisterParty register,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.unknown = unknown;
        this.register = register;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes over who is new.
     *
     * @return all the file names, and as unknown who was added
     * @throws RuleViolation of foreign-books: form-unknown, file-unreadable, totals-differ, analysis-differs,
     *     currency-differs, partner-refused
     */
    public UnknownMasters.Found takeOver(byte[] file) {
        UnknownMasters.Found found = unknown.in(file);
        List<PartyDraft> partners =
                found.unknown().partners().stream().limit(AT_ONCE).toList();
        partners.forEach(this::add);
        events.publishEvent(new MastersTakenOver(currentActor.company(), currentActor.actor(), clock.instant()));
        return new UnknownMasters.Found(found.all(), new ForeignBooks.Masters(partners, List.of(), List.of()));
    }

    private void add(PartyDraft partner) {
        try {
            register.register(partner);
        } catch (RuleViolation refused) {
            throw RuleViolation.ofField("file", "foreign-books.partner-refused", partner.name(), refused.rule());
        }
    }
}
