package io.simbaerp.invoice.web;

import io.simbaerp.approval.round.Seat;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.duplicate.DuplicateReport;
import io.simbaerp.invoice.duplicate.Likeness;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.separation.SeatMatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the pages about invoices show. */
@Component
class InvoicePages {

    private final CodingPages codingPages;
    private final ApprovalPages approvalPages;
    private final SupplierPages supplierPages;
    private final DuplicateReport duplicates;
    private final CurrentCompany currentCompany;

    InvoicePages(
            CodingPages codingPages,
            ApprovalPages approvalPages,
            SupplierPages supplierPages,
            DuplicateReport duplicates,
            CurrentCompany currentCompany) {
        this.codingPages = codingPages;
        this.approvalPages = approvalPages;
        this.supplierPages = supplierPages;
        this.duplicates = duplicates;
        this.currentCompany = currentCompany;
    }

    InvoicePaper paper(InvoiceDetails details) {
        return InvoicePaper.of(details);
    }

    CodingPage coding(InvoiceDetails details, Map<String, List<String>> entered) {
        return codingPages.page(details, EnteredCoding.of(entered).orElse(null));
    }

    SupplierPage supplier(InvoiceDetails details) {
        return supplierPages.page(details);
    }

    ApprovalPage approval(SeatMatter matter, Seat seat) {
        return approvalPages.page(matter, seat);
    }

    QuestionPage question(InvoiceDetails details) {
        InvoicePaper paper = InvoicePaper.of(details);
        CompanyView company = currentCompany.get();
        return new QuestionPage(
                who(paper.buyer()),
                new QuestionPage.Who(
                        company.name(),
                        List.of(company.street(), company.postalCode() + " " + company.city()),
                        company.taxId()),
                who(paper.seller()),
                details.payee(),
                payeeIds(details),
                details.account(),
                new QuestionPage.Present(
                        details.number(),
                        details.dates().issue(),
                        details.dates().received(),
                        details.gross()),
                duplicates.of(details.sample()).stream()
                        .filter(one -> !one.toldApart())
                        .map(InvoicePages::compared)
                        .toList(),
                details.invoice().currency().code(),
                details.dates().ledgerRateDay(),
                details.dates().vatRateDay());
    }

    private static List<String> payeeIds(InvoiceDetails details) {
        Payee payee = details.invoice().payee();
        return payee == null
                ? List.of()
                : Stream.of(payee.legalRegistration(), payee.identifier())
                        .filter(Objects::nonNull)
                        .map(Identifier::toString)
                        .distinct()
                        .toList();
    }

    private static QuestionPage.Who who(InvoicePaper.Side side) {
        return new QuestionPage.Who(side.name(), side.lines(), side.taxId());
    }

    private static QuestionPage.Compared compared(DuplicateReport.Row row) {
        Likeness likeness = row.likeness();
        return new QuestionPage.Compared(
                likeness.documentId(),
                row.document(),
                likeness.number(),
                likeness.issueDate(),
                likeness.receivedOn(),
                likeness.gross(),
                likeness.reason().name(),
                likeness.exact(),
                likeness.agrees().stream().map(Enum::name).collect(Collectors.toSet()),
                likeness.state());
    }
}
