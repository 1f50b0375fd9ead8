package io.simbaerp.audit.seal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.audit.PersonalValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the whole trail again: every line against its seal, every seal against the one before. */
@Query(Duty.VIEW_AUDIT)
public class VerifyTrail {

    private static final int PERSONAL_AT_ONCE = 1_000;
    private static final Duration SETTLED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonalValues personalValues;
    private final Clock clock;

    VerifyTrail(JdbcClient jdbc, CurrentActor currentActor, PersonalValues personalValues, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.personalValues = personalValues;
        this.clock = clock;
    }

    private record Kept(
            int number,
            String positions,
            long lines,
            byte[] root,
            byte @Nullable [] previous,
            byte[] hash,
            Instant at) {}

    public TrailProof verify() {
        UUID company = currentActor.company().value();
        List<TrailProof.Finding> findings = new ArrayList<>();
        List<TrailProof.Seal> seals = new ArrayList<>();
        Kept before = null;
        for (Kept seal : kept(company)) {
            int known = findings.size();
            check(company, seal, before, findings);
            seals.add(new TrailProof.Seal(
                    seal.number(),
                    seal.at(),
                    seal.lines(),
                    HexFormat.of().formatHex(seal.hash()),
                    findings.size() == known));
            before = seal;
        }
        long slipped = unsealed(company, true);
        if (slipped > 0) {
            findings.add(new TrailProof.Finding(TrailProof.Kind.UNSEALED, slipped));
        }
        long[] personal = personal(company, findings);
        return new TrailProof(seals, unsealed(company, false) - slipped, personal[0], personal[1], findings);
    }

    private List<Kept> kept(UUID company) {
        return jdbc.sql("""
                        select number, positions::text positions, lines, root, previous, hash, sealed_at from audit.seal
                         where company_id = ? order by number""")
                .param(company)
                .query((row, n) -> new Kept(
                        row.getInt("number"),
                        row.getString("positions"),
                        row.getLong("lines"),
                        row.getBytes("root"),
                        row.getBytes("previous"),
                        row.getBytes("hash"),
                        row.getObject("sealed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void check(UUID company, Kept seal, @Nullable Kept before, List<TrailProof.Finding> findings) {
        byte[] hash = SealRecipe.seal(
                company.toString(), seal.number(), seal.positions(), seal.lines(), seal.root(), seal.previous());
        if (!Arrays.equals(hash, seal.hash())) {
            findings.add(new TrailProof.Finding(TrailProof.Kind.SEAL, seal.number()));
        }
        boolean follows = before == null
                ? seal.number() == 1
                : seal.number() == before.number() + 1 && Arrays.equals(before.hash(), seal.previous());
        if (!follows) {
            findings.add(new TrailProof.Finding(TrailProof.Kind.CHAIN, seal.number()));
        }
        SealRecipe recipe = new SealRecipe();
        long[] count = new long[1];
        jdbc.sql("select " + SealRecipe.LINE + """
                         from audit.business_event e
                        where e.company_id = :company and :positions::int8multirange @> e.position
                          and e.position between lower(:positions::int8multirange) and upper(:positions::int8multirange)
                        order by e.position""")
                .param("company", company)
                .param("positions", seal.positions())
                .query((ResultSet row) -> {
                    recipe.add(SealRecipe.line(company.toString(), row));
                    count[0]++;
                });
        if (count[0] != seal.lines() || !Arrays.equals(recipe.root(), seal.root())) {
            findings.add(new TrailProof.Finding(TrailProof.Kind.LINES, seal.number()));
        }
    }

    /** Lines without a seal: those that slipped in among settled ones, or all. */
    private long unsealed(UUID company, boolean settled) {
        return jdbc.sql("""
                        select count(*) from audit.business_event e
                         where e.company_id = :company
                           and (not :settled
                                or e.position < (select max(s.upto) from audit.seal s
                                                  where s.company_id = :company and s.sealed_at < :day::timestamptz))
                           and not exists (select from audit.seal s
                                            where s.company_id = :company and s.positions @> e.position)""")
                .param("company", company)
                .param("settled", settled)
                .param("day", clock.instant().minus(SETTLED).toString())
                .query(Long.class)
                .single();
    }

    /** How many personal values fit, and how many can't be opened any more. */
    private long[] personal(UUID company, List<TrailProof.Finding> findings) {
        long[] counted = new long[2];
        long wrong = 0;
        UUID after = new UUID(0, 0);
        List<Hashed> part = hashed(company, after);
        while (!part.isEmpty()) {
            Map<UUID, byte[]> hashes = new HashMap<>();
            part.forEach(each -> hashes.put(each.line(), each.hash()));
            Map<UUID, String> opened = personalValues.plain(List.copyOf(hashes.keySet()));
            wrong += opened.entrySet().stream()
                    .filter(each -> !Arrays.equals(sha256(each.getValue()), hashes.get(each.getKey())))
                    .count();
            counted[0] += opened.size();
            counted[1] += part.size() - opened.size();
            after = part.get(part.size() - 1).line();
            part = hashed(company, after);
        }
        if (wrong > 0) {
            findings.add(new TrailProof.Finding(TrailProof.Kind.PERSONAL, wrong));
        }
        return counted;
    }

    private record Hashed(UUID line, byte[] hash) {}

    private List<Hashed> hashed(UUID company, UUID after) {
        return jdbc.sql("""
                        select id, personal_hash from audit.business_event
                         where company_id = :company and id > :after and personal_hash is not null
                         order by id limit :most""")
                .param("company", company)
                .param("after", after)
                .param("most", PERSONAL_AT_ONCE)
                .query((row, n) -> hashed(row))
                .list();
    }

    private static Hashed hashed(ResultSet row) throws SQLException {
        return new Hashed(row.getObject("id", UUID.class), row.getBytes("personal_hash"));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
