package io.simbaerp.party.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.Lists;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.approval.AccountDecision;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Business partners over REST. */
@RestController
@RequestMapping("/api/v1/parties")
class PartyResource {

    private final Parties parties;
    private final RegisterParty registerParty;
    private final ChangeParty changeParty;
    private final ProposeBankAccount proposeBankAccount;
    private final AccountDecision accountDecision;
    private final Lists lists;

    PartyResource(
            Parties parties,
            RegisterParty registerParty,
            ChangeParty changeParty,
            ProposeBankAccount proposeBankAccount,
            AccountDecision accountDecision,
            Lists lists) {
        this.parties = parties;
        this.registerParty = registerParty;
        this.changeParty = changeParty;
        this.proposeBankAccount = proposeBankAccount;
        this.accountDecision = accountDecision;
        this.lists = lists;
    }

    /** Takes the filters, the search and the sorting of the page. */
    @GetMapping
    Page<PartyBody> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(PartyListing.KEY, asked, limit);
        return new Page<>(
                parties.byIds(page.items()).stream().map(PartyBody::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<PartyBody> one(@PathVariable UUID id) {
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping
    ResponseEntity<PartyBody> register(@RequestBody PartyEntry entry) {
        PartyId id = registerParty.register(entry.draft());
        return answer(ResponseEntity.created(URI.create("/api/v1/parties/" + id)), id.value());
    }

    @PutMapping("/{id}")
    ResponseEntity<PartyBody> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PartyEntry entry) {
        changeParty.change(new PartyId(id), version(ifMatch, entry), entry.draft());
        return answer(ResponseEntity.ok(), id);
    }

    @PostMapping("/{id}/accounts")
    ResponseEntity<PartyBody> propose(@PathVariable UUID id, @RequestBody AccountEntry entry) {
        String iban = entry.iban() == null ? "" : entry.iban();
        proposeBankAccount.propose(
                new BankAccountDraft(new PartyId(id), iban, entry.documentId(), entry.whiteListRequest()));
        return answer(ResponseEntity.status(201), id);
    }

    @PostMapping("/{id}/accounts/{account}/confirm")
    ResponseEntity<PartyBody> confirm(@PathVariable UUID id, @PathVariable UUID account) {
        PartyView party = existing(id);
        if (party.accounts().stream().noneMatch(known -> known.id().equals(account))) {
            throw new NotFound("bank-account", account);
        }
        accountDecision.approve(account);
        return answer(ResponseEntity.ok(), id);
    }

    private static int version(@Nullable String ifMatch, PartyEntry entry) {
        if (ifMatch != null && ifMatch.matches("\"?\\d{1,9}\"?")) {
            return Integer.parseInt(ifMatch.replace("\"", ""));
        }
        if (entry.version() == null) {
            throw RuleViolation.ofField("version", "party.version-missing");
        }
        return entry.version();
    }

    private ResponseEntity<PartyBody> answer(ResponseEntity.BodyBuilder answer, UUID id) {
        PartyView party = existing(id);
        return answer.eTag(String.valueOf(party.version())).body(PartyBody.of(party));
    }

    private PartyView existing(UUID id) {
        return parties.byId(new PartyId(id)).orElseThrow(() -> new NotFound("party", id));
    }

    /** A bank account as a client proposes it; another one than before with a document, or an answer of the White List. */
    record AccountEntry(
            @Nullable String iban,
            @Nullable UUID documentId,
            @Nullable String whiteListRequest) {}
}
