package io.simbaerp.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Java and PostgreSQL measure limits alike: the lists of the desk ask the one, use cases the other. */
@ModuleTest
class DutyLimitModuleTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCompanies companies;

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            # up to ; centres ; types                        ; amount  ; at      ; type             ; reaches
            -       ; -       ; -                            ; 1       ; 320     ; purchase-invoice ; true
            100000  ; -       ; -                            ; 100000  ; -       ; purchase-invoice ; true
            100000  ; -       ; -                            ; 100001  ; -       ; purchase-invoice ; false
            100000  ; -       ; -                            ; -100001 ; -       ; credit-note      ; false
            0       ; -       ; -                            ; 1       ; -       ; -                ; false
            -       ; 320,400 ; -                            ; 1       ; 320     ; -                ; true
            -       ; 320,400 ; -                            ; 1       ; 320,400 ; -                ; true
            -       ; 320,400 ; -                            ; 1       ; 320,500 ; -                ; false
            -       ; 320     ; -                            ; 1       ; -       ; -                ; true
            -       ; -       ; credit-note,purchase-invoice ; 1       ; 320     ; credit-note      ; true
            -       ; -       ; purchase-invoice             ; 1       ; 320     ; credit-note      ; false
            -       ; -       ; purchase-invoice             ; 1       ; 320     ; -                ; true
            500     ; 320     ; purchase-invoice             ; 500     ; 320     ; purchase-invoice ; true
            500     ; 320     ; purchase-invoice             ; 501     ; 320     ; purchase-invoice ; false
            """)
    void bothMeasureALimitAlike(
            @Nullable Long upTo,
            @Nullable String centres,
            @Nullable String types,
            long amount,
            @Nullable String at,
            @Nullable String type,
            boolean reaches) {
        DutyLimit limit = new DutyLimit(upTo, words(centres), words(types));
        Acting acting = new Acting(
                Actor.person(UUID.randomUUID()),
                new CompanyId(UUID.randomUUID()),
                Set.of(Duty.APPROVE_INVOICE, Duty.VIEW_LEDGER),
                Map.of(Duty.APPROVE_INVOICE, List.of(limit)),
                null);
        Extent extent = Extent.of(amount, words(at), type);

        assertThat(acting.may(Duty.APPROVE_INVOICE, extent)).isEqualTo(reaches);
        assertThat(inPostgres(acting, Duty.APPROVE_INVOICE, extent)).isEqualTo(reaches);
        assertThat(acting.may(Duty.VIEW_LEDGER, extent)).isTrue();
        assertThat(inPostgres(acting, Duty.VIEW_LEDGER, extent)).isTrue();
        assertThat(acting.may(Duty.CODE_INVOICE, extent)).isFalse();
        assertThat(inPostgres(acting, Duty.CODE_INVOICE, extent)).isFalse();
        assertThat(Extent.parse(extent.text())).isEqualTo(extent);
    }

    private boolean inPostgres(Acting acting, Duty duty, Extent extent) {
        return companies.create().inTransaction(() -> jdbc.sql("select simba.reaches(:grants, :duty, :extent)")
                .param("grants", acting.grants())
                .param("duty", duty.name())
                .param("extent", extent.text())
                .query(Boolean.class)
                .single());
    }

    private static Set<String> words(@Nullable String joined) {
        return joined == null ? Set.of() : Arrays.stream(joined.split(",")).collect(Collectors.toSet());
    }
}
