package io.simbaerp.identity.session;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.identity.SecretHash;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of one sign-in name, as the session library keeps them in the database. */
@Component
class OpenSessions {

    private static final int NAME_BYTES = 8;

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    OpenSessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    List<SessionRow> of(String login, String person, @Nullable String ownId) {
        return byId(login).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> row(session, login, person, ownId))
                .sorted(Comparator.comparing(SessionRow::lastUsedAt).reversed())
                .toList();
    }

    /** @throws NotFound if the person has no session of this name */
    void end(UUID person, String login, String name) {
        String id = byId(login).keySet().stream()
                .filter(candidate -> nameOf(candidate).equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("session", person));
        sessions.ifAvailable(repository -> repository.deleteById(id));
    }

    private Map<String, ? extends Session> byId(String login) {
        FindByIndexNameSessionRepository<? extends Session> repository = sessions.getIfAvailable();
        return repository == null ? Map.of() : repository.findByPrincipalName(login);
    }

    private static SessionRow row(Session session, String login, String person, @Nullable String ownId) {
        Instant signedIn = SessionFacts.signedInAt(session).orElse(null);
        return new SessionRow(
                nameOf(session.getId()),
                login,
                person,
                Browsers.inWords(SessionFacts.browser(session)),
                SessionFacts.address(session),
                signedIn,
                session.getLastAccessedTime(),
                session.getId().equals(ownId));
    }

    private static String nameOf(String id) {
        return HexFormat.of().formatHex(SecretHash.of(id), 0, NAME_BYTES);
    }
}
