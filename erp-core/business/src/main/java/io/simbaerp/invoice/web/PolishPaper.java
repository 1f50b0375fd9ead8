package io.simbaerp.invoice.web;

import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.AdvanceOrder;
import io.simbaerp.invoice.received.polish.Annotations;
import io.simbaerp.invoice.received.polish.Correction;
import io.simbaerp.invoice.received.polish.FurtherParty;
import io.simbaerp.invoice.received.polish.PaymentState;
import io.simbaerp.invoice.received.polish.PolishTerms;
import io.simbaerp.invoice.received.polish.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a structured invoice of KSeF says beyond other invoices, in sections that are shown below its lines. */
final class PolishPaper {

    private final ReceivedInvoice invoice;
    private final PolishTerms terms;
    private final List<PaperSection> sections = new ArrayList<>();

    private PolishPaper(ReceivedInvoice invoice, PolishTerms terms) {
        this.invoice = invoice;
        this.terms = terms;
    }

    /** Nothing for an invoice of another format. */
    static List<PaperSection> sections(ReceivedInvoice invoice) {
        return invoice.polish() == null ? List.of() : new PolishPaper(invoice, invoice.polish()).sections();
    }

    private List<PaperSection> sections() {
        annotations(terms.annotations());
        correction(terms.correction());
        advances();
        order(terms.order());
        settlement(terms.settlement());
        payments(terms.payments());
        accounts(invoice.payment());
        parties();
        seller();
        section("details", facts -> terms.details()
                .forEach(detail -> facts.named(
                        detail.line() == null ? detail.key() : detail.key() + " (" + detail.line() + ")",
                        detail.value())));
        return sections;
    }

    private void annotations(Annotations annotations) {
        section("annotations", facts -> {
            facts.mark("cash-method", annotations.cashMethod());
            facts.mark("self-billing", annotations.selfBilling());
            facts.mark("reverse-charge", annotations.reverseCharge());
            facts.mark("split-payment", annotations.splitPayment());
            if (annotations.exemption() != null) {
                facts.add("exemption", annotations.exemption().text());
            }
            annotations.newTransport().forEach(vehicle -> facts.add("new-transport", vehicle));
            facts.mark("triangular", annotations.triangular());
            facts.word("margin", "margin-", annotations.margin());
            facts.mark("retail", annotations.retail());
            facts.mark("related-parties", annotations.relatedParties());
            facts.mark("excise-refund", annotations.exciseRefund());
        });
    }

    private void correction(@Nullable Correction correction) {
        if (correction == null) {
            return;
        }
        section("correction", facts -> {
            facts.add("reason", correction.reason());
            facts.word("effect", "effect-", correction.effect());
            for (PrecedingInvoice original : invoice.precedingInvoices()) {
                facts.add("original", original.number(), original.issueDate(), original.ksefNumber());
            }
            facts.add("period", correction.period());
            facts.add("right-number", correction.rightNumber());
            facts.add("total-before", correction.totalBefore());
            facts.add("rate-before", correction.rateBefore());
            if (correction.sellerBefore() != null) {
                party(facts, "seller-before", correction.sellerBefore());
            }
            correction.buyersBefore().forEach(buyer -> party(facts, "buyer-before", buyer));
        });
    }

    private void advances() {
        section("advances", facts -> {
            terms.settledAdvances()
                    .forEach(advance -> facts.add("settled-advance", advance.number(), advance.ksefNumber()));
            terms.advancePayments()
                    .forEach(payment -> facts.add("advance-payment", payment.amount(), payment.date(), payment.rate()));
            facts.add("advance-rate", terms.advanceRate());
        });
    }

    private void order(@Nullable AdvanceOrder order) {
        if (order == null) {
            return;
        }
        section("order", facts -> {
            facts.add("order-value", order.value());
            for (InvoiceLine line : order.lines()) {
                facts.add(
                        line.before() ? "order-line-before" : "order-line",
                        line.item().name(),
                        line.quantity(),
                        line.unit(),
                        line.net(),
                        line.polish() == null ? null : line.polish().vat());
            }
        });
    }

