package io.simbaerp.audit.integrity;

import io.simbaerp.audit.integrity.IntegrityProof.Finding;
import io.simbaerp.audit.integrity.IntegrityProof.Kind;
import io.simbaerp.audit.integrity.IntegrityProof.SealedBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes every block of a company anew from its leaves and compares it with the one that was sealed. */
final class BlockCheck {

    private final JdbcClient jdbc;
    private final UUID company;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SealedBlock> blocks = new ArrayList<>();

    BlockCheck(JdbcClient jdbc, UUID company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    void run() {
        Block.Kept before = null;
        for (Block.Kept kept : kept()) {
            int known = findings.size();
            check(kept, before);
            Block block = kept.block();
            blocks.add(new SealedBlock(
                    block.number(),
                    block.sealedAt(),
                    block.firstLeaf(),
                    block.leaves(),
                    HexFormat.of().formatHex(kept.hash()),
                    findings.size() == known));
            before = kept;
        }
        long after =
                before == null ? 0 : before.block().firstLeaf() + before.block().leaves();
        Integer loose = jdbc.sql("select count(*) from audit.leaf where company_id = :company and number >= :after")
                .param("company", company)
                .param("after", after)
                .query(Integer.class)
                .single();
        if (loose > 0) {
            found(Kind.LEAVES, before == null ? 0 : before.block().number());
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<SealedBlock> blocks() {
        return blocks;
    }

    private List<Block.Kept> kept() {
        return jdbc.sql("select " + Block.COLUMNS + " from audit.block where company_id = :company order by number")
                .param("company", company)
                .query(Block.Kept::of)
                .list();
    }

    private void check(Block.Kept kept, Block.@Nullable Kept before) {
        Block block = kept.block();
        if (!Arrays.equals(block.hash(company), kept.hash())) {
            found(Kind.BLOCK, block.number());
        }
        boolean follows = before == null
                ? block.number() == 1 && block.firstLeaf() == 0 && block.previous() == null
                : block.number() == before.block().number() + 1
                        && block.firstLeaf()
                                == before.block().firstLeaf() + before.block().leaves()
                        && Arrays.equals(before.hash(), block.previous());
        if (!follows) {
            found(Kind.CHAIN, block.number());
        }
        MerkleTree tree = Block.tree(jdbc, company, block.firstLeaf(), block.leaves());
        if (tree.leaves() != block.leaves() || !Arrays.equals(tree.root(), block.root())) {
            found(Kind.LEAVES, block.number());
        }
    }

    private void found(Kind kind, long block) {
        findings.add(new Finding(kind, null, null, block));
    }
}
