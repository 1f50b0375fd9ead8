-- Where somebody worked last: where their next session begins.
alter table identity.user_account add column last_company uuid;
comment on column identity.user_account.last_company is 'Company the user chose last; means nothing once they hold no role there';

-- The companies a user holds roles in, by name. Asked before anybody acts, so like acting_for it looks behind the wall
-- for this one question and puts the transaction's company back.
create function identity.companies_of(asked_user uuid)
    returns table (company_id uuid, short_name text, tax_id text, roles text[])
    language plpgsql
    as $$
declare
    company_before text := coalesce(current_setting('simba.company', true), '');
    candidate record;
begin
    for candidate in
        select d.company_id as id, d.short_name as called, d.tax_id as numbered from company.directory d
         order by d.short_name, d.company_id
    loop
        perform set_config('simba.company', candidate.id::text, true);
        roles := (
            select array_agg(r.code order by r.code)
              from identity.membership m
              join identity.role r on r.company_id = m.company_id and r.id = m.role_id
              join identity.user_account u on u.id = m.user_id and u.active
             where m.company_id = candidate.id and m.user_id = asked_user);
        if roles is not null then
            company_id := candidate.id;
            short_name := candidate.called;
            tax_id := candidate.numbered;
            return next;
        end if;
    end loop;
    perform set_config('simba.company', company_before, true);
end
$$;

grant execute on function identity.companies_of(uuid) to simba_app;
