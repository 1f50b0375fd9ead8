package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers every coding with whether it was the proposal as it stood. */
@Component
class CodingActs {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    CodingActs(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    void add(UUID invoice, boolean asProposed) {
        jdbc.sql("""
                        insert into invoice.coding_act
                               (company_id, id, purchase_invoice_id, coded_by, coded_at, as_proposed)
                        values (:company, :id, :invoice, :by, :at, :asProposed)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("invoice", invoice)
                .param("by", currentActor.actor().toString())
                .param("at", Timestamp.from(clock.instant()))
                .param("asProposed", asProposed)
                .update();
    }

    /** Whether both say the same, in whatever order. */
    static boolean isSame(List<CodedLine> one, List<CodedLine> other) {
        return one.size() == other.size() && plain(one).equals(plain(other));
    }

    private static Set<Plain> plain(List<CodedLine> lines) {
        return lines.stream()
                .map(line -> new Plain(
                        line.line(),
                        line.account(),
                        line.costCentre(),
                        line.dimensions(),
                        line.taxCode(),
                        line.net().amount().stripTrailingZeros()))
                .collect(Collectors.toSet());
    }

    private record Plain(
            String line,
            String account,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            BigDecimal net) {}
}
