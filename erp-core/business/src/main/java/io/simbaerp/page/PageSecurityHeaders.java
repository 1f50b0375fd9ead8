package io.simbaerp.page;

/** What our pages promise a browser they need; the security chain sends it. */
public final class PageSecurityHeaders {

    /** Only what we serve ourselves, nothing inline, no eval, nobody may frame us; the stylesheet draws with data images. */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    private PageSecurityHeaders() {}
}
