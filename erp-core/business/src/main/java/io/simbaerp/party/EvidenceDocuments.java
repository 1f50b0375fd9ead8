package io.simbaerp.party;

import java.util.UUID;

/** Whether a document that is named as the source of an account is one of the company's. */
public interface EvidenceDocuments {

    boolean has(UUID document);
}
