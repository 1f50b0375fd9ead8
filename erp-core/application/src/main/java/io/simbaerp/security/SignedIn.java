package io.simbaerp.security;

import io.simbaerp.identity.SignedInUser;
import io.simbaerp.identity.pace.KnownDevices;
import io.simbaerp.identity.session.SessionFacts;
import io.simbaerp.page.DeviceCookie;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What a session remembers of its beginning, and the device's cookie; then the page that was asked for. */
@Component
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final KnownDevices devices;
    private final Clock clock;

    SignedIn(KnownDevices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            SessionFacts.keep(
                    request.getSession(),
                    clock.instant(),
                    request.getRemoteAddr(),
                    request.getHeader(HttpHeaders.USER_AGENT));
            rememberDevice(user, request, response);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    private void rememberDevice(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, SignInPaceFilter.DEVICE);
        if (cookie == null
                || devices.placeOf(cookie.getValue(), user.getUsername()).isEmpty()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    DeviceCookie.of(request, SignInPaceFilter.DEVICE, devices.remember(user.id())));
        }
    }
}
