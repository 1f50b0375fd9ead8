package io.simbaerp.identity.separation;

import java.util.UUID;

/** Somebody who holds two duties at once. */
public record PersonHolding(UUID user, String person) {}
