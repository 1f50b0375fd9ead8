package io.simbaerp.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.NumberSeries;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class CompanyWallModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    CurrentCompany currentCompany;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTransactionSeesItsOwnCompanyAlone() {
        TestCompany ours = companies.create();
        TestCompany theirs = companies.create();

        assertThat(ours.as(() -> currentCompany.get()).id()).isEqualTo(ours.id());
        Long foreign = ours.inTransaction(() -> jdbc.sql("select count(*) from company.company where company_id = ?")
                .param(theirs.id().value())
                .query(Long.class)
                .single());
        assertThat(foreign).isZero();
    }

    @Test
    void aTransactionCannotWriteRowsOfAnotherCompany() {
        TestCompany ours = companies.create();
        TestCompany theirs = companies.create();

        assertThatThrownBy(() -> ours.inTransaction(() -> jdbc.sql(
                                "insert into company.number_series (company_id, series, year) values (?, 'x', 2026)")
                        .param(theirs.id().value())
                        .update()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void outsideATransactionNothingIsVisible() {
        companies.create();
        assertThat(jdbc.sql("select count(*) from company.company")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoLacksTheDutyIsRefusedBeforeATransactionBegins() {
        TestCompany ours = companies.create();
        assertThatThrownBy(() -> ours.asPerson(UUID.randomUUID(), Set.of(), () -> currentCompany.get()))
                .isInstanceOf(MissingDuty.class);
    }

    @Test
    void aNumberOfARolledBackTransactionIsGivenAgain() {
        TestCompany ours = companies.create();
        assertThat(ours.inTransaction(() -> numbers.next("document", 2026))).isEqualTo(1);
        assertThatThrownBy(() -> ours.inTransaction(() -> {
                    numbers.next("document", 2026);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(ours.inTransaction(() -> numbers.next("document", 2026))).isEqualTo(2);
    }
}
