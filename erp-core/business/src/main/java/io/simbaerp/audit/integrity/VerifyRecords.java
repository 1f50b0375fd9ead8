package io.simbaerp.audit.integrity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.audit.PersonalValues;
import io.simbaerp.audit.integrity.IntegrityProof.Finding;
import io.simbaerp.audit.integrity.IntegrityProof.Kind;
import io.simbaerp.audit.integrity.IntegrityProof.Stamp;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the whole integrity log again: every record against its leaf, every leaf against its block, every block. */
@Query(Duty.VIEW_AUDIT)
public class VerifyRecords {

    private static final int PERSONAL_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final List<LeafKind> kinds;
    private final CurrentActor currentActor;
    private final PersonalValues personalValues;
    private final TimestampAuthority authority;
    private final Clock clock;

    VerifyRecords(
            JdbcClient jdbc,
            List<IntegrityLeaves> modules,
            CurrentActor currentActor,
            PersonalValues personalValues,
            TimestampAuthority authority,
            Clock clock) {
        this.jdbc = jdbc;
        this.kinds = NewLeaves.inOrder(modules);
        this.currentActor = currentActor;
        this.personalValues = personalValues;
        this.authority = authority;
        this.clock = clock;
    }

    /** Reads everything there is, whatever the one who asks may see: it tells counts and hashes, and nothing else. */
    public IntegrityProof verify() {
        return currentActor.as(Acting.system("verify-records", currentActor.company()), this::proof);
    }

    private IntegrityProof proof() {
        UUID company = currentActor.company().value();
        IntegrityProof proof = CompanyProof.of(jdbc, kinds, company, clock.instant());
        List<Finding> findings = new ArrayList<>(proof.findings());
        List<Stamp> stamps = stamps(company);
        stamps.stream()
                .filter(stamp -> stamp.at() == null)
                .forEach(stamp -> findings.add(new Finding(Kind.TIMESTAMP, null, null, (long) stamp.block())));
        long[] personal = new long[3];
        count(company, personal);
        if (personal[2] > 0) {
            findings.add(new Finding(Kind.PERSONAL, null, null, personal[2]));
        }
        return new IntegrityProof(proof.blocks(), proof.kinds(), stamps, personal[0], personal[1], findings);
    }

    private List<Stamp> stamps(UUID company) {
        return jdbc.sql("""
                        select t.day, t.block, t.authority, t.token, b.hash from audit.log_timestamp t
                          join audit.block b on b.company_id = t.company_id and b.number = t.block
                         where t.company_id = :company order by t.day desc""")
                .param("company", company)
                .query((row, n) -> new Stamp(
                        row.getObject("day", LocalDate.class),
                        row.getInt("block"),
                        row.getString("authority"),
                        authority
                                .check(row.getBytes("token"), row.getBytes("hash"))
                                .orElse(null)))
                .list();
    }

    /** How many personal values were opened, how many can't be, and how many don't fit. */
    private void count(UUID company, long[] counted) {
        List<Hashed> part = hashed(company, new UUID(0, 0));
        while (!part.isEmpty()) {
            Map<UUID, byte[]> hashes = new HashMap<>();
            part.forEach(each -> hashes.put(each.line(), each.hash()));
            Map<UUID, String> opened = personalValues.plain(List.copyOf(hashes.keySet()));
            counted[0] += opened.size();
            counted[1] += part.size() - opened.size();
            counted[2] += opened.entrySet().stream()
                    .filter(each -> !Arrays.equals(sha256(each.getValue()), hashes.get(each.getKey())))
                    .count();
            part = hashed(company, part.get(part.size() - 1).line());
        }
    }

    private record Hashed(UUID line, byte[] hash) {

        static Hashed of(ResultSet row, int n) throws SQLException {
            return new Hashed(row.getObject("id", UUID.class), row.getBytes("personal_hash"));
        }
    }

    private List<Hashed> hashed(UUID company, UUID after) {
        return jdbc.sql("""
                        select id, personal_hash from audit.business_event
                         where company_id = :company and id > :after and personal_hash is not null
                         order by id limit :most""")
                .param("company", company)
                .param("after", after)
                .param("most", PERSONAL_AT_ONCE)
                .query(Hashed::of)
                .list();
    }

    private static byte[] sha256(String text) {
        return MerkleTree.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
