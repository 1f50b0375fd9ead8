package io.simbaerp.integration.outbound;

import java.io.IOException;

/** The address is not one this program connects to; the message says why and what the operator can do. */
public final class AddressRefused extends IOException {

    AddressRefused(String message) {
        super(message);
    }
}
