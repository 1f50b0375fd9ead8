package io.simbaerp.identity.session;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Whether a session still goes on, asked without using it: whoever only listens doesn't keep it alive. */
@Component
public class OngoingSessions {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;
    private final Clock clock;
    private final Duration longest;

    OngoingSessions(
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions,
            Clock clock,
            @Value("${simba.session.longest:12h}") Duration longest) {
        this.sessions = sessions;
        this.clock = clock;
        this.longest = longest;
    }

    /** Neither ended nor expired, and not longer than any session may be. */
    public boolean isOpen(String id) {
        FindByIndexNameSessionRepository<? extends Session> repository = sessions.getIfAvailable();
        Session session = repository == null ? null : repository.findById(id);
        return session != null
                && !session.isExpired()
                && SessionFacts.signedInAt(session)
                        .filter(begun -> begun.plus(longest).isBefore(clock.instant()))
                        .isEmpty();
    }
}
