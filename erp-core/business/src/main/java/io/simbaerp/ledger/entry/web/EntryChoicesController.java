package io.simbaerp.ledger.entry.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.entry.EntryHabits;
import io.simbaerp.page.Formats;
import io.simbaerp.page.list.Lists;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the posting desk looks up while somebody types. */
@RestController
@RequestMapping("/ledger/entries/new")
class EntryChoicesController {

    private static final int MOST = 20;
    private static final int KNOWN = 100;

    private final EntryHabits habits;
    private final Parties parties;
    private final Lists lists;
    private final EntryForms forms;
    private final Formats formats;
    private final Permission permission;

    EntryChoicesController(
            EntryHabits habits,
            Parties parties,
            Lists lists,
            EntryForms forms,
            Formats formats,
            Permission permission) {
        this.habits = habits;
        this.parties = parties;
        this.lists = lists;
        this.forms = forms;
        this.formats = formats;
        this.permission = permission;
    }

    /**
     * A party to choose.
     *
     * @param account its control account
     * @param days how long after the document it is usually paid
     */
    record PartyJson(
            UUID id,
            String name,
            @Nullable String taxId,
            boolean supplier,
            @Nullable String account,
            @Nullable Integer days) {}

    /** By a part of the name, or the tax id; without a text those posted last. */
    @GetMapping("/parties")
    List<PartyJson> parties(@RequestParam(defaultValue = "") String text) {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        List<PartyView> found = text.isBlank() ? parties.byIds(habits.latestParties(KNOWN)) : found(text);
        Map<UUID, EntryHabits.Usual> usual =
                habits.of(found.stream().map(party -> party.id().value()).toList());
        Map<String, String> controls = habits.controlAccounts();
        return found.stream()
                .map(party -> json(party, usual.get(party.id().value()), controls))
                .toList();
    }

    /** In the middle of the name as it is written, and at the beginnings of its words however they are written. */
    private List<PartyView> found(String text) {
        Map<UUID, PartyView> found = new LinkedHashMap<>();
        parties.search(text, null, MOST).forEach(party -> found.put(party.id().value(), party));
        if (found.size() < MOST) {
            MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(Map.of("text", List.of(text)));
            parties.byIds(lists.ids(Parties.LIST, asked, MOST).items())
                    .forEach(party -> found.putIfAbsent(party.id().value(), party));
        }
        return List.copyOf(found.values());
    }

    private static PartyJson json(PartyView party, EntryHabits.@Nullable Usual usual, Map<String, String> controls) {
        String usually = usual == null ? null : usual.account();
        return new PartyJson(
                party.id().value(),
                party.name(),
                party.taxId(),
                party.supplier(),
                usually != null ? usually : controls.get(party.supplier() ? "SUPPLIER" : "CUSTOMER"),
                usual == null ? null : usual.days());
    }

    /**
     * What was posted before.
     *
     * @param coded what each account was posted with last
     * @param used how often each account stood in an entry with the party
     */
    record HabitsJson(Map<String, EntryHabits.Coded> coded, Map<String, Integer> used) {}

    @GetMapping("/habits")
    HabitsJson habits(@RequestParam(required = false) @Nullable UUID party) {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return party == null
                ? new HabitsJson(habits.accounts(), Map.of())
                : new HabitsJson(Map.of(), habits.accountsWith(party));
    }

    /** A line of tax, its amount as the reader writes figures. */
    record VatJson(
            String account,
            String side,
            String amount,
            @Nullable String vatCode,
            @Nullable String costCentre,
            @Nullable String text) {}

    /** The tax of the lines of the form, as it stands. */
    @PostMapping("/vat-lines")
    List<VatJson> vatLines(@RequestParam MultiValueMap<String, String> sent) {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return forms.tax(ManualEntryForm.of(sent)).stream().map(this::json).toList();
    }

    private VatJson json(LineDraft line) {
        return new VatJson(
                line.account(),
                line.side() == Side.DEBIT ? "debit" : "credit",
                formats.number(line.amount()),
                line.vatCode(),
                line.costCentre(),
                line.text());
    }
}