    private void settlement(@Nullable Settlement settlement) {
        if (settlement == null) {
            return;
        }
        section("settlement", facts -> {
            settlement.charges().forEach(item -> facts.add("charge", item.amount(), item.reason()));
            settlement.deductions().forEach(item -> facts.add("deduction", item.amount(), item.reason()));
            facts.add("to-refund", settlement.toRefund());
        });
    }

    private void payments(PaymentState payments) {
        section("payments", facts -> {
            if (payments.paid() && payments.paidOn() == null) {
                facts.mark("paid", true);
            }
            facts.add("paid", payments.paidOn());
            for (PaymentState.Partial part : payments.partly()) {
                facts.add("paid-partly", part.amount(), part.date(), PaperSection.word("means-", part.means()));
            }
            for (PaymentState.Due due : payments.due()) {
                facts.add("due", due.date(), due.description());
            }
            facts.add("means", PaperSection.word("means-", payments.means()));
            facts.add("discount", payments.discount());
            facts.add("payment-link", payments.link());
            facts.add("payment-identifier", payments.identifier());
        });
    }

    private void accounts(@Nullable PaymentInstructions payment) {
        if (payment == null) {
            return;
        }
        section("accounts", facts -> payment.creditTransfers()
                .forEach(account -> facts.add(
                        account.ofFactor() ? "account-of-factor" : "account",
                        account.account(),
                        account.serviceProvider(),
                        account.bankName(),
                        account.accountName())));
    }

    private void parties() {
        section("parties", facts -> terms.parties()
                .forEach(party ->
                        party(facts, "role-" + PaperSection.key(party.role().name()), party)));
    }

    private static void party(PaperSection.Facts facts, String key, FurtherParty party) {
        List<String> address = InvoicePaper.address(party.address());
        facts.add(
                key,
                party.roleText(),
                party.name(),
                party.taxId(),
                address.isEmpty() ? null : String.join(", ", address),
                party.share() == null
                        ? null
                        : party.share().stripTrailingZeros().toPlainString() + " %",
                party.customerNumber());
    }

    private void seller() {
        section("seller", facts -> {
            Identifier court = invoice.seller().legalRegistration();
            facts.named("KRS", court == null ? null : court.value());
            for (Identifier register : invoice.seller().identifiers()) {
                if (register.scheme() != null) {
                    facts.named(register.scheme(), register.value());
                }
            }
            facts.add("seller-state", invoice.seller().legalInformation());
        });
    }

    private void section(String key, Consumer<PaperSection.Facts> writer) {
        PaperSection.Facts facts = new PaperSection.Facts();
        writer.accept(facts);
        if (!facts.all().isEmpty()) {
            sections.add(new PaperSection(key, facts.all()));
        }
    }

    /** What a line says besides, such as the codes of its goods and the rate its VAT was converted at. */
    static List<PaperSection.Fact> ofLine(InvoiceLine line) {
        PaperSection.Facts facts = new PaperSection.Facts();
        if (line.polish() == null) {
            return facts.all();
        }
        line.item().classifications().forEach(code -> {
            if (code.scheme() != null) {
                facts.named(code.scheme(), code.value());
            }
        });
        facts.named(
                "GTU",
                line.polish().goodsGroup() == null
                        ? null
                        : line.polish().goodsGroup().toUpperCase(Locale.ROOT).replace("GTU_", ""));
        facts.add("procedure", line.polish().procedure());
        facts.mark("annex-fifteen", line.polish().annexFifteen());
        facts.add("gross-price", line.polish().grossPrice());
        facts.add("gross-value", line.polish().gross());
        facts.add("excise", line.polish().excise());
        facts.add("exchange-rate", line.polish().exchangeRate());
        return facts.all();
    }
}
