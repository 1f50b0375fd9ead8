package io.simbaerp.approval.limit.web;

import io.simbaerp.approval.limit.LimitScope;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.page.RuleTexts;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of levels, scopes and people. */
@Component
class LimitWords {

    private final RuleTexts texts;
    private final ActorNames names;

    LimitWords(RuleTexts texts, ActorNames names) {
        this.texts = texts;
        this.names = names;
    }

    String level(Duty duty) {
        return texts.message("duty." + duty.name(), List.of());
    }

    List<LimitPages.Choice> scopes() {
        return Stream.of(LimitScope.values())
                .map(scope -> new LimitPages.Choice(scope.name(), word(scope)))
                .toList();
    }

    /** The one it is about, or how all are counted. */
    String scope(LimitScope scope, @Nullable String one) {
        return one == null ? word(scope) : one;
    }

    @Nullable
    String person(@Nullable UUID person) {
        return person == null ? null : names.nameOf(Actor.person(person));
    }

    String name(@Nullable String actor) {
        return actor == null ? "" : names.nameOf(Actor.parse(actor));
    }

    private String word(LimitScope scope) {
        return texts.message("approval.limit-" + scope.name().toLowerCase(Locale.ROOT), List.of());
    }
}
