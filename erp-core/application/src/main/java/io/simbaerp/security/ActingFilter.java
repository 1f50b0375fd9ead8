package io.simbaerp.security;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.SignedInUser;
import io.simbaerp.identity.TokenOwner;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the signed-in user act for one company during the request: the one the header {@code Simba-Company} names by tax
 * id, else the one chosen in the session, else the one the user worked in last, else the user's first. A company the user doesn't belong to is not found.
 */
class ActingFilter extends OncePerRequestFilter {

    private final CurrentActor currentActor;
    private final Memberships memberships;
    private final CompanyDirectory directory;
    private final Refusals refusals;

    ActingFilter(CurrentActor currentActor, Memberships memberships, CompanyDirectory directory, Refusals refusals) {
        this.currentActor = currentActor;
        this.memberships = memberships;
        this.directory = directory;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Acting> acting = authentication.getDetails() instanceof TokenOwner owner
                ? byToken(owner, request)
                : acting(user.id(), request);
        if (acting.isEmpty()) {
            tell(user.id(), request);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        pass(acting.get(), request, response, chain);
    }

    /** From here on the user acts for the company, from where the request came. */
    private void pass(Acting acting, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IOException[] io = new IOException[1];
        ServletException[] servlet = new ServletException[1];
        RequestOrigin.of(request)
                .during(() -> currentActor.<@Nullable Void>as(acting, () -> {
                    try {
                        chain.doFilter(request, response);
                    } catch (IOException e) {
                        io[0] = e;
                    } catch (ServletException e) {
                        servlet[0] = e;
                    }
                    return null;
                }));
        if (io[0] != null) {
            throw io[0];
        }
        if (servlet[0] != null) {
            throw servlet[0];
        }
    }

    /** A company is told who asked for it without belonging to it. */
    private void tell(UUID user, HttpServletRequest request) {
        String taxId = request.getHeader("Simba-Company");
        if (taxId != null) {
            directory.byTaxId(taxId).ifPresent(company -> RequestOrigin.of(request)
                    .during(() -> {
                        refusals.refused(
                                new Acting(Actor.person(user), company, Set.of()),
                                request.getRequestURI(),
                                new Subject("user", user),
                                new NotFound("company", company.value()));
                        return true;
                    }));
        }
    }

    /** Outside its one company a token opens nothing, as if the owner didn't belong there. */
    private Optional<Acting> byToken(TokenOwner owner, HttpServletRequest request) {
        return request.getHeader("Simba-Company") == null
                        && (owner.onlyCompany() != null || request.getSession(false) == null)
                ? Optional.ofNullable(owner.acting())
                : acting(owner.user().id(), request).filter(acting -> owner.opens(acting.company()));
    }

    /** Acting for a colleague ends by itself with what allows it. */
    private Optional<Acting> onBehalf(UUID user, CompanyId company, HttpSession session) {
        if (!(session.getAttribute(Memberships.ON_BEHALF_IN_SESSION) instanceof UUID person)) {
            return Optional.empty();
        }
        Optional<Acting> acting = memberships.onBehalf(user, person, company);
        if (acting.isEmpty()) {
            session.removeAttribute(Memberships.ON_BEHALF_IN_SESSION);
        }
        return acting;
    }

    private Optional<Acting> acting(UUID user, HttpServletRequest request) {
        String taxId = request.getHeader("Simba-Company");
        if (taxId != null) {
            return directory.byTaxId(taxId).flatMap(company -> memberships.acting(user, company));
        }
        HttpSession session = request.getSession(false);
        if (session == null) {
            return memberships.acting(user, null);
        }
        if (session.getAttribute(Memberships.CHOSEN_IN_SESSION) instanceof UUID chosen) {
            return onBehalf(user, new CompanyId(chosen), session)
                    .or(() -> memberships.acting(user, new CompanyId(chosen)));
        }
        Optional<Acting> first = memberships.actingWhereLast(user);
        first.ifPresent(acting -> session.setAttribute(
                Memberships.CHOSEN_IN_SESSION, acting.company().value()));
        return first;
    }
}
