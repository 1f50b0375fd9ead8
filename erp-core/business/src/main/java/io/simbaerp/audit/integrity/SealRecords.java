package io.simbaerp.audit.integrity;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.audit.PersonalValues;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts every record that is no leaf of the integrity log yet under a block. Who writes meanwhile isn't kept waiting. */
@UseCase(Duty.VIEW_AUDIT)
public class SealRecords {

    private static final int MOST_PERSONAL_VALUES = 10_000;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final PersonalValues personalValues;
    private final NewLeaves newLeaves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SealRecords(
            JdbcClient jdbc,
            CurrentActor currentActor,
            PersonalValues personalValues,
            NewLeaves newLeaves,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.personalValues = personalValues;
        this.newLeaves = newLeaves;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whoever asks for it, the log seals what there is and not what they may see: a line without the confidential record it
     * concerns would be another line.
     *
     * @return how many records came under the block; without any, there is no new block
     */
    public long seal() {
        long leaves = currentActor.as(Acting.system("seal-records", currentActor.company()), this::sealAll);
        if (leaves > 0) {
            events.publishEvent(new RecordsSealed(currentActor.company(), currentActor.actor(), clock.instant()));
        }
        return leaves;
    }

    private long sealAll() {
        UUID company = currentActor.company().value();
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:company, 4))")
                .param("company", "audit.block " + company)
                .query(Integer.class)
                .single();
        personalValues.sealLeft(MOST_PERSONAL_VALUES);
        Block.Kept last = last(company);
        long first = last == null ? 0 : last.block().firstLeaf() + last.block().leaves();
        int leaves = newLeaves.make(company, first, clock.instant());
        if (leaves == 0) {
            return 0;
        }
        write(company, first, leaves, last);
        return leaves;
    }

    private Block.@Nullable Kept last(UUID company) {
        return jdbc.sql("select " + Block.COLUMNS
                        + " from audit.block where company_id = :company order by number desc limit 1")
                .param("company", company)
                .query(Block.Kept::of)
                .optional()
                .orElse(null);
    }

    private void write(UUID company, long first, int leaves, Block.@Nullable Kept last) {
        MerkleTree tree = Block.tree(jdbc, company, first, leaves);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Block block = last == null
                ? new Block(1, first, tree.leaves(), tree.root(), null, now)
                : new Block(last.block().number() + 1, first, tree.leaves(), tree.root(), last.hash(), now);
        jdbc.sql("""
                        insert into audit.block (company_id, number, first_leaf, leaves, root, previous, hash, sealed_at)
                        values (:company, :number, :first, :leaves, :root, :previous, :hash, :now::timestamptz)""")
                .param("company", company)
                .param("number", block.number())
                .param("first", first)
                .param("leaves", block.leaves())
                .param("root", block.root())
                .param("previous", block.previous(), java.sql.Types.BINARY)
                .param("hash", block.hash(company))
                .param("now", now.toString())
                .update();
    }
}
