package io.simbaerp.audit.integrity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.Query;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The integrity log of a company as one ZIP file that anybody checks without us: blocks, leaves with the texts they are
 * hashes of, and the program that checks them as a source of one file. It holds the books and the trail, so it is given
 * only to who may read both.
 */
@Query(Duty.VIEW_AUDIT)
public class ExportProof {

    private static final int AT_ONCE = 1_000;
    private static final String VERIFIER = "VerifyProof.java";

    private final JdbcClient jdbc;
    private final List<LeafKind> kinds;
    private final CurrentActor currentActor;
    private final Permission permission;

    ExportProof(JdbcClient jdbc, List<IntegrityLeaves> modules, CurrentActor currentActor, Permission permission) {
        this.jdbc = jdbc;
        this.kinds = NewLeaves.inOrder(modules);
        this.currentActor = currentActor;
        this.permission = permission;
    }

    /** Where the file goes; opened only once it is sure that there will be one. */
    public interface Destination {
        OutputStream open() throws IOException;
    }

    /** @throws io.simbaerp.architecture.MissingDuty of who may not read the books */
    public void write(Destination destination) throws IOException {
        permission.require(Duty.VIEW_LEDGER);
        UUID company = currentActor.company().value();
        jdbc.sql("select set_config('TimeZone', 'UTC', true)")
                .query(String.class)
                .single();
        ZipOutputStream zip = new ZipOutputStream(destination.open(), StandardCharsets.UTF_8);
        try (InputStream verifier = ExportProof.class.getResourceAsStream("/integrity/" + VERIFIER)) {
            if (verifier == null) {
                throw new IOException("The program lacks its own " + VERIFIER);
            }
            zip.putNextEntry(new ZipEntry(VERIFIER));
            verifier.transferTo(zip);
        }
        zip.putNextEntry(new ZipEntry("blocks.tsv"));
        jdbc.sql("select " + Block.COLUMNS + " from audit.block where company_id = :company order by number")
                .param("company", company)
                .query(Block.Kept::of)
                .list()
                .forEach(kept ->
                        line(zip, hex(kept.hash()), kept.block().text(company).replace('\n', '\t')));
        stamps(zip, company);
        for (LeafKind kind : kinds) {
            for (int recipe = 1; recipe <= kind.recipe(); recipe++) {
                leaves(zip, company, kind, recipe);
            }
        }
        zip.finish();
    }

    /** The tokens, each beside the hash it is over: {@code openssl ts -verify -digest HASH -token_in} reads them. */
    private void stamps(ZipOutputStream zip, UUID company) throws IOException {
        record Stamped(String file, byte[] token) {}
        List<Stamped> stamps = jdbc.sql("""
                        select t.day || '-' || encode(b.hash, 'hex') || '.tst' as file, t.token from audit.log_timestamp t
                          join audit.block b on b.company_id = t.company_id and b.number = t.block
                         where t.company_id = :company order by t.day""")
                .param("company", company)
                .query((row, n) -> new Stamped(row.getString("file"), row.getBytes("token")))
                .list();
        for (Stamped stamp : stamps) {
            zip.putNextEntry(new ZipEntry("timestamps/" + stamp.file()));
            zip.write(stamp.token());
        }
    }

    /** One line a leaf: number, kind, record, hash and text. A setting's older states have no text any more. */
    private void leaves(ZipOutputStream zip, UUID company, LeafKind kind, int recipe) throws IOException {
        zip.putNextEntry(new ZipEntry("leaves/" + kind.name() + "-" + recipe + ".tsv"));
        jdbc.sql("select l.number, l.record_id, l.hash, t.text from audit.leaf l left join (select r.id, " + kind.text()
                        + " as text from (" + kind.recipes().get(recipe - 1) + ") r) t on t.id = l.record_id"
                        + " and sha256('\\x00'::bytea || convert_to(t.text, 'UTF8')) = l.hash"
                        + " where l.company_id = :company and l.kind = :kind and l.recipe = :recipe order by l.number")
                .param("company", company)
                .param("kind", kind.name())
                .param("recipe", recipe)
                .withFetchSize(AT_ONCE)
                .query((java.sql.ResultSet row) -> {
                    String text = row.getString("text");
                    line(
                            zip,
                            row.getString("number"),
                            kind.name(),
                            row.getString("record_id"),
                            hex(row.getBytes("hash")),
                            text == null ? "" : text);
                });
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static void line(OutputStream out, String... fields) {
        try {
            out.write((String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
