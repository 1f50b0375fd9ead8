package io.simbaerp.invoice.web;

import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.Duplicates;
import io.simbaerp.task.OpenTaskView;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the pages about invoices show. */
@Component
class InvoicePages {

    private final CodingPages codingPages;
    private final ApprovalPages approvalPages;
    private final Duplicates duplicates;
    private final CurrentCompany currentCompany;

    InvoicePages(
            CodingPages codingPages,
            ApprovalPages approvalPages,
            Duplicates duplicates,
            CurrentCompany currentCompany) {
        this.codingPages = codingPages;
        this.approvalPages = approvalPages;
        this.duplicates = duplicates;
        this.currentCompany = currentCompany;
    }

    InvoicePaper paper(InvoiceDetails details) {
        return InvoicePaper.of(details);
    }

    CodingPage coding(InvoiceDetails details) {
        return codingPages.page(details, EnteredCoding.present().orElse(null));
    }

    ApprovalPage approval(InvoiceDetails details, OpenTaskView task) {
        return approvalPages.page(details, task);
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
                details.account(),
                new QuestionPage.Compared(
                        details.documentId(),
                        details.number(),
                        details.dates().issue(),
                        details.dates().received(),
                        details.gross(),
                        false,
                        false),
                duplicates.of(details.sample()).stream()
                        .map(InvoicePages::compared)
                        .toList(),
                details.invoice().currency().code(),
                details.dates().operation(),
                details.dates().vatRateDay());
    }

    private static QuestionPage.Who who(InvoicePaper.Side side) {
        return new QuestionPage.Who(side.name(), side.lines(), side.taxId());
    }

    private static QuestionPage.Compared compared(Duplicates.Likeness likeness) {
        return new QuestionPage.Compared(
                likeness.documentId(),
                likeness.number(),
                likeness.issueDate(),
                likeness.receivedOn(),
                likeness.gross(),
                likeness.exact(),
                likeness.sameNumber());
    }
}
