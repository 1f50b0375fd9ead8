package io.simbaerp.invoice.automation.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.invoice.automation.SwitchTouchless;
import io.simbaerp.invoice.automation.TouchlessSuppliers;
import io.simbaerp.invoice.automation.TouchlessSwitch;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Lets the invoices of several suppliers be coded without a person, or by a person again, from the list of parties. */
class SwitchSuppliers implements BulkAction {

    private final Parties parties;
    private final TouchlessSuppliers touchless;
    private final SwitchTouchless switchTouchless;
    private final boolean on;

    SwitchSuppliers(Parties parties, TouchlessSuppliers touchless, SwitchTouchless switchTouchless, boolean on) {
        this.parties = parties;
        this.touchless = touchless;
        this.switchTouchless = switchTouchless;
        this.on = on;
    }

    /** Both directions. */
    @Configuration(proxyBeanMethods = false)
    static class Directions {

        @Bean
        @Order(2)
        BulkAction touchlessOn(Parties parties, TouchlessSuppliers touchless, SwitchTouchless switchTouchless) {
            return new SwitchSuppliers(parties, touchless, switchTouchless, true);
        }

        @Bean
        @Order(3)
        BulkAction touchlessOff(Parties parties, TouchlessSuppliers touchless, SwitchTouchless switchTouchless) {
            return new SwitchSuppliers(parties, touchless, switchTouchless, false);
        }
    }

    @Override
    public String key() {
        return on ? "touchless-on" : "touchless-off";
    }

    @Override
    public String list() {
        return Parties.LIST;
    }

    @Override
    public Duty duty() {
        return Duty.CODE_INVOICE;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        Map<UUID, TouchlessSwitch> present =
                touchless.of(ids).stream().collect(Collectors.toMap(TouchlessSwitch::supplierId, Function.identity()));
        return parties.byIds(ids).stream()
                .map(party -> item(
                        party,
                        present.getOrDefault(
                                party.id().value(),
                                new TouchlessSwitch(party.id().value(), null, null, 0, 0))))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        switchTouchless.to(new PartyId(id), on);
    }

    private Item item(PartyView party, TouchlessSwitch present) {
        UUID id = party.id().value();
        if (present.on() == on) {
            return new Item(id, party.name(), on ? "invoice.touchless-on-already" : "invoice.touchless-off-already");
        }
        return on && !present.earned()
                ? new Item(
                        id,
                        party.name(),
                        "invoice.touchless-not-earned",
                        null,
                        List.of(TouchlessSwitch.NEEDED, present.unedited()))
                : new Item(id, party.name(), null);
    }
}
