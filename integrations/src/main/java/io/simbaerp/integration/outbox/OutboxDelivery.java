package io.simbaerp.integration.outbox;

/** Brings messages of some kinds to where their partner looks for them. Repeating a delivery gives the same result. */
interface OutboxDelivery {

    boolean takes(String kind);

    void deliver(OutboxMessage message);
}
