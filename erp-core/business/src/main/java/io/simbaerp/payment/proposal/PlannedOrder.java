package io.simbaerp.payment.proposal;

import io.simbaerp.money.Money;
import io.simbaerp.party.PartyView;
import java.time.LocalDate;
import java.util.List;

/** A transfer to be: what the bank will be told and the items it settles. */
public record PlannedOrder(
        PaymentKind kind,
        PartyView payee,
        String iban,
        Money amount,
        LocalDate payOn,
        String title,
        List<PayableItem> items) {}
