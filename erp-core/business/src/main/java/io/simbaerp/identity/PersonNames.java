package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls people by their display name, processes and routes by the word their module gives. */
@Component
class PersonNames implements ActorNames {

    private final JdbcClient jdbc;
    private final RuleTexts texts;

    PersonNames(JdbcClient jdbc, RuleTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String nameOf(Actor actor) {
        return actor.userId().map(this::displayName).orElseGet(() -> inWords(actor.name()));
    }

    /** {@code actor.<name>} of the message files, where the module that runs it gives the word. */
    private String inWords(String name) {
        String key = "actor." + name;
        String word = texts.message(key, List.of());
        return word.equals(key) ? name : word;
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
