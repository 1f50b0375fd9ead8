package io.simbaerp.security;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Origin;
import io.simbaerp.audit.RecordSignIn;
import io.simbaerp.audit.RecordSignIn.Outcome;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.SignIn;
import io.simbaerp.identity.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells sign-ins, refused ones and sign-outs to the trail of every company the user belongs to. An attempt under a name
 * nobody has is told to the installation's first company.
 */
@Component
class SignInTrail {

    private static final Duration BETWEEN_THROTTLED = Duration.ofMinutes(1);

    private final CurrentActor currentActor;
    private final CompanyDirectory directory;
    private final Memberships memberships;
    private final SignIn signIn;
    private final RecordSignIn recordSignIn;
    private final Clock clock;
    private final Map<UUID, Instant> toldAt = new ConcurrentHashMap<>();

    SignInTrail(
            CurrentActor currentActor,
            CompanyDirectory directory,
            Memberships memberships,
            SignIn signIn,
            RecordSignIn recordSignIn,
            Clock clock) {
        this.currentActor = currentActor;
        this.directory = directory;
        this.memberships = memberships;
        this.signIn = signIn;
        this.recordSignIn = recordSignIn;
        this.clock = clock;
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        tell(event.getAuthentication(), Outcome.SIGNED_IN);
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        tell(event.getAuthentication(), Outcome.SIGNED_OUT);
    }

    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        UUID user = userOf(event.getAuthentication().getName());
        tell(
                event.getAuthentication(),
                user,
                Outcome.REFUSED,
                user == null ? "sign-in.unknown" : rule(event.getException()));
    }

    /** An attempt that came too soon after others; told once a minute, so that nobody fills the trail by trying on. */
    void throttled(String login, HttpServletRequest request) {
        UUID user = userOf(login);
        Instant now = clock.instant();
        if (user == null || toldAt.getOrDefault(user, Instant.MIN).isAfter(now.minus(BETWEEN_THROTTLED))) {
            return;
        }
        toldAt.put(user, now);
        tell(RequestOrigin.of(request), user, Outcome.REFUSED, "sign-in.throttled");
    }

    private void tell(Authentication authentication, Outcome outcome) {
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            tell(authentication, user.id(), outcome, null);
        }
    }

    private void tell(Authentication authentication, @Nullable UUID user, Outcome outcome, @Nullable String rule) {
        tell(origin(authentication), user, outcome, rule);
    }

    private void tell(Origin origin, @Nullable UUID user, Outcome outcome, @Nullable String rule) {
        origin.during(() -> {
            companies(user)
                    .forEach(company -> currentActor.run(
                            Acting.system("sign-in", company), () -> recordSignIn.record(user, outcome, rule)));
            return true;
        });
    }

    private List<CompanyId> companies(@Nullable UUID user) {
        List<CompanyId> all = directory.all();
        return user == null
                ? all.stream().limit(1).toList()
                : all.stream()
                        .filter(company -> memberships.acting(user, company).isPresent())
                        .toList();
    }

    private @Nullable UUID userOf(String login) {
        try {
            return signIn.loadUserByUsername(login).id();
        } catch (UsernameNotFoundException e) {
            return null;
        }
    }

    private static String rule(AuthenticationException failure) {
        if (failure instanceof LockedException) {
            return "sign-in.throttled";
        }
        return failure instanceof DisabledException ? "sign-in.inactive" : "sign-in.wrong";
    }

    private static Origin origin(Authentication authentication) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return RequestOrigin.of(request);
        }
        String address = authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
        return new Origin(Origin.Channel.PAGE, address, null);
    }
}
