package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls people by their display name, processes and routes by their own. */
@Component
class PersonNames implements ActorNames {

    private final JdbcClient jdbc;

    PersonNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String nameOf(Actor actor) {
        return actor.userId().map(this::displayName).orElse(actor.name());
    }

    /** People who left keep their name in what they did. */
    private String displayName(UUID user) {
        return jdbc.sql("select display_name from identity.user_account where id = ?")
                .param(user)
                .query(String.class)
                .optional()
                .orElse(user.toString());
    }
}
