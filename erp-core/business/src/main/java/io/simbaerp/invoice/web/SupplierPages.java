package io.simbaerp.invoice.web;

import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.registration.SupplierFromInvoice;
import io.simbaerp.invoice.registration.SupplierSuggestions;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes the form in which an unknown supplier is identified: as the invoice states it, or as just entered and refused. */
@Component
class SupplierPages {

    private final SupplierFromInvoice supplierFromInvoice;
    private final SupplierSuggestions suggestions;

    SupplierPages(SupplierFromInvoice supplierFromInvoice, SupplierSuggestions suggestions) {
        this.supplierFromInvoice = supplierFromInvoice;
        this.suggestions = suggestions;
    }

    SupplierPage page(InvoiceDetails details) {
        List<SupplierPage.Suggestion> alike = suggestions.of(details.invoice(), details.account()).stream()
                .map(SupplierPages::suggestion)
                .toList();
        HttpServletRequest entered = entered();
        return new SupplierPage(
                entered == null
                        ? fields(supplierFromInvoice.stated(details.invoice().seller()))
                        : fields(entered),
                details.account(),
                alike,
                chosen(entered, alike));
    }

    private static @Nullable String chosen(@Nullable HttpServletRequest entered, List<SupplierPage.Suggestion> alike) {
        if (entered != null) {
            return entered.getParameter("partyId");
        }
        return alike.isEmpty() ? null : alike.get(0).partyId().toString();
    }

    private static SupplierPage.Suggestion suggestion(SupplierSuggestions.Suggestion one) {
        return new SupplierPage.Suggestion(
                one.partyId(),
                one.party().name(),
                one.party().taxId(),
                one.party().address().city(),
                one.reasons().stream()
                        .map(reason -> "invoice.supplier.reason." + reason)
                        .toList());
    }

    private static SupplierPage.Fields fields(PartyDraft draft) {
        Address address = draft.address();
        return new SupplierPage.Fields(
                draft.name(),
                String.join(", ", draft.taxIds()),
                address.street(),
                address.additional(),
                address.postalCode(),
                address.city(),
                address.subdivision(),
                address.country());
    }

    private static SupplierPage.Fields fields(HttpServletRequest request) {
        return new SupplierPage.Fields(
                request.getParameter("name"),
                request.getParameter("taxIds"),
                request.getParameter("street"),
                request.getParameter("additional"),
                request.getParameter("postalCode"),
                request.getParameter("city"),
                request.getParameter("subdivision"),
                request.getParameter("country"));
    }

    private static @Nullable HttpServletRequest entered() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getMethod().equals("POST")
                        && attributes.getRequest().getParameter("taxIds") != null
                ? attributes.getRequest()
                : null;
    }
}
