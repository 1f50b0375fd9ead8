package io.simbaerp.payment.proposal;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Iban;
import io.simbaerp.party.PartyAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the account an item is paid to, or why there is none. Only confirmed accounts of the payee come into question. */
final class Accounts {

    /** Countries of the SEPA schemes, by ISO 3166-1, and Kosovo as its accounts write it. */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GI", "GR", "HR",
            "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO",
            "RS", "SE", "SI", "SK", "SM", "VA");

    private Accounts() {}

    /** Either an account or what blocks. */
    record Choice(String iban, Optional<Obstacle> blocked) {

        static Choice of(String iban) {
            return new Choice(iban, Optional.empty());
        }

        static Choice blocked(BlockReason reason, String detail) {
            return new Choice("", Optional.of(new Obstacle(reason, detail)));
        }
    }

    /**
     * The account the invoice names, if it is a confirmed one; without a name, the one confirmed last. In its cool-off it is
     * not paid to, nor is another one in its place.
     */
    static Choice choose(PayableItem item, LocalDate payOn) {
        String named = item.voucher().account();
        Choice choice = named == null || named.isBlank() ? latest(item) : named(item, named);
        if (choice.blocked().isPresent()) {
            return choice;
        }
        if (!reaches(choice.iban(), item.owed().currency())) {
            return Choice.blocked(BlockReason.ACCOUNT_OUT_OF_REACH, Iban.grouped(choice.iban()));
        }
        return coolingOff(item, choice.iban(), payOn)
                .map(blocked -> new Choice("", Optional.of(blocked)))
                .orElse(choice);
    }

    /** That the account is not to be paid to yet on that day. */
    static Optional<Obstacle> coolingOff(PayableItem item, String iban, LocalDate payOn) {
        return item.payee().accounts().stream()
                .filter(account -> account.iban().equals(iban) && !account.isPayableOn(payOn))
                .findFirst()
                .map(PartyAccount::payableFrom)
                .map(day -> new Obstacle(BlockReason.ACCOUNT_COOLING_OFF, day.toString()));
    }

    private static Choice named(PayableItem item, String named) {
        Optional<String> iban = Iban.parse(named);
        if (iban.isEmpty()) {
            return Choice.blocked(BlockReason.ACCOUNT_UNREADABLE, named);
        }
        Optional<PartyAccount> known = item.payee().accounts().stream()
                .filter(account -> account.iban().equals(iban.get()))
                .findFirst();
        if (known.isEmpty()) {
            return Choice.blocked(BlockReason.ACCOUNT_NEW, Iban.grouped(iban.get()));
        }
        return known.get().confirmed()
                ? Choice.of(iban.get())
                : Choice.blocked(BlockReason.ACCOUNT_UNCONFIRMED, Iban.grouped(iban.get()));
    }

    private static Choice latest(PayableItem item) {
        List<PartyAccount> confirmed = item.payee().accounts().stream()
                .filter(PartyAccount::confirmed)
                .filter(account -> reaches(account.iban(), item.owed().currency()))
                .toList();
        if (!confirmed.isEmpty()) {
            return Choice.of(confirmed.stream()
                    .max(Comparator.comparing(
                            account -> Objects.requireNonNullElse(account.confirmedAt(), Instant.EPOCH)))
                    .orElseThrow()
                    .iban());
        }
        return item.payee().accounts().stream()
                .filter(account -> !account.confirmed())
                .findFirst()
                .map(account -> Choice.blocked(BlockReason.ACCOUNT_UNCONFIRMED, Iban.grouped(account.iban())))
                .orElseGet(() -> Choice.blocked(BlockReason.ACCOUNT_MISSING, ""));
    }

    /** Euro go to SEPA's countries, PLN within Poland. */
    private static boolean reaches(String iban, CurrencyCode currency) {
        String country = iban.substring(0, 2);
        return currency.equals(CurrencyCode.EUR) ? SEPA.contains(country) : country.equals("PL");
    }
}
