-- An item may be blocked for several reasons, and an approver lets it through in spite of exactly those they were shown.
alter table payment.blocked_item
    alter column reason type text[] using array[reason],
    alter column detail type text[] using array[detail];
alter table payment.blocked_item rename column reason to reasons;
alter table payment.blocked_item rename column detail to details;
alter table payment.blocked_item add constraint blocked_item_has_its_reasons check (
    cardinality(reasons) > 0 and cardinality(reasons) = cardinality(details)
    and array_position(reasons, null) is null and array_position(details, null) is null);
comment on column payment.blocked_item.reasons is 'Everything that stands in the way of paying it, what is said first at first';
comment on column payment.blocked_item.details is 'What fills the sentence of each reason, in the same order';

alter table payment.payment_order
    drop constraint payment_order_let_through_has_reason,
    alter column let_through_reason type text[]
        using case when let_through_reason is not null then array[let_through_reason] end;
alter table payment.payment_order rename column let_through_reason to let_through_reasons;
alter table payment.payment_order add constraint payment_order_let_through_has_reason check (
    (let_through_by is null) = (let_through_reasons is null)
    and (let_through_by is null) = (let_through_comment is null)
    and (let_through_by is null
         or btrim(let_through_comment) <> '' and cardinality(let_through_reasons) > 0
            and let_through_reasons <@ array['PAID_BEFORE', 'SPLIT_PAYMENT', 'WHITE_LIST']));
comment on column payment.payment_order.let_through_reasons is 'What the approver was shown and decided about';
