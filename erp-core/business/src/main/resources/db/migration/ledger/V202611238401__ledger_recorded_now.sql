-- The instant of recording is now. It was whatever the writer said, as long as it wasn't before the last entry's: one entry
-- said to be of 2030 dated all later ones of its journal and year 2030, and a false one opened periods that an exception had
-- opened for an hour. Both sides of the database's clock are bound, by what the clocks of two machines may differ and an entry
-- may wait. Where an entry already stands beyond, those after it may stand beside it and no later.
create table ledger.recording_bound (
    only_one boolean primary key default true constraint recording_bound_is_one check (only_one),
    tolerance interval not null default interval '5 minutes'
        constraint recording_bound_is_not_negative check (tolerance >= interval '0')
);
comment on table ledger.recording_bound is 'Global: how far the instant of recording may lie from the database''s clock; the owner alone changes it';
insert into ledger.recording_bound default values;

do $build$
declare
    of_entries text := pg_get_functiondef('ledger.judge_entries()'::regprocedure);
    change record;
begin
    for change in
        select * from (values
            -- One entry.
            ('select j.id, j.kind, before.number, before.recorded_at
          into earlier',
             'select j.id, j.kind, before.number, before.recorded_at,
               coalesce((select b.tolerance from ledger.recording_bound b where b.only_one), interval ''0'') as tolerance
          into earlier'),
            ('and one.recorded_at >= coalesce(earlier.recorded_at, ''-infinity'')
            and one.posted_together',
             'and one.recorded_at >= coalesce(earlier.recorded_at, ''-infinity'')
            and one.recorded_at >= clock_timestamp() - earlier.tolerance
            and one.recorded_at <= greatest(clock_timestamp() + earlier.tolerance, earlier.recorded_at)
            and one.posted_together'),
            ('when one.recorded_at < earlier.recorded_at then ''journal_entry_numbers_follow_recording''',
             'when one.recorded_at < earlier.recorded_at then ''journal_entry_numbers_follow_recording''
        when (one.recorded_at >= clock_timestamp() - earlier.tolerance
              and one.recorded_at <= greatest(clock_timestamp() + earlier.tolerance, earlier.recorded_at)) is not true
             then ''journal_entry_is_recorded_now'''),
            -- A sound batch.
            ('and s.first_recorded >= coalesce(before.recorded_at, ''-infinity'')',
             'and s.first_recorded >= coalesce(before.recorded_at, ''-infinity'')
                        and s.first_recorded >= clock_timestamp() - bound.tolerance
                        and s.first_recorded <= greatest(clock_timestamp() + bound.tolerance, before.recorded_at)'),
            ('order by e.number desc limit 1) before on true;
        if doubtful',
             'order by e.number desc limit 1) before on true
          left join ledger.recording_bound bound on bound.only_one;
        if doubtful'),
            -- A doubtful one.
            ('when n.recorded_at < last.recorded_at then ''journal_entry_numbers_follow_recording''',
             'when n.recorded_at < last.recorded_at then ''journal_entry_numbers_follow_recording''
                    when (n.recorded_at >= clock_timestamp() - bound.tolerance
                          and n.recorded_at <= greatest(clock_timestamp() + bound.tolerance, last.recorded_at)) is not true
                         then ''journal_entry_is_recorded_now'''),
            ('order by e.number desc limit 1)) last on true) judged',
             'order by e.number desc limit 1)) last on true
                      left join ledger.recording_bound bound on bound.only_one) judged')) as c (was, becomes)
    loop
        if strpos(of_entries, change.was) = 0 then
            raise exception 'The rules of the ledger are not as they were left: %', change.was;
        end if;
        of_entries := replace(of_entries, change.was, change.becomes);
    end loop;
    execute of_entries;
end
$build$;
