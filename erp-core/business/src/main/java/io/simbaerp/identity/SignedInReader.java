package io.simbaerp.identity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.page.PageReader;
import io.simbaerp.page.PageReaders;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the pages who reads them: the signed-in user, in the company acted for. */
@Component
class SignedInReader implements PageReaders {

    private final CurrentCompany currentCompany;
    private final Permission permission;
    private final CurrentActor currentActor;
    private final ObjectProvider<ActorNames> names;

    SignedInReader(
            CurrentCompany currentCompany,
            Permission permission,
            CurrentActor currentActor,
            ObjectProvider<ActorNames> names) {
        this.currentCompany = currentCompany;
        this.permission = permission;
        this.currentActor = currentActor;
        this.names = names;
    }

    @Override
    public Optional<PageReader> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedInUser user)
                || !permission.has(Duty.BELONG_TO_COMPANY)) {
            return Optional.empty();
        }
        CompanyView company = currentCompany.get();
        return Optional.of(new PageReader(
                user.displayName(),
                company.name(),
                Locale.forLanguageTag(user.language()),
                PersonReaders.format(company),
                company.timeZone(),
                actedFor()));
    }

    private @Nullable String actedFor() {
        return currentActor
                .find()
                .map(Acting::onBehalfOf)
                .map(person -> names.getObject().nameOf(Actor.person(person)))
                .orElse(null);
    }
}
