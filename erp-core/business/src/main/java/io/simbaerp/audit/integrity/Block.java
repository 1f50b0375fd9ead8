package io.simbaerp.audit.integrity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A block of the integrity log.
 *
 * @param number from 1, without a gap
 * @param firstLeaf the number of its first leaf; leaves count from 0, without a gap
 * @param root of the Merkle tree over its leaves
 * @param previous the hash of the block before, none for the first
 * @param sealedAt to the millisecond
 */
record Block(int number, long firstLeaf, int leaves, byte[] root, byte @Nullable [] previous, Instant sealedAt) {

    private static final int AT_ONCE = 50_000;

    static final String COLUMNS = "number, first_leaf, leaves, root, previous, hash, sealed_at";

    /** A row of the table, with the hash that stands there. */
    record Kept(Block block, byte[] hash) {

        static Kept of(ResultSet row, int n) throws SQLException {
            Block block = new Block(
                    row.getInt("number"),
                    row.getLong("first_leaf"),
                    row.getInt("leaves"),
                    row.getBytes("root"),
                    row.getBytes("previous"),
                    row.getObject("sealed_at", OffsetDateTime.class).toInstant());
            return new Kept(block, row.getBytes("hash"));
        }
    }

    /** The tree over a stretch of leaves, read part by part. */
    static MerkleTree tree(JdbcClient jdbc, UUID company, long first, int leaves) {
        MerkleTree tree = new MerkleTree();
        for (long from = first; from < first + leaves; from += AT_ONCE) {
            jdbc.sql("select hash from audit.leaf where company_id = :company"
                            + " and number >= :from and number < :to order by number")
                    .param("company", company)
                    .param("from", from)
                    .param("to", Math.min(from + AT_ONCE, first + leaves))
                    .query(byte[].class)
                    .list()
                    .forEach(tree::add);
        }
        return tree;
    }

    /** What the block's hash is made of: one fact a line, hashes in hexadecimal, the instant in UTC. */
    String text(UUID company) {
        return String.join(
                "\n",
                "block 1",
                company.toString(),
                String.valueOf(number),
                String.valueOf(firstLeaf),
                String.valueOf(leaves),
                HexFormat.of().formatHex(root),
                previous == null ? "" : HexFormat.of().formatHex(previous),
                sealedAt.toString());
    }

    byte[] hash(UUID company) {
        return MerkleTree.sha256().digest(text(company).getBytes(StandardCharsets.UTF_8));
    }
}
