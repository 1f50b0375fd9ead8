package io.simbaerp.identity;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.PageReaders;
import io.simbaerp.page.RuleTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Calls people by their display name, processes and routes by the word their module gives. */
@Component
class PersonNames implements ActorNames, PageReaders.Names {

    private static final String REMEMBERED = PersonNames.class.getName();

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

    @Override
    public String nameOf(UUID person) {
        return displayName(person);
    }

    /** {@code actor.<name>} of the message files, where the module that runs it gives the word. */
    private String inWords(String name) {
        String key = "actor." + name;
        String word = texts.message(key, List.of());
        return word.equals(key) ? name : word;
    }

    /** People who left keep their name in what they did. A page that names many asks once, for the whole company. */
    private String displayName(UUID user) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return one(user);
        }
        Names known = (Names) request.getAttribute(REMEMBERED, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = new Names(new HashMap<>());
            request.setAttribute(REMEMBERED, known, RequestAttributes.SCOPE_REQUEST);
            known.byUser().put(user, one(user));
        } else if (!known.byUser().containsKey(user)) {
            known.byUser().putAll(colleagues());
        }
        return known.byUser().computeIfAbsent(user, this::one);
    }

    private record Names(Map<UUID, String> byUser) {}

    private Map<UUID, String> colleagues() {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("""
                        select u.id, u.display_name from identity.user_account u
                         where u.id in (select m.user_id from identity.membership m)""").query((java.sql.ResultSet row) -> {
            names.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return names;
    }

    private String one(UUID user) {
        return jdbc.sql("select display_name from identity.user_account where id = ?")
                .param(user)
                .query(String.class)
                .optional()
                .orElse(user.toString());
    }
}
