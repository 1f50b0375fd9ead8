package io.simbaerp.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much one caller may ask of this node: by token, by address, and for attempts to sign in. */
@Component
class RequestLimits {

    private final Allowances tokens;
    private final Allowances addresses;
    private final Allowances signIns;

    RequestLimits(
            @Value("${simba.limits.requests-per-token:12000}") long perToken,
            @Value("${simba.limits.requests-per-address:24000}") long perAddress,
            @Value("${simba.limits.sign-in.per-address:120}") long signInsPerAddress) {
        tokens = new Allowances(perToken);
        addresses = new Allowances(perAddress);
        signIns = new Allowances(signInsPerAddress);
    }

    Allowances tokens() {
        return tokens;
    }

    Allowances addresses() {
        return addresses;
    }

    /** Of devices nobody signed in from before. */
    Allowances signIns() {
        return signIns;
    }
}
