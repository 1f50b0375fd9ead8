-- The VAT lock of a period keeps the register's rows of that month as they were declared.
create function tax.judge_vat_lock() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp
    as $$
declare
    period company.fiscal_period;
    named uuid;
    level text;
begin
    if new.vat_period is null then
        return new;
    end if;
    select p.id into named from company.fiscal_period p
     where p.company_id = new.company_id and not p.closing
       and (new.vat_period || '-01')::date between p.first_day and p.last_day;
    if named is null then
        return new;
    end if;
    period := company.hold_period(new.company_id, named);
    level := company.lock_of(period, 'VAT');
    if level <> 'OPEN' and not company.excepted(period, 'VAT', coalesce(audit.acting(1), 'system:sql'), new.recorded_at)
            and (level = 'CLOSED' or coalesce(audit.acting(1), 'system:sql') not like 'system:%' and not exists (
                select from identity.held(case when audit.acting(1) like 'person:%'
                                               then split_part(audit.acting(1), ':', 2)::uuid end) h
                 where h.duty = 'POST_INTO_SOFT_CLOSED_PERIOD')) then
        perform simba.refuse('vat_register_row_period_is_open', new.vat_period);
    end if;
    return new;
end
$$;
create trigger vat_register_row_period_is_open
    before insert or update of vat_period on tax.vat_register_row
    for each row execute function tax.judge_vat_lock();
revoke execute on function tax.judge_vat_lock() from public;
