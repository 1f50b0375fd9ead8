package io.simbaerp.demo;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.party.Address;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.RegisterParty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * Gives the demo a year of books up to today: opening balances, sales and what customers paid, wages, taxes, the bank. Recent
 * sales stay open, so that there is something to wait for.
 */
@Component
class DemoBooks {

    private final DemoPeople people;
    private final Parties parties;
    private final RegisterParty registerParty;
    private final PostJournalEntry post;
    private final BusinessDay businessDay;

    DemoBooks(
            DemoPeople people,
            Parties parties,
            RegisterParty registerParty,
            PostJournalEntry post,
            BusinessDay businessDay) {
        this.people = people;
        this.parties = parties;
        this.registerParty = registerParty;
        this.post = post;
        this.businessDay = businessDay;
    }

    /** Posts what is not posted yet. */
    void post() {
        LocalDate today = businessDay.today();
        Map<String, DemoEntry.Customer> customers = customers();
        Collection<DemoEntry> entries = DemoEntry.all();
        for (int month = 0; month <= today.getMonthValue(); month++) {
            for (DemoEntry entry : entries) {
                YearMonth of = YearMonth.of(today.getYear() - 1, 12).plusMonths(month);
                if (entry.isMadeFor(of, today)) {
                    post(entry, of, today, customers);
                }
            }
        }
    }

    private void post(DemoEntry entry, YearMonth month, LocalDate today, Map<String, DemoEntry.Customer> customers) {
        LocalDate day = entry.day(month);
        people.as(
                DemoPeople.ACCOUNTANT,
                () -> post.post(new JournalEntryDraft(
                        entry.journal(),
                        day,
                        day,
                        day,
                        "%d-%02d".formatted(day.getYear(), day.getMonthValue()),
                        entry.isOpening() ? EntryKind.OPENING : EntryKind.ORDINARY,
                        entry.inMonth(entry.text(), month),
                        null,
                        entry.inMonth(entry.number(), month),
                        null,
                        "demo-" + entry.key() + "-" + month,
                        entry.lines(month, today, customers))));
    }

    private Map<String, DemoEntry.Customer> customers() {
        Map<String, DemoEntry.Customer> customers = new HashMap<>();
        for (CSVRecord row : DemoTable.rows("customers.csv")) {
            PartyId party = parties.byTaxId(row.get("taxId"))
                    .map(PartyView::id)
                    .orElseGet(() -> people.as(DemoPeople.ACCOUNTANT, () -> registerParty.register(draft(row))));
            customers.put(row.get("key"), new DemoEntry.Customer(party.value(), Integer.parseInt(row.get("terms"))));
        }
        return customers;
    }

    private static PartyDraft draft(CSVRecord row) {
        return new PartyDraft(
                row.get("name"),
                List.of(row.get("taxId")),
                new Address(row.get("street"), null, row.get("postCode"), row.get("city"), null, row.get("country")),
                false,
                true);
    }
}
