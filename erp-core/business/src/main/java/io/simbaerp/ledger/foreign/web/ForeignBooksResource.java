package io.simbaerp.ledger.foreign.web;

import io.simbaerp.ledger.foreign.ForeignBooks;
import io.simbaerp.ledger.foreign.TakeOverMasters;
import io.simbaerp.ledger.foreign.TakeOverPartners;
import io.simbaerp.ledger.foreign.UnknownMasters;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.tax.TaxCodeView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A file of foreign books in the body: what its entries name, looked at or taken over. */
@RestController
@RequestMapping("/api/v1/foreign-books")
class ForeignBooksResource {

    private final UnknownMasters unknown;
    private final TakeOverPartners partners;
    private final TakeOverMasters masters;

    ForeignBooksResource(UnknownMasters unknown, TakeOverPartners partners, TakeOverMasters masters) {
        this.unknown = unknown;
        this.partners = partners;
        this.masters = masters;
    }

    /** What is new, or was added. */
    record MastersJson(
            List<PartyDraft> partners, List<TaxCodeView> taxCodes, List<ForeignBooks.Value> dimensionValues) {

        static MastersJson of(ForeignBooks.Masters masters) {
            return new MastersJson(masters.partners(), masters.taxCodes(), masters.values());
        }
    }

    @PostMapping("/check")
    MastersJson check(@RequestBody(required = false) byte @Nullable [] file) {
        return MastersJson.of(unknown.in(file == null ? new byte[0] : file).unknown());
    }

    @PostMapping("/partners")
    MastersJson takePartners(@RequestBody(required = false) byte @Nullable [] file) {
        return MastersJson.of(
                partners.takeOver(file == null ? new byte[0] : file).unknown());
    }

    @PostMapping("/codes")
    MastersJson takeCodes(@RequestBody(required = false) byte @Nullable [] file) {
        return MastersJson.of(
                masters.takeOver(file == null ? new byte[0] : file).unknown());
    }
}
