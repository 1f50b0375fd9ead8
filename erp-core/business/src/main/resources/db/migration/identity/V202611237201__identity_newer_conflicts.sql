-- The conflicts of the duties that came after the first: for companies there are and those to come.
-- Whoever holds both sides of such a pair already goes on for 90 days by an exception that everybody sees in the list; without
-- it an upgrade would stop their role overnight.
create function identity.newer_conflicts(of_company uuid) returns void
    language plpgsql
    as $$
declare
    added uuid[];
begin
    with pair as (
        insert into identity.duty_conflict (company_id, id, one_duty, other_duty, reason)
        select of_company, gen_random_uuid(), least(p.one, p.other), greatest(p.one, p.other), p.reason
          from (values
                ('CODE_EXPENSE', 'APPROVE_EXPENSE', 'expense-both-hands'),
                ('CODE_EXPENSE', 'APPROVE_EXPENSE_ABOVE_LIMIT', 'expense-both-hands'),
                ('CODE_EXPENSE', 'PROPOSE_PAYMENT', 'expense-and-payment'),
                ('CODE_EXPENSE', 'APPROVE_PAYMENT', 'expense-and-payment'),
                ('POST_JOURNAL_ENTRY', 'APPROVE_JOURNAL_ENTRY', 'entry-both-hands'),
                ('POST_JOURNAL_ENTRY', 'GRANT_PERIOD_EXCEPTION', 'post-and-close'),
                ('CONFIRM_BANK_ACCOUNT', 'WAIVE_COOL_OFF', 'account-and-cool-off'),
                ('MAINTAIN_PARTY', 'WAIVE_COOL_OFF', 'account-and-cool-off'),
                ('PROPOSE_MODEL', 'DEPLOY_MODEL', 'model-both-hands'),
                ('ADMINISTER', 'CODE_EXPENSE', 'administer-and-books'),
                ('ADMINISTER', 'APPROVE_EXPENSE', 'administer-and-books'),
                ('ADMINISTER', 'APPROVE_EXPENSE_ABOVE_LIMIT', 'administer-and-books'),
                ('ADMINISTER', 'APPROVE_JOURNAL_ENTRY', 'administer-and-books'),
                ('ADMINISTER', 'GRANT_PERIOD_EXCEPTION', 'administer-and-books'),
                ('ADMINISTER', 'WAIVE_COOL_OFF', 'administer-and-books'),
                ('ADMINISTER', 'DEPLOY_MODEL', 'administer-and-models')) p (one, other, reason)
            on conflict do nothing
        returning id
    )
    select array_agg(id) into added from pair;

    insert into identity.duty_exception (company_id, id, user_id, conflict_id, reason, requested_by, requested_at, ends_on,
                                         approved_by, approved_at)
    select of_company, gen_random_uuid(), holder.user_id, k.id,
           'Held before the two became a pair / posiadane, zanim stały się parą', 'system:set-up', now(),
           identity.today(now()) + 90, 'system:set-up', now()
      from identity.duty_conflict k
     cross join lateral (
            select m.user_id
              from identity.membership m
              join identity.role_duty d on d.company_id = m.company_id and d.role_id = m.role_id
             where m.company_id = of_company and d.duty in (k.one_duty, k.other_duty)
             group by m.user_id having count(distinct d.duty) = 2) holder
     where k.company_id = of_company and k.id = any (added);
end
$$;
grant execute on function identity.newer_conflicts(uuid) to simba_app;

create function identity.newer_conflicts_of_new_company() returns trigger
    language plpgsql
    as $$
begin
    perform identity.newer_conflicts(new.company_id);
    return null;
end
$$;
create trigger newer_conflicts_of_new_company after insert on company.company
    for each row execute function identity.newer_conflicts_of_new_company();

do $$
declare
    there uuid;
begin
    for there in select company_id from company.directory loop
        perform set_config('simba.company', there::text, true);
        perform identity.newer_conflicts(there);
    end loop;
    perform set_config('simba.company', '', true);
end
$$;
