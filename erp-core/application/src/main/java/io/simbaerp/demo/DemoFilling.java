package io.simbaerp.demo;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.document.DocumentId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Prepares the demo's books, suppliers and documents. What is there already is left as it is. */
@Component
public class DemoFilling {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFilling.class);
    private static final int TOLD_EVERY = 20;

    private final DemoPeople people;
    private final DemoSuppliers suppliers;
    private final DemoIntake intake;
    private final Follow follow;
    private final DemoClient client;
    private final DemoProgress progress;

    DemoFilling(
            DemoPeople people,
            DemoSuppliers suppliers,
            DemoIntake intake,
            Follow follow,
            DemoClient client,
            DemoProgress progress) {
        this.people = people;
        this.suppliers = suppliers;
        this.intake = intake;
        this.follow = follow;
        this.client = client;
        this.progress = progress;
    }

    /** What becomes of the documents. */
    @Component
    record Follow(
            DemoDesk desk,
            DemoPayments payments,
            DemoBooks books,
            DemoProposals proposals,
            DemoPolicies policies,
            DemoOwners owners,
            DemoExpenses expenses) {

        void writeAndClaim() {
            policies.write();
            expenses.claim();
        }

        void fillBooks() {
            books.post();
            proposals.propose();
            owners.name();
        }
    }

    /**
     * Prepares everything that is not there yet.
     *
     * @param wanted asked before each document whether to go on
     */
    public void fill(BooleanSupplier wanted) {
        people.company().ifPresent(company -> {
            people.watching(company, () -> fill(company, DemoSupplier.all().values(), follow::fillBooks, wanted));
            if (wanted.getAsBoolean() && people.isComplete(company, intake)) {
                client.found(company).ifPresent(found -> people.watching(found, () -> fillClient(found, wanted)));
            }
        });
    }

    private void fillClient(CompanyId company, BooleanSupplier wanted) {
        Set<DemoSupplier> suppliers =
                intake.all().stream().map(DemoDocument::supplier).collect(Collectors.toSet());
        fill(company, suppliers, () -> {}, wanted);
    }

    private void fill(CompanyId company, Collection<DemoSupplier> known, Runnable books, BooleanSupplier wanted) {
        List<DemoDocument> all = intake.all();
        if (intake.isTaken(all.get(0))) {
            LOG.info("The demo company has documents of its own; no demo documents are prepared");
            return;
        }
        if (intake.isComplete(all)) {
            return;
        }
        progress.begin(all.size());
        try {
            books.run();
            suppliers.letOthersCoolOff();
            known.forEach(suppliers::take);
            for (int done = 0; done < all.size() && wanted.getAsBoolean(); done++) {
                tell(all.get(done), all);
                progress.done(done + 1);
                if ((done + 1) % TOLD_EVERY == 0 || done + 1 == all.size()) {
                    LOG.info("Demo documents of company {}: {} of {}", company, done + 1, all.size());
                }
            }
            if (wanted.getAsBoolean()) {
                follow.payments().propose();
                follow.writeAndClaim();
                suppliers.proposeNew();
            }
        } finally {
            progress.end();
        }
    }

    private void tell(DemoDocument document, List<DemoDocument> all) {
        DocumentId id = intake.receive(document, all);
        follow.desk().follow(id, document.steps(), document.lines().size());
    }
}
