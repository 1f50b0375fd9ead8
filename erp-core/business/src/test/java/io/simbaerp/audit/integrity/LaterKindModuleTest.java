package io.simbaerp.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.audit.integrity.IntegrityProof.Finding;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of setting that a newer version brings into a log there is: what stood before is no finding, what comes after is. */
@ModuleTest
class LaterKindModuleTest {

    /** Days of the company's own, of which the trail tells nothing under this name. */
    private static final LeafKind LATER = new LeafKind(
            "later-setting",
            LeafKind.settings("company.special_day", "company_id", "company_id", "day")
                    .recipes(),
            LeafKind.Order.NONE,
            "never.told");

    @Autowired
    TestCompanies companies;

    @Autowired
    List<IntegrityLeaves> modules;

    @Autowired
    JdbcClient jdbc;

    private TestCompany company;

    @BeforeEach
    void begin() {
        company = companies.create();
    }

    @Test
    void whatStoodBeforeTheLogKnewItsKindBeginsItAndStaysAsItWas() {
        day("2026-12-24");
        int sealed = seal(0, modules);
        day("2026-12-31");
        assertThat(findings()).isEmpty();
        seal(sealed, withLater());
        assertThat(leaves()).isEqualTo(2);
        assertThat(findings()).isEmpty();
        company.inTransaction(() -> jdbc.sql("update company.special_day set name = 'x' where day = '2026-12-24'")
                .update());
        assertThat(findings()).extracting(Finding::kind).containsExactly(IntegrityProof.Kind.CHANGED);
    }

    @Test
    void whatComesUntoldToAKindThatBeganEmptyHasSlippedIn() {
        int sealed = seal(0, modules);
        day("2026-12-24");
        company.inTransaction(() -> jdbc.sql("delete from company.special_day").update());
        seal(sealed, withLater());
        assertThat(leaves()).as("its tombstone").isEqualTo(1);
        assertThat(findings()).isEmpty();
        day("2026-12-31");
        assertThat(findings()).extracting(Finding::kind).containsExactly(IntegrityProof.Kind.SLIPPED_IN);
    }

    private List<IntegrityLeaves> withLater() {
        List<IntegrityLeaves> all = new ArrayList<>(modules);
        all.add(() -> List.of(LATER));
        return all;
    }

    private int seal(int first, List<IntegrityLeaves> known) {
        return company.inTransaction(
                () -> new NewLeaves(jdbc, known).make(company.id().value(), first, TestClock.START));
    }

    private List<Finding> findings() {
        return company.inTransaction(() -> {
            Recount recount = new Recount(jdbc, List.of(LATER), company.id().value(), TestClock.START);
            recount.run();
            return recount.findings();
        });
    }

    private int leaves() {
        return company.inTransaction(
                () -> jdbc.sql("select count(*) from audit.leaf where company_id = ? and kind = 'later-setting'")
                        .param(company.id().value())
                        .query(Integer.class)
                        .single());
    }

    private void day(String day) {
        company.inTransaction(
                () -> jdbc.sql("insert into company.special_day (company_id, day, works, name, set_by, set_at)"
                                + " values (?, ?::date, false, 'Wolne', 'x', now())")
                        .params(company.id().value(), day)
                        .update());
    }
}
