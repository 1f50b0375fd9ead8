package io.simbaerp.task.link;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CompanyDirectory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads links of mail: whatever isn't signed by us, field by field, isn't there. */
@Component
public class MailLinks {

    /** Who looks a link up: nobody, and nothing else may be done so. */
    private static final String JOB = "mail-link";

    private static final int BYTES = 2 * 2 * Long.BYTES + LinkKeys.BYTES;

    private final Stored stored;
    private final CompanyDirectory companies;
    private final CurrentActor currentActor;

    MailLinks(Stored stored, CompanyDirectory companies, CurrentActor currentActor) {
        this.stored = stored;
        this.companies = companies;
        this.currentActor = currentActor;
    }

    /** The links there are. */
    @Query(Duty.RUN_PROCESS)
    static class Stored {

        private final JdbcClient jdbc;
        private final CurrentActor currentActor;
        private final LinkKeys keys;

        Stored(JdbcClient jdbc, CurrentActor currentActor, LinkKeys keys) {
            this.jdbc = jdbc;
            this.currentActor = currentActor;
            this.keys = keys;
        }

        public Optional<MailLink> signed(UUID id, byte[] signature) {
            return jdbc.sql("""
                            select task_id, person, content_hash, expires_at, used_at is not null as used
                              from task.mail_link where company_id = ? and id = ?""")
                    .params(currentActor.company().value(), id)
                    .query((row, number) -> new MailLink(
                            currentActor.company(),
                            id,
                            row.getObject("task_id", UUID.class),
                            row.getObject("person", UUID.class),
                            row.getString("content_hash"),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                            row.getBoolean("used")))
                    .optional()
                    .filter(link -> MessageDigest.isEqual(keys.signature(link), signature));
        }
    }

    /** Nothing unless we signed it. */
    public Optional<MailLink> find(String written) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(written);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        CompanyId company = new CompanyId(new UUID(buffer.getLong(), buffer.getLong()));
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        byte[] signature = new byte[LinkKeys.BYTES];
        buffer.get(signature);
        return companies.all().contains(company)
                ? currentActor.as(Acting.system(JOB, company), () -> stored.signed(id, signature))
                : Optional.empty();
    }
}
