package io.simbaerp.task.link;

import io.simbaerp.architecture.CompanyId;
import java.time.Instant;
import java.util.UUID;

/** Who may decide which task about which content, and until when. */
public record MailLink(
        CompanyId company, UUID id, UUID taskId, UUID person, String contentHash, Instant expiresAt, boolean used) {

    /** What is signed: every field that says what the link is good for. */
    String signed() {
        return String.join(
                "|",
                "mail-link",
                company.toString(),
                id.toString(),
                taskId.toString(),
                person.toString(),
                contentHash,
                Long.toString(expiresAt.getEpochSecond()));
    }
}
