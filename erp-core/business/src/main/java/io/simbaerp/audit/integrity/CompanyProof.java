package io.simbaerp.audit.integrity;

import io.simbaerp.audit.integrity.IntegrityProof.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The recount of one company's log by whoever may read it: a query of the program, or {@code ./simba verify}. */
public final class CompanyProof {

    private CompanyProof() {}

    /** @param jdbc inside one transaction, so that records and leaves are of one moment */
    public static IntegrityProof of(JdbcClient jdbc, List<LeafKind> kinds, UUID company, Instant now) {
        BlockCheck blocks = new BlockCheck(jdbc, company);
        blocks.run();
        Recount recount = new Recount(jdbc, kinds, company, now);
        recount.run();
        List<Finding> findings = new ArrayList<>(recount.findings());
        findings.sort(Comparator.comparing(Finding::number, Comparator.nullsLast(Comparator.naturalOrder())));
        findings.addAll(0, blocks.findings());
        return new IntegrityProof(blocks.blocks(), recount.counted(), List.of(), 0, 0, findings);
    }
}
