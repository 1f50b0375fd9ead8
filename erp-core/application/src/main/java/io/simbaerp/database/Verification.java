package io.simbaerp.database;

import io.simbaerp.audit.integrity.CompanyProof;
import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.IntegrityProof;
import io.simbaerp.audit.integrity.LeafKind;
import io.simbaerp.signature.TimestampToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Recounts the integrity log of every company, and the bytes of every original, without the program that wrote them:
 * with a role that reads everything and changes nothing.
 */
final class Verification {

    private static final int MOST_TOLD = 20;

    private final Path data;
    private final Connection snapshot;
    private final PrintStream out;

    /**
     * @param snapshot a connection of the role {@code simba_backup}; it is given an own transaction and not closed
     * @param out where the outcome is told
     */
    Verification(Path data, Connection snapshot, PrintStream out) {
        this.data = data;
        this.snapshot = snapshot;
        this.out = out;
    }

    private record Company(UUID id, String name) {}

    private record Stamped(String day, Optional<TimestampToken> token) {}

    private record Original(String sha256, long size) {}

    /** Whether nothing differs; what does is told, the first record first. */
    boolean isWhole() throws IOException, SQLException {
        snapshot.setAutoCommit(false);
        snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(snapshot, true));
        List<LeafKind> kinds = kinds();
        boolean whole = true;
        List<Company> companies = jdbc.sql("select id, name from company.company order by name, id")
                .query((ResultSet row, int n) -> new Company(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        for (Company company : companies) {
            whole &= records(jdbc, kinds, company) & timestamps(jdbc, company) & originals(jdbc, company);
        }
        snapshot.rollback();
        out.println(whole ? "Nothing was changed, removed or slipped in." : "NOT WHOLE.");
        return whole;
    }

    private boolean records(JdbcClient jdbc, List<LeafKind> kinds, Company company) {
        IntegrityProof proof =
                CompanyProof.of(jdbc, kinds, company.id(), Clock.systemUTC().instant());
        long records = proof.kinds().stream()
                .mapToLong(IntegrityProof.Counted::records)
                .sum();
        out.println(
                company.name() + ": " + records + " records of " + proof.kinds().size() + " kinds, "
                        + proof.blocks().size() + " blocks, " + proof.waiting() + " records waiting for the next");
        if (!proof.blocks().isEmpty()) {
            out.println("  newest block: "
                    + proof.blocks().get(proof.blocks().size() - 1).hash());
        }
        proof.findings().stream().limit(MOST_TOLD).forEach(finding -> out.println("  " + told(finding)));
        if (proof.findings().size() > MOST_TOLD) {
            out.println("  and " + (proof.findings().size() - MOST_TOLD) + " more");
        }
        return proof.whole();
    }

    private static String told(IntegrityProof.Finding finding) {
        StringBuilder text = new StringBuilder(finding.kind().name());
        if (finding.record() != null) {
            text.append(": ").append(finding.record()).append(' ').append(finding.id());
        }
        if (finding.number() != null) {
            text.append(finding.record() == null ? ": block " : ", leaf ").append(finding.number());
        }
        return text.toString();
    }

    /** Tokens are checked with the certificate in each; its fingerprint is told, to be compared with the authority's. */
    private boolean timestamps(JdbcClient jdbc, Company company) {
        List<Stamped> stamps = jdbc.sql("""
                        select t.day, t.token, b.hash from audit.log_timestamp t
                          left join audit.block b on b.company_id = t.company_id and b.number = t.block
                         where t.company_id = ? order by t.day""")
                .param(company.id())
                .query((ResultSet row, int n) -> new Stamped(
                        row.getString("day"),
                        TimestampToken.read(row.getBytes("token")).filter(token -> covers(token, row))))
                .list();
        List<Stamped> wrong =
                stamps.stream().filter(stamp -> stamp.token().isEmpty()).toList();
        wrong.forEach(stamp -> out.println("  TIMESTAMP: of " + stamp.day() + " does not fit its block"));
        out.println("  " + stamps.size() + " daily timestamps, " + wrong.size() + " of them wrong");
        stamps.stream()
                .flatMap(stamp -> stamp.token().stream())
                .map(TimestampToken::fingerprint)
                .distinct()
                .forEach(fingerprint -> out.println("  stamped by the certificate with SHA-256 " + fingerprint));
        return wrong.isEmpty();
    }

    private static boolean covers(TimestampToken token, ResultSet row) {
        try {
            byte[] block = row.getBytes("hash");
            return block != null && token.isOver(block);
        } catch (SQLException e) {
            throw new IllegalStateException("The block of a timestamp can't be read", e);
        }
    }

    private boolean originals(JdbcClient jdbc, Company company) throws IOException {
        List<Original> kept = jdbc.sql("select sha256, size from archive.original where company_id = ? order by id")
                .param(company.id())
                .query((ResultSet row, int n) -> new Original(row.getString("sha256"), row.getLong("size")))
                .list();
        int wrong = 0;
        for (Original original : kept) {
            String hash = original.sha256();
            Path file = data.resolve("originals")
                    .resolve(company.id().toString())
                    .resolve(hash.substring(0, 2))
                    .resolve(hash.substring(2, 4))
                    .resolve(hash);
            if (!isWhole(file, original)) {
                wrong++;
                out.println("  ORIGINAL: " + file + (Files.exists(file) ? " is not what was received" : " is gone"));
            }
        }
        out.println("  " + kept.size() + " originals read, " + wrong + " of them damaged");
        return wrong == 0;
    }

    private static boolean isWhole(Path file, Original original) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != original.size()) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return FileHash.of(content).equals(original.sha256());
        }
    }

    /** What every module puts into the log; its classes take nothing, so that they can be asked without the program. */
    private static List<LeafKind> kinds() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(IntegrityLeaves.class));
        List<LeafKind> kinds = new ArrayList<>();
        try {
            for (BeanDefinition found : scanner.findCandidateComponents("io.simbaerp")) {
                Constructor<?> constructor =
                        Class.forName(found.getBeanClassName()).getDeclaredConstructor();
                constructor.setAccessible(true);
                kinds.addAll(((IntegrityLeaves) constructor.newInstance()).kinds());
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("What modules put into the integrity log is unknown", e);
        }
        return kinds;
    }
}
