package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.CodingPast.Bill;
import io.simbaerp.invoice.CodingPast.Item;
import io.simbaerp.invoice.coding.HitRate;
import io.simbaerp.invoice.coding.HitRateReport;
import io.simbaerp.invoice.coding.Precedent;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@ModuleTest
class HitRateModuleTest {

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    HitRate hitRate;

    private TestCompany company;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        company = desk.company();
    }

    @Test
    void isNothingWhereNothingWasPosted() {
        HitRateReport report = company.as(() -> hitRate.present());
        assertThat(report.all()).isEqualTo(HitRateReport.Score.NONE);
        assertThat(report.all().rate()).isZero();
        assertThat(report.suppliers()).isEmpty();
    }

    @Test
    void proposesMostOfARealisticPastRightFromWhatWasPostedBefore() {
        List<Bill> past = CodingPast.of(7, 10);
        past.forEach(this::post);

        HitRateReport report = company.as(() -> hitRate.present());
        print(report, usual(past));
        assertThat(report.invoices()).isEqualTo(past.size());
        assertThat(report.all().lines())
                .isEqualTo(past.stream().mapToInt(bill -> bill.items().size()).sum());
        assertThat(report.all().rate()).isGreaterThan(800).isLessThan(1000);
        assertThat(report.all().whole()).isGreaterThan(usual(past));
        assertThat(report.followed().rate()).isGreaterThan(report.all().rate());
        assertThat(report.bases().stream()
                        .mapToInt(basis -> basis.score().lines())
                        .sum())
                .isEqualTo(report.followed().lines());
        assertThat(report.suppliers().stream()
                        .mapToInt(one -> one.score().whole())
                        .sum())
                .isEqualTo(report.all().whole());
        assertThat(report.bases()).extracting(HitRateReport.OfBasis::basis).contains(Precedent.Basis.SAME_ITEM);
    }

    private void post(Bill bill) {
        SampleInvoice invoice = SampleInvoice.to("PL" + company.taxId())
                .number(bill.number())
                .issued(bill.issued().toString())
                .supplied(bill.issued().toString())
                .seller(bill.supplier(), bill.taxId(), bill.country());
        bill.items()
                .forEach(item -> invoice.line(
                        item.text(), item.net().toPlainString(), item.category(), item.rate(), item.item()));
        PurchaseInvoiceId id =
                desk.received(company, invoice.build(), bill.issued().plusDays(1));
        desk.answerAll(company, id);
        List<CodingDraft.Line> lines = new ArrayList<>();
        for (Item item : bill.items()) {
            lines.add(new CodingDraft.Line(
                    String.valueOf(lines.size() + 1),
                    item.account(),
                    item.costCentre(),
                    item.taxCode(),
                    new Money(item.net(), CurrencyCode.PLN)));
        }
        desk.coded(company, id, UUID.randomUUID(), new CodingDraft(lines, null, null));
        desk.approve(company, id);
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
    }

    /** The reference: always what was coded most often for the supplier so far. */
    private static int usual(List<Bill> past) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        int hits = 0;
        for (Bill bill : past) {
            Map<String, Integer> known = counts.computeIfAbsent(bill.taxId(), any -> new HashMap<>());
            String most = known.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
            hits += (int)
                    bill.items().stream().filter(item -> key(item).equals(most)).count();
            bill.items().forEach(item -> known.merge(key(item), 1, Integer::sum));
        }
        return hits;
    }

    private static String key(Item item) {
        return item.account() + " " + item.costCentre() + " " + item.taxCode();
    }

    private static void print(HitRateReport report, int usual) {
        System.out.printf(
                "Coding hit rate: %d invoices, %d lines, right in all three %.1f %% (account %.1f, cost centre %.1f,"
                        + " VAT code %.1f); with a precedent %.1f %%; invoices without a change %.1f %%;"
                        + " reference, the supplier's most frequent coding, %.1f %%%n",
                report.invoices(),
                report.all().lines(),
                report.all().rate() / 10.0,
                report.all().accountRate() / 10.0,
                report.all().costCentreRate() / 10.0,
                report.all().taxCodeRate() / 10.0,
                report.followed().rate() / 10.0,
                report.unchangedRate() / 10.0,
                100.0 * usual / report.all().lines());
        report.bases()
                .forEach(basis -> System.out.printf(
                        "  %s %d lines, %.1f %%%n",
                        basis.basis(), basis.score().lines(), basis.score().rate() / 10.0));
    }
}
