package io.simbaerp.task.timing;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.document.remark.TimelineRemark;
import io.simbaerp.page.RuleTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts into the history of the document by which rule something was done, and who was told. */
@Component
class TimingRemark implements TimelineRemark {

    private static final Set<String> EVENTS = Set.of("task-reminded", "task-escalated", "task-lapsed");

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final TimeRules rules;
    private final TimeRuleWords words;
    private final ActorNames names;
    private final RuleTexts texts;

    TimingRemark(
            JdbcClient jdbc,
            CurrentActor currentActor,
            @Lazy TimeRules rules,
            TimeRuleWords words,
            ActorNames names,
            RuleTexts texts) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.rules = rules;
        this.words = words;
        this.names = names;
        this.texts = texts;
    }

    @Override
    public Optional<String> of(String event, Subject link) {
        return EVENTS.contains(event) ? rule(link.id()).map(rule -> words(link.id(), rule)) : Optional.empty();
    }

    private String words(UUID act, UUID rule) {
        String told = told(act);
        String what = words.what(rules.byId(rule));
        return told.isEmpty()
                ? texts.message("timing.remark-nobody", List.of(what))
                : texts.message("timing.remark", List.of(what, told));
    }

    private Optional<UUID> rule(UUID act) {
        return jdbc.sql("select rule_id from task.time_act where company_id = ? and id = ?")
                .params(currentActor.company().value(), act)
                .query(UUID.class)
                .optional();
    }

    private String told(UUID act) {
        return jdbc
                .sql("select person, for_whom from task.notice where company_id = ? and act_id = ? order by id")
                .params(currentActor.company().value(), act)
                .query(this::person)
                .list()
                .stream()
                .collect(Collectors.joining(", "));
    }

    private String person(ResultSet row, int number) throws SQLException {
        String person = name(row.getObject("person", UUID.class));
        UUID forWhom = row.getObject("for_whom", UUID.class);
        return forWhom == null ? person : texts.message("timing.for", List.of(person, name(forWhom)));
    }

    private String name(@Nullable UUID person) {
        return person == null ? "" : names.nameOf(Actor.person(person));
    }
}
