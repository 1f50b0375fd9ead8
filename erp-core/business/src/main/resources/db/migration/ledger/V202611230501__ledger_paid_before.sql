-- What the supplier says was paid of an item before its invoice came. It is evidence, not a fact of the books: the item stays
-- open until the bank statement shows the payment, and it is not paid again meanwhile.
alter table ledger.open_item_card add column paid_before numeric(19, 4),
    add constraint open_item_card_paid_before_is_more_than_nothing check (paid_before > 0);
comment on column ledger.open_item_card.paid_before is 'What the supplier says was paid of it before the invoice came (Zaplacono, ZaplataCzesciowa)';

create index open_item_card_paid_before on ledger.open_item_card (company_id, item_id) where paid_before is not null;

-- Of what the entry leaves us owing: all of it where no part is named, never more than the item.
create function ledger.say_paid_before(of_entry uuid, part numeric) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    as $$
    update ledger.open_item_card c set paid_before = least(coalesce(part, i.amount), i.amount)
      from ledger.open_item i
     where i.company_id = simba.current_company() and i.entry_id = of_entry and i.side = 'CREDIT' and i.amount > 0
       and c.company_id = i.company_id and c.item_id = i.id
    $$;
revoke all on function ledger.say_paid_before(uuid, numeric) from public;
grant execute on function ledger.say_paid_before(uuid, numeric) to simba_app;
